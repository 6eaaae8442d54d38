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
 * the machine's memory. So what the process takes is bounded by what it holds.
 */
final class HeapWatch {
    /** So much is never too much, bytes. */
    static final long FLOOR_BYTES = 320L << 20;

    /** Loading what tells of the memory takes longer than a small import needs. */
    private static final Duration LATER = Duration.ofSeconds(3);

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

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
    static long limit(long usedBytes) {
        return Math.max(FLOOR_BYTES, usedBytes + usedBytes / 4);
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

    private static void collect(MemoryPoolMXBean pool) {
        System.gc();
        pool.setUsageThreshold(within(pool, limit(pool.getUsage().getUsed())));
    }

    private static long within(MemoryPoolMXBean pool, long bytes) {
        long most = pool.getUsage().getMax();
        return most < 0 ? bytes : Math.min(bytes, most);
    }
}
