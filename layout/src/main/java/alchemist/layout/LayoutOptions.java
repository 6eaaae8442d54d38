package alchemist.layout;

/**
 * How a graph is placed. The same graph, options and seed give bit-identical positions everywhere.
 *
 * @param seed where arbitrary choices begin
 * @param maxGroupSize a group with more members than this, or a root with more items, is split into
 *     derived groups by communities, and those again; at least 2
 * @param iterations rounds of improvement for each group, at least 1; more is slower and smoother
 * @param padding free space between circles, for labels: two leaves of radius 1 stay this far
 *     apart, larger circles further (by the square root of their radius, up to 16 times); at least
 *     0
 * @param progress hears how far it is, and may cancel
 */
public record LayoutOptions(
        long seed, int maxGroupSize, int iterations, float padding, LayoutProgress progress) {

    /** At most 60 members in a group, 60 rounds, a padding of 1, no progress. */
    public static final LayoutOptions DEFAULT = new LayoutOptions(1, 60, 60, 1, done -> true);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public LayoutOptions {
        if (maxGroupSize < 2) {
            throw new IllegalArgumentException(
                    "maxGroupSize is " + maxGroupSize + ": give at least 2");
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations is " + iterations + ": give at least 1");
        }
        if (!(padding >= 0 && padding <= 1e6f)) {
            throw new IllegalArgumentException("padding is out of range: give 0 to 1000000");
        }
    }

    /** Returns these options with another seed. */
    public LayoutOptions withSeed(long other) {
        return new LayoutOptions(other, maxGroupSize, iterations, padding, progress);
    }

    /** Returns these options with another largest group. */
    public LayoutOptions withMaxGroupSize(int other) {
        return new LayoutOptions(seed, other, iterations, padding, progress);
    }

    /** Returns these options with another number of rounds. */
    public LayoutOptions withIterations(int other) {
        return new LayoutOptions(seed, maxGroupSize, other, padding, progress);
    }

    /** Returns these options with another padding. */
    public LayoutOptions withPadding(float other) {
        return new LayoutOptions(seed, maxGroupSize, iterations, other, progress);
    }

    /** Returns these options with another listener. */
    public LayoutOptions withProgress(LayoutProgress other) {
        return new LayoutOptions(seed, maxGroupSize, iterations, padding, other);
    }
}
