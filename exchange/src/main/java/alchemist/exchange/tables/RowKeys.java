package alchemist.exchange.tables;

import alchemist.kernel.Id;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what the rows of a table are known in one pass: their key, else their content and how many of
 * the same stood before. The same in every pass.
 */
final class RowKeys {
    private static final char APART = '\0';

    private final Shape shape;
    private final boolean proven;
    private final Hashes seen = new Hashes();
    private final LongIntMap occurrences = new LongIntMap();

    RowKeys(Shape shape) {
        this.shape = shape;
        this.proven =
                shape.key().size() == 1 && shape.columns().get(shape.key().getFirst()).isUnique();
    }

    /** The key of the next row; null where an earlier row has it. */
    @Nullable String of(Value[] cells) {
        String key = key(cells, APART);
        if (key == null) {
            return content(cells);
        }
        return proven || seen.add(Hashes.of(key)) ? key : null;
    }

    /** The key's cells in one text; null where there is no key, or a cell of it is empty. */
    @Nullable String key(Value[] cells, char between) {
        List<Integer> places = shape.key();
        if (places.isEmpty()) {
            return null;
        }
        StringBuilder key = new StringBuilder();
        for (int place : places) {
            if (Cells.isEmpty(cells[place])) {
                return null;
            }
            if (!key.isEmpty()) {
                key.append(between);
            }
            key.append(between == APART ? Cells.key(cells[place]) : Cells.shown(cells[place]));
        }
        return key.toString();
    }

    private String content(Value[] cells) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (!Cells.isEmpty(cells[i]) && !shape.converter(i).ignored()) {
                all.append(shape.header().get(i)).append(APART);
                all.append(Cells.key(cells[i])).append(APART);
            }
        }
        Id content = Id.of("tables.content", all.toString());
        int before = Math.max(0, occurrences.find(content.high()));
        occurrences.put(content.high(), before + 1);
        return APART + content.toString() + APART + before;
    }
}
