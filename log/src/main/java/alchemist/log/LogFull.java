package alchemist.log;

/** There is no room left for the block; nothing was appended. Make room and append again. */
public final class LogFull extends LogException {
    private static final long serialVersionUID = 1;

    /**
     * A refusal for want of room.
     *
     * @param where the directory or stream that is full
     * @param cause what the medium said
     */
    public LogFull(String where, Throwable cause) {
        super("no room left in " + where + "; make room, then it goes on", cause);
    }
}
