package alchemist.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is kept in memory. */
final class Memory {
    private Memory() {}

    /** Heap in use after a collection. */
    static double heapMb() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** What a process has in memory; NaN where the system does not tell. */
    static double residentMb(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1e3;
                }
            }
        } catch (IOException _) {
            // Only Linux tells.
        }
        return Double.NaN;
    }

    /** Heap in use after a collection, and, on Linux, the process's resident memory. */
    static void figures(Figures figures) {
        figures.with("heap in use MB", heapMb());
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    figures.with(
                            "resident at most MB",
                            Long.parseLong(line.replaceAll("[^0-9]", "")) / 1e3);
                }
            }
        } catch (IOException _) {
            // Only Linux tells.
        }
    }
}
