package alchemist.exchange.blueprint;

/** A file is not what it seemed to be. The message says what is wrong. */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * Something is wrong there.
     *
     * @param line where, from 1; 0 where that is not known
     */
    public Malformed(int line, String what) {
        super(what);
        this.line = line;
    }

    /** In which line, from 1; 0 where that is not known. */
    public int line() {
        return line;
    }

    /** What is wrong. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
