package alchemist.gateway;

/**
 * There is no room left where it would be stored; the message says what was not, and what to do.
 */
public final class NoRoom extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What was not stored, and what to do. */
    public NoRoom(String message, Throwable cause) {
        super(message, cause);
    }
}
