package alchemist.exchange.ddl;

/**
 * A piece of SQL.
 *
 * @param text without its quotes
 * @param line from 1
 */
record Token(Kind kind, String text, int line) {
    /** What it is. */
    enum Kind {
        WORD,
        QUOTED,
        TEXT,
        NUMBER,
        SYMBOL
    }

    /** Whether it is this word, in whatever case, or this symbol. */
    boolean is(String other) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(other);
    }

    /** Whether it may be a name. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
