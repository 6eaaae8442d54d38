package alchemist.server.serving;

import java.util.Arrays;

/** How much was done and how long it took, lately; takes as much memory however long it counts. */
final class SoakTally {
    /** So many events a second, that a long run has as many as fit into memory. */
    private static final int EVENTS_PER_SECOND = 50;

    private static final int ALWAYS = 500;
    private static final int SAMPLES = 1 << 14;

    private final long began = System.nanoTime();
    private final long[] writes = new long[SAMPLES];
    private final long[] reads = new long[SAMPLES];
    private int written;
    private int read;
    private long events;
    private long requests;

    synchronized boolean mayWrite() {
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        return events < ALWAYS + seconds * EVENTS_PER_SECOND;
    }

    synchronized void recorded(long more) {
        events += more;
    }

    synchronized void wrote(long nanos) {
        writes[written++ % SAMPLES] = nanos;
        requests++;
    }

    synchronized void asked(long nanos) {
        reads[read++ % SAMPLES] = nanos;
        requests++;
    }

    synchronized long events() {
        return events;
    }

    synchronized long requests() {
        return requests;
    }

    /** The median of what was written since this was asked last, in µs. */
    synchronized long medianOfWrites() {
        long median = median(writes, written);
        written = 0;
        return median;
    }

    /** The median of what was read since this was asked last, in µs. */
    synchronized long medianOfReads() {
        long median = median(reads, read);
        read = 0;
        return median;
    }

    private static long median(long[] samples, int count) {
        long[] sorted = Arrays.copyOf(samples, Math.min(count, SAMPLES));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2] / 1_000;
    }
}
