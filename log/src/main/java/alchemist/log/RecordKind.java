package alchemist.log;

/** What a record of a block is. The byte that stands for it is part of the format. */
public enum RecordKind {
    /** Where the log begins; only the first record of the first block. */
    ORIGIN(0),
    /** A command that was accepted; the events that it caused follow it. */
    COMMAND(1),
    /** An event; it has a position. */
    EVENT(2);

    private static final RecordKind[] BY_CODE = values();

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    /** The byte that stands for the kind. */
    public int code() {
        return code;
    }

    static boolean isKnown(int code) {
        return code >= 0 && code < BY_CODE.length;
    }

    static RecordKind of(int code) {
        return BY_CODE[code];
    }
}
