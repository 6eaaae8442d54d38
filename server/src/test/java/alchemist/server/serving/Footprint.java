package alchemist.server.serving;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process takes when nobody asks anything.
 *
 * @param heap live bytes of the heap, after garbage was collected
 * @param resident bytes of memory; 0 where the system does not tell
 * @param files how many are open; 0 where the system does not tell
 * @param threads how many there are
 */
record Footprint(long heap, long resident, long files, int threads) {
    static Footprint now() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.gc(); // what only ended threads and buffers held goes the second time
        long heap = runtime.totalMemory() - runtime.freeMemory();
        long files =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof UnixOperatingSystemMXBean system
                        ? system.getOpenFileDescriptorCount()
                        : 0;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        return new Footprint(heap, residentBytes(), files, threads);
    }

    private static long residentBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return (heap >> 10)
                + " KiB of live heap, "
                + (resident >> 20)
                + " MiB resident, "
                + files
                + " files, "
                + threads
                + " threads";
    }
}
