package alchemist.graph;

import alchemist.graph.read.Page;
import alchemist.graph.read.RowRead;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads nodes at a moment as the rows of a table. */
final class TableReader {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private final NodeReader reader;
    private final Neighbors neighbors;
    private final List<String> keys;
    private final int[] fields;
    private final boolean stated;

    /**
     * A reader of a table.
     *
     * @param keys the properties that are wanted
     * @param stated only nodes of which one of them is shown
     */
    TableReader(Moment moment, List<String> keys, boolean stated) {
        this.moment = moment;
        this.store = moment.store;
        this.reader = new NodeReader(moment);
        this.neighbors = new Neighbors(moment);
        this.keys = keys;
        this.stated = stated;
        this.fields = new int[keys.size()];
        for (int i = 0; i < fields.length; i++) {
            int term = store.terms.find(keys.get(i));
            fields[i] =
                    term == NONE || term >= moment.published.terms() ? NONE : Fields.property(term);
        }
    }

    Page<RowRead> page(int limit, String cursor) {
        NodeLists lists = new NodeLists(moment);
        List<RowRead> rows = new ArrayList<>();
        int last = NONE;
        for (int thing = Cursor.next(cursor); thing < moment.published.things(); thing++) {
            RowRead row = lists.isShownNode(thing) ? row(thing) : null;
            if (row != null) {
                if (rows.size() == limit) {
                    return new Page<>(rows, Cursor.after(last), -1);
                }
                rows.add(row);
                last = thing;
            }
        }
        return new Page<>(rows, "", -1);
    }

    private @Nullable RowRead row(int node) {
        int[] statements = moment.statements(node);
        Properties values = values(statements);
        if (stated && values.isEmpty()) {
            return null;
        }
        int[] count = new int[1];
        neighbors.each(node, (_, _) -> count[0]++);
        long changedAt = Long.MIN_VALUE;
        for (int row : statements) {
            changedAt = Math.max(changedAt, moment.effectiveFrom(row));
        }
        return new RowRead(reader.summary(node, statements), count[0], changedAt, values);
    }

    private Properties values(int[] statements) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (int i = 0; i < fields.length; i++) {
            int at = fields[i] == NONE ? NONE : reader.first(statements, fields[i]);
            int value = at == NONE ? Rows.DENIED : store.rows.value(statements[at]);
            if (value != Rows.DENIED) {
                values.put(keys.get(i), moment.open(value));
            }
        }
        return Properties.of(values);
    }
}
