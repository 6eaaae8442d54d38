package alchemist.bench;

import alchemist.bench.peers.Peer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** What a peer did in its turns. */
final class Turns {
    /**
     * A turn ends when its time is over, even if not all is written; but never before a unit is.
     */
    private static final long TURN_NANOS = 500_000_000;

    private final String name;
    private final Peer peer;
    private final double[][] nanosPerEvent;
    private final List<List<Long>> units = new ArrayList<>();
    private final List<Double> reads = new ArrayList<>();
    private final CRC32C written = new CRC32C();
    private long events;

    /** Of a peer, for so many loads in so many rounds, of which the first warms up. */
    Turns(String name, Peer peer, int loads, int rounds) {
        this.name = name;
        this.peer = peer;
        this.nanosPerEvent = new double[loads][rounds];
        for (int i = 0; i < loads; i++) {
            units.add(new ArrayList<>());
        }
    }

    String name() {
        return name;
    }

    Peer peer() {
        return peer;
    }

    /** Writes in units, waits for what follows, and remembers how long it took. */
    void write(List<byte[]> all, int unit, int load, int round) throws Exception {
        int done = 0;
        long start = System.nanoTime();
        long before = start;
        // Commands build on those before: of the whole of Alchemist none is left out.
        while (done < all.size()
                && (before - start < TURN_NANOS || peer instanceof WholeAlchemist)) {
            peer.append(all.subList(done, done + unit));
            done += unit;
            long now = System.nanoTime();
            if (round > 0) {
                units.get(load).add(now - before);
            }
            before = now;
        }
        peer.settle();
        nanosPerEvent[load][round] = (double) (System.nanoTime() - start) / done;
        for (byte[] event : all.subList(0, done)) {
            written.update(event);
        }
        events += done;
    }

    /**
     * Reads all, and remembers how long it took.
     *
     * @throws IllegalStateException when it is not what was written
     */
    void read() throws Exception {
        CRC32C read = new CRC32C();
        long start = System.nanoTime();
        peer.read(read::update);
        reads.add((double) (System.nanoTime() - start) / events);
        if (read.getValue() != written.getValue()) {
            throw new IllegalStateException(name + " did not give back what was written to it");
        }
    }

    /** What an event of a load took in the middle round, ns. */
    double nanos(int load) {
        return Figures.median(rounds(load));
    }

    /** How many times as long as another an event of a load took, in the middle round. */
    double over(Turns other, int load) {
        double[] ratios = rounds(load);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] /= other.nanosPerEvent[load][i + 1];
        }
        return Figures.median(ratios);
    }

    private double[] rounds(int load) {
        return Arrays.copyOfRange(nanosPerEvent[load], 1, nanosPerEvent[load].length);
    }

    /**
     * How long a unit of a load took until it was durable, at most, in a share of all cases; ns.
     */
    double unitNanos(int load, double share) {
        List<Long> sorted = units.get(load).stream().sorted().toList();
        return sorted.get((int) (sorted.size() * share));
    }

    double readNanos() {
        return Figures.median(reads.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double bytesPerEvent() throws Exception {
        return (double) peer.bytesOnDisk() / events;
    }
}
