package alchemist.log;

/** The log does not end where the caller believed: somebody else has appended. */
public final class WrongPosition extends LogException {
    private static final long serialVersionUID = 1;

    private final long expected;
    private final long actual;

    /**
     * A refusal of an append.
     *
     * @param expected the position that the caller gave
     * @param actual the last position of the log
     */
    public WrongPosition(long expected, long actual) {
        super("expected the log to end with position " + expected + ", but it is " + actual, null);
        this.expected = expected;
        this.actual = actual;
    }

    /** The position that the caller gave. */
    public long expected() {
        return expected;
    }

    /** The last position of the log. */
    public long actual() {
        return actual;
    }
}
