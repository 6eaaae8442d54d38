package alchemist.server.serving;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * When this process was started. The JDK counts from the second in which the machine was started,
 * and so may be a second off; Linux tells both from the same moment. A launcher that built first is
 * the same process: then it counts from when Java began.
 */
final class ProcessStart {
    /** In which unit Linux tells when a process was started, on every machine there is. */
    private static final long TICKS_PER_SECOND = 100;

    /** Counted from what follows the name, which may have spaces in it. */
    private static final int START_FIELD = 19;

    /** No Java takes so long to begin. */
    private static final long BUILT_FIRST_MS = 5_000;

    private ProcessStart() {}

    static Instant instant(Instant now) {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            String uptime = Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0];
            long ticks = Long.parseLong(fields[START_FIELD]);
            long ageMs =
                    (long) (Double.parseDouble(uptime) * 1000) - ticks * 1000 / TICKS_PER_SECOND;
            return ageMs > BUILT_FIRST_MS
                    ? Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
                    : now.minus(Duration.ofMillis(Math.max(0, ageMs)));
        } catch (IOException | RuntimeException _) {
            return ProcessHandle.current().info().startInstant().orElse(now);
        }
    }
}
