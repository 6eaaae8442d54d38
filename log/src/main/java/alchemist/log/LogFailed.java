package alchemist.log;

/**
 * A force failed, so nobody knows what is on the medium. Final for this process: a force that is
 * tried again may claim success for bytes that the system has thrown away.
 */
public final class LogFailed extends LogException {
    private static final long serialVersionUID = 1;

    /**
     * The refusal of everything after a failed force.
     *
     * @param log which
     * @param cause the failure
     */
    public LogFailed(String log, Throwable cause) {
        super(
                log
                        + " failed while forcing to disk ("
                        + cause.getMessage()
                        + "); nothing more is accepted. Check the disk, then start again: what was"
                        + " acknowledged is kept",
                cause);
    }
}
