package alchemist.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * What each thread has computed so far. Unlike the time on the wall it tells little of what else
 * the machine does.
 *
 * @param nanos by the name of the thread
 */
public record CpuTimes(Map<String, Long> nanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Up to now. */
    public static CpuTimes now() {
        Map<String, Long> nanos = new HashMap<>();
        for (long id : THREADS.getAllThreadIds()) {
            var info = THREADS.getThreadInfo(id);
            if (info != null) {
                nanos.merge(info.getThreadName(), THREADS.getThreadCpuTime(id), Long::sum);
            }
        }
        return new CpuTimes(nanos);
    }

    /** What all threads that are there now have computed since, ns. */
    long since() {
        return now().nanos.entrySet().stream()
                .mapToLong(e -> e.getValue() - nanos.getOrDefault(e.getKey(), 0L))
                .sum();
    }

    /** Tells what was computed since, per event, where it is anything; the rest is the JVM's. */
    void figures(long events, Figures figures) {
        CpuTimes now = now();
        now.nanos.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue() - nanos.getOrDefault(e.getKey(), 0L)))
                .filter(e -> e.getValue() > events * 20)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(
                        e ->
                                figures.with(
                                        "CPU of " + e.getKey() + ", µs/event",
                                        e.getValue() / 1e3 / events));
    }
}
