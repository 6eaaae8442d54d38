package alchemist.exchange.tables;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people decided of a table, in {@link OptionsFile}.
 *
 * @param key the columns by which a row is known; empty: by its content; null: to be found
 * @param name the column that names rows; empty: to be found
 * @param type of the rows; empty: the table's name
 * @param references by column the table that it refers to; empty: none
 * @param ignore the columns that are left out
 * @param effectiveTime the column that says since when a row holds; empty: none
 * @param types by column what its texts are
 * @param header whether the first line names the columns; null: to be found
 * @param kind what rows are; null: to be found
 */
public record TableOptions(
        @Nullable List<String> key,
        String name,
        String type,
        Map<String, String> references,
        Set<String> ignore,
        String effectiveTime,
        Map<String, String> types,
        @Nullable Boolean header,
        @Nullable Kind kind) {

    /** What the rows of a table are. */
    public enum Kind {
        /** Nodes, with references. */
        ROWS,
        /** Nodes that tell their types. */
        NODES,
        /** Edges. */
        EDGES
    }

    /** Nothing was decided. */
    public static final TableOptions NONE =
            new TableOptions(null, "", "", Map.of(), Set.of(), "", Map.of(), null, null);
}
