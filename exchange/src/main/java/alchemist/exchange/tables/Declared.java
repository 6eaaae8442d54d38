package alchemist.exchange.tables;

import java.util.List;

/**
 * What a file itself says of a table's rows.
 *
 * @param key the columns by which a row is known; none where it does not say
 * @param references to rows of tables in the same file
 */
public record Declared(List<String> key, List<Reference> references) {
    /** It says nothing. */
    public static final Declared NOTHING = new Declared(List.of(), List.of());

    /**
     * A reference to a row.
     *
     * @param column that refers
     * @param table to which
     * @param target the column there; empty: its key
     */
    public record Reference(String column, String table, String target) {}
}
