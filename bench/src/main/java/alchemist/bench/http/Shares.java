package alchemist.bench.http;

import alchemist.bench.CpuTimes;
import alchemist.bench.Figures;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each group of threads has computed, ns. What belongs to none is the JVM's: its collector and
 * its compiler.
 */
record Shares(Map<Group, Long> nanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    enum Group {
        IO("gateway I/O"),
        HANDLERS("gateway handlers"),
        WRITER("writer"),
        APPENDER("appender"),
        VIEW("view"),
        CLIENT("client"),
        OTHERS("other threads"),
        JVM("the JVM");

        private final String text;

        Group(String text) {
            this.text = text;
        }

        static Group of(String thread) {
            if (thread.startsWith("XNIO")) {
                return IO;
            }
            if (thread.startsWith("ForkJoinPool") || thread.startsWith("VirtualThread")) {
                return HANDLERS;
            }
            if (thread.startsWith("client-") || thread.equals("main")) {
                return CLIENT;
            }
            if (thread.endsWith("-writer")) {
                return WRITER;
            }
            if (thread.endsWith("-appender")) {
                return APPENDER;
            }
            return thread.toLowerCase(java.util.Locale.ROOT).contains("view") ? VIEW : OTHERS;
        }
    }

    /** Up to now. */
    static Shares now() {
        Map<Group, Long> nanos = new EnumMap<>(Group.class);
        long all = 0;
        for (Map.Entry<String, Long> thread : CpuTimes.now().nanos().entrySet()) {
            nanos.merge(Group.of(thread.getKey()), thread.getValue(), Long::sum);
            all += thread.getValue();
        }
        nanos.put(Group.JVM, SYSTEM.getProcessCpuTime() - all);
        return new Shares(nanos);
    }

    /** What was computed since. */
    Shares since(Shares before) {
        Map<Group, Long> since = new EnumMap<>(Group.class);
        nanos.forEach((group, now) -> since.put(group, now - before.nanos.getOrDefault(group, 0L)));
        return new Shares(since);
    }

    /** These, and what threads of clients have computed that are no more. */
    Shares withClients(long more) {
        Map<Group, Long> all = new EnumMap<>(nanos);
        all.merge(Group.CLIENT, more, Long::sum);
        all.merge(Group.JVM, -more, Long::sum);
        return new Shares(all);
    }

    /** µs a command of the gateway alone. */
    private double gateway(long commands) {
        return (nanos.getOrDefault(Group.IO, 0L) + nanos.getOrDefault(Group.HANDLERS, 0L))
                / 1e3
                / commands;
    }

    void figures(String name, long commands, Figures figures) {
        for (Group group : Group.values()) {
            double micros = nanos.getOrDefault(group, 0L) / 1e3 / commands;
            if (micros >= 0.005) {
                figures.with(name + ", CPU of " + group.text + ", µs each", micros);
            }
        }
        if (gateway(commands) >= 0.005) {
            figures.with(name + ", CPU of the gateway, µs each", gateway(commands));
        }
    }
}
