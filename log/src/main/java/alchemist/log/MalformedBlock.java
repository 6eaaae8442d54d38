package alchemist.log;

/** Bytes that are no commit block, or one that was damaged, or one of a newer format. */
public final class MalformedBlock extends Exception {
    private static final long serialVersionUID = 1;

    private final int newerVersion;

    MalformedBlock(String message) {
        this(message, 0);
    }

    MalformedBlock(String message, int newerVersion) {
        super(message);
        this.newerVersion = newerVersion;
    }

    /**
     * The version, when it is a whole block but of a newer format than this program reads; else 0.
     */
    public int newerVersion() {
        return newerVersion;
    }
}
