package alchemist.log;

/** There is no log where one should be opened. */
public final class NoSuchLog extends LogException {
    private static final long serialVersionUID = 1;

    /**
     * A refusal to open.
     *
     * @param where no log was found
     */
    public NoSuchLog(String where) {
        super("there is no log in " + where, null);
    }
}
