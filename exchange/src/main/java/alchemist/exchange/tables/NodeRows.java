package alchemist.exchange.tables;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.tables.Shape.Reference;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** States the rows of a table as nodes, in one pass over them. */
final class NodeRows {
    private final Shape shape;
    private final Outbox outbox;
    private final RowKeys keys;
    private final Tally tally = new Tally();
    private long number;

    NodeRows(Shape shape, Outbox outbox) {
        this.shape = shape;
        this.outbox = outbox;
        this.keys = new RowKeys(shape);
    }

    void state() throws IOException {
        outbox.add(group(shape), shape.earliest());
        int effective = shape.effectiveColumn();
        shape.table()
                .eachRow(
                        (row, cells) -> {
                            number++;
                            String key = keys.of(cells);
                            if (key == null) {
                                tally.add(
                                        "has the key of an earlier row, and is left out",
                                        row,
                                        String.valueOf(keys.key(cells, ' ')));
                                return;
                            }
                            long at =
                                    effective < 0
                                            ? shape.source().effectiveAt()
                                            : shape.effective(cells[effective], row);
                            outbox.add(node(shape.idOf(key), cells, row), at);
                            shape.stated(shape.idOf(key), cells);
                            progress();
                        });
        tally.tell(shape);
    }

    private void progress() {
        if (number % 1024 == 0) {
            shape.source()
                    .remarks()
                    .reading()
                    .progress(number, shape.rows(), "rows of " + shape.where());
        }
    }

    /** The group of a table's rows. */
    static NodeStatement group(Shape shape) {
        TreeMap<String, Value> facts = new TreeMap<>();
        facts.put("rows", Value.integer(shape.rows()));
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < shape.header().size(); i++) {
            columns.add(shape.converter(i).name() + " " + Understanding.told(shape.converter(i)));
        }
        facts.put("columns", Value.texts(columns));
        facts.put("file", Value.text(shape.source().file()));
        return new NodeStatement(
                /* node= */ shape.group(),
                Value.text(shape.table().name()),
                List.of("Table"),
                Properties.of(facts),
                Id.NONE,
                true);
    }

    private NodeStatement node(Id id, Value[] cells, long row) {
        TreeMap<String, Value> properties = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            Column column = shape.converter(i);
            boolean named =
                    shape.naming().equals(List.of(i))
                            && column.name().toLowerCase(Locale.ROOT).equals("name");
            if (named || i == shape.types() || becomesEdge(i, cells[i], row)) {
                continue;
            }
            Value value = column.value(cells[i]);
            if (!value.isNull()) {
                properties.put(column.name(), value);
            }
        }
        return new NodeStatement(
                id, name(id, cells), types(cells), Properties.of(properties), shape.group(), false);
    }

    private boolean becomesEdge(int column, Value cell, long row) {
        if (Cells.isEmpty(cell)) {
            return false;
        }
        for (Reference one : shape.references()) {
            if (one.column() == column) {
                boolean there = one.target().holds(one.targetColumn(), cell);
                if (!there) {
                    tally.add(
                            "refers by '"
                                    + shape.header().get(column)
                                    + "' to a row that '"
                                    + one.target().table().name()
                                    + "' does not have: it stays a property",
                            row,
                            Cells.shown(cell));
                }
                return there && !shape.key().contains(column);
            }
        }
        return false;
    }

    private Value name(Id id, Value[] cells) {
        StringBuilder name = new StringBuilder();
        for (int place : shape.naming()) {
            if (!Cells.isEmpty(cells[place])) {
                name.append(name.isEmpty() ? "" : " ").append(Cells.shown(cells[place]));
            }
        }
        if (!name.isEmpty()) {
            return Value.text(name.toString());
        }
        String key = keys.key(cells, ' ');
        if (key != null) {
            return Value.text(key);
        }
        // Known by its content, it keeps the number that it had when it was read first.
        NodeStatement before = shape.source().remarks().reading().stated().node(id);
        return before == null ? Value.text(shape.table().name() + " " + number) : before.name();
    }

    private List<String> types(Value[] cells) {
        int place = shape.types();
        if (place < 0 || Cells.isEmpty(cells[place])) {
            return List.of(shape.rowType());
        }
        if (cells[place] instanceof Value.ListOf list) {
            return list.values().stream().map(Cells::shown).filter(t -> !t.isBlank()).toList();
        }
        List<String> types = new ArrayList<>();
        for (String type : Cells.key(cells[place]).split("[;|]", -1)) {
            if (!type.isBlank() && !types.contains(type.strip())) {
                types.add(type.strip());
            }
        }
        return types;
    }
}
