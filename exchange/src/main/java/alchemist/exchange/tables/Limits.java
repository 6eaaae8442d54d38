package alchemist.exchange.tables;

/**
 * How much a table may hold.
 *
 * @param bytes of its file
 * @param rows in one table
 */
public record Limits(long bytes, long rows) {
    /** Of a file that was opened itself. */
    public static final Limits OPENED = new Limits(1L << 30, 1_000_000);

    /** Of a file that was found in an opened folder. */
    public static final Limits FOUND = new Limits(5L * 1024 * 1024, 5_000);

    /** How many columns a table may have. */
    public static final int MAX_COLUMNS = 1000;

    /** How long a cell may be, in UTF-16 units. */
    public static final int MAX_CELL = 1 << 20;
}
