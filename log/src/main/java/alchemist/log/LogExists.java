package alchemist.log;

/** There is a log already where a new one should begin. */
public final class LogExists extends LogException {
    private static final long serialVersionUID = 1;

    /**
     * A refusal to begin a log.
     *
     * @param where there is one
     */
    public LogExists(String where) {
        super("there is already a log in " + where + "; open it instead", null);
    }
}
