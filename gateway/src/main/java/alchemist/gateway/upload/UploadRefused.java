package alchemist.gateway.upload;

/** What was sent is not taken; the message says why, and what to do. */
public final class UploadRefused extends Exception {
    private static final long serialVersionUID = 1;

    /** A refusal. */
    public UploadRefused(String message) {
        super(message);
    }
}
