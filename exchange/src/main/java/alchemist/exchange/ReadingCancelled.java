package alchemist.exchange;

/** Whoever asked for the reading wants it no more. Not for readers to catch. */
public final class ReadingCancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** It is cancelled. */
    public ReadingCancelled() {
        super("cancelled", null, false, false);
    }
}
