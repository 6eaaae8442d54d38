package alchemist.graph;

/** A moment was asked for that is not published yet. */
public final class PositionAhead extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final long position;
    private final long published;

    PositionAhead(long position, long published) {
        super(
                "position "
                        + position
                        + " is not there yet: the graph is at "
                        + published
                        + "; ask for at most that, or wait");
        this.position = position;
        this.published = published;
    }

    /** What was asked for. */
    public long position() {
        return position;
    }

    /** What is there. */
    public long published() {
        return published;
    }
}
