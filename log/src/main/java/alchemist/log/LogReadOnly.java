package alchemist.log;

/** The log was opened read-only, or damage was found in it. */
public final class LogReadOnly extends LogException {
    private static final long serialVersionUID = 1;

    /**
     * A refusal to append.
     *
     * @param log which
     * @param why it is read-only
     */
    public LogReadOnly(String log, String why) {
        super(log + " is read-only: " + why, null);
    }
}
