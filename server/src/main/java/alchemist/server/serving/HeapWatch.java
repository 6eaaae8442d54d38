package alchemist.server.serving;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.NotificationEmitter;

/**
 * Collects what was in use for long and is no more, before it is as much as a quarter of what is:
 * the parallel collector itself would do so only when the heap has grown to its limit, a quarter of
 * the machine's memory. So what the process takes is bounded by what it holds. Where little was
 * found, what grows is held, and it waits for half as much the next time: to look stops everything.
 */
final class HeapWatch {
    /** So much is never too much, bytes. */
    static final long FLOOR_BYTES = 320L << 20;

    /** Loading what tells of the memory takes longer than a small import needs. */
    private static final Duration LATER = Duration.ofSeconds(3);

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /** What was in use after the last time, and in quarters of it how much may come; in turn. */
    private static long held;

    private static int quarters = 1;

    private HeapWatch() {}

    /** Begins to watch, once in a process; the first seconds are nobody's to wait for. */
    static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("heap-watch")
                    .start(
                            () -> {
                                try {
                                    Thread.sleep(LATER);
                                    watch();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
        }
    }

    /** How much may be in use before it is collected, where so much was after the last time. */
    static long limit(long usedBytes, int quarters) {
        return Math.max(FLOOR_BYTES, usedBytes + usedBytes / 4 * quarters);
    }

    /** How many quarters may come, where so much had come and so much of it was collected. */
    static int quarters(long comeBytes, long collectedBytes) {
        return collectedBytes < comeBytes / 2 ? 2 : 1;
    }

    private static void watch() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            // The young generation has no threshold, since it is collected all the time.
            if (pool.getType() == MemoryType.HEAP
                    && pool.isUsageThresholdSupported()
                    && ManagementFactory.getMemoryMXBean() instanceof NotificationEmitter told) {
                pool.setUsageThreshold(within(pool, FLOOR_BYTES));
                told.addNotificationListener((_, _) -> collect(pool), null, null);
                return;
            }
        }
    }

    private static synchronized void collect(MemoryPoolMXBean pool) {
        long before = pool.getUsage().getUsed();
        System.gc();
        long after = pool.getUsage().getUsed();
        quarters = quarters(before - held, before - after);
        held = after;
        pool.setUsageThreshold(within(pool, limit(after, quarters)));
    }

    private static long within(MemoryPoolMXBean pool, long bytes) {
        long most = pool.getUsage().getMax();
        return most < 0 ? bytes : Math.min(bytes, most);
    }
}
