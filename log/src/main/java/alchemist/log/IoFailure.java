package alchemist.log;

/** The medium could not do what it was asked; nothing was appended, and a retry may work. */
public final class IoFailure extends LogException {
    private static final long serialVersionUID = 1;

    /**
     * A failure of the medium.
     *
     * @param what could not be done, and to which file
     * @param cause what the medium said
     */
    public IoFailure(String what, Throwable cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
