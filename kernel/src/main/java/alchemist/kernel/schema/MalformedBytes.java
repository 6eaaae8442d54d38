package alchemist.kernel.schema;

/** Stored bytes that no schema wrote: damage, or another format. */
public final class MalformedBytes extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong, and where. */
    public MalformedBytes(String message) {
        super(message);
    }
}
