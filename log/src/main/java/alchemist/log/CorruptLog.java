package alchemist.log;

/** What is stored is not what was written. */
public final class CorruptLog extends LogException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long offset;
    private final String reason;

    /**
     * Damage that was found.
     *
     * @param file where, or the name of the stream
     * @param offset in bytes, of what does not hold
     * @param reason a sentence without its full stop
     */
    public CorruptLog(String file, long offset, String reason) {
        super(file + " is damaged at byte " + offset + ": " + reason, null);
        this.file = file;
        this.offset = offset;
        this.reason = reason;
    }

    /** The file that is damaged. */
    public String file() {
        return file;
    }

    /** Where in the file, in bytes. */
    public long offset() {
        return offset;
    }

    /** What does not hold there. */
    public String reason() {
        return reason;
    }
}
