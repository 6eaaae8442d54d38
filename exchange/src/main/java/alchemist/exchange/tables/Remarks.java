package alchemist.exchange.tables;

import alchemist.exchange.Reading;

/**
 * Tells people of one file how it was understood, and what was left out. One thread.
 *
 * @param where the file
 */
public record Remarks(String where, Reading reading) {
    /** Tells how something was understood. */
    public void note(String what) {
        reading.note(where, what);
    }

    /** Tells how something in a table of the file was understood. */
    public void note(String table, String what) {
        reading.note(place(table), what);
    }

    /** Tells what was left out. */
    public void warn(String what) {
        reading.warn(where, what);
    }

    /** Tells what was left out of a table of the file. */
    public void warn(String table, String what) {
        reading.warn(place(table), what);
    }

    /** Tells that cells of a table of the file hold bytes, which are left out. */
    public void bytesLeftOut(String table, long cells) {
        warn(
                table,
                cells == 1
                        ? "has 1 cell of bytes, which is left out"
                        : "has " + cells + " cells of bytes, which are left out");
    }

    private String place(String table) {
        return table.isEmpty() ? where : where + " " + table;
    }
}
