package alchemist.exchange.tables;

import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.List;

/** Rows of cells under named columns, read from the first to the last as often as needed. */
public interface Table {
    /** Its name, for people, and that of the type of its rows. */
    String name();

    /** What tells it from other tables of the same file; empty where there can be but one. */
    String part();

    /** The names of its columns, each once. */
    List<String> columns();

    /** What its file says of it. */
    default Declared declared() {
        return Declared.NOTHING;
    }

    /** Whether its cells have types: then a text of digits is a text, and no number. */
    boolean isTyped();

    /**
     * Reads all its rows.
     *
     * @throws alchemist.exchange.ReadingFailed when they are damaged, or there is too much of them
     */
    void eachRow(Rows rows) throws IOException;

    /** Takes rows. */
    @FunctionalInterface
    interface Rows {
        /**
         * A row.
         *
         * @param number for people: of a text the line it begins in, else its place in the table
         * @param cells one for each column; empty ones are {@link Value#NULL}
         */
        void row(long number, Value[] cells) throws IOException;
    }
}
