package alchemist.graph.same;

/**
 * A pair that was proposed, without its words: those hold names, which are read anew for each
 * answer.
 *
 * @param survivor number of the node that would stay
 * @param absorbed number of the other one
 * @param clue what both have in common, as a hash
 */
record Pair(int survivor, int absorbed, Kind kind, int score, long clue)
        implements Comparable<Pair> {
    /** The surest first. */
    @Override
    public int compareTo(Pair other) {
        int order = Integer.compare(other.score, score);
        order = order == 0 ? Integer.compare(survivor, other.survivor) : order;
        return order == 0 ? Integer.compare(absorbed, other.absorbed) : order;
    }

    /** The same for both directions. */
    long nodes() {
        return (long) Math.min(survivor, absorbed) << 32 | Math.max(survivor, absorbed);
    }
}
