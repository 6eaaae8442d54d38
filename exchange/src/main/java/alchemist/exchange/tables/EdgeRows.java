package alchemist.exchange.tables;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.tables.Shape.Reference;
import alchemist.exchange.tables.TableOptions.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.collection.LongIntMap;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** States what the rows of a table join, in one pass over them, when all nodes are stated. */
final class EdgeRows {
    private final Shape shape;
    private final List<Shape> all;
    private final Outbox outbox;
    private final RowKeys keys;
    private final Tally tally = new Tally();
    private final LongIntMap occurrences = new LongIntMap();
    private final Set<Id> ends = new HashSet<>();
    private int typeColumn = -1;
    private boolean grouped;

    EdgeRows(Shape shape, List<Shape> all, Outbox outbox) {
        this.shape = shape;
        this.all = all;
        this.outbox = outbox;
        this.keys = new RowKeys(shape);
    }

    void state() throws IOException {
        int effective = shape.effectiveColumn();
        boolean edges = shape.kind() == Kind.EDGES;
        Ends from = edges ? Ends.of(shape, true, all) : null;
        Ends to = edges ? Ends.of(shape, false, all) : null;
        typeColumn = edges ? Ends.typeColumn(shape) : -1;
        shape.table()
                .eachRow(
                        (row, cells) -> {
                            long at =
                                    effective < 0
                                            ? shape.source().effectiveAt()
                                            : shape.effective(cells[effective], row);
                            if (from != null && to != null) {
                                join(from, to, cells, row, at);
                            } else {
                                refer(cells, at);
                            }
                        });
        tally.tell(shape);
    }

    /** A row that is a node refers to others. */
    private void refer(Value[] cells, long at) {
        String key = keys.of(cells);
        if (key == null) {
            return; // told when it was left out
        }
        Id from = shape.idOf(key);
        for (Reference one : shape.references()) {
            Value cell = cells[one.column()];
            Id to = Cells.isEmpty(cell) ? null : one.target().row(one.targetColumn(), cell);
            if (to != null) {
                Id edge =
                        Id.of(
                                "tables.reference",
                                from + "\0" + shape.header().get(one.column()) + "\0" + to);
                outbox.add(new EdgeStatement(edge, from, to, one.relation(), Properties.NONE), at);
            }
        }
    }

    /** A row is an edge. */
    private void join(Ends from, Ends to, Value[] cells, long row, long at) {
        Id begin = end(from, cells, row);
        Id end = end(to, cells, row);
        if (begin == null || end == null) {
            return;
        }
        String type = type(cells);
        int id = id();
        String own = id < 0 ? "" : Cells.key(cells[id]);
        String known = own + "\0" + begin + "\0" + end + "\0" + type;
        long hash = Hashes.of(known);
        int before = Math.max(0, occurrences.find(hash));
        occurrences.put(hash, before + 1);
        Id edge =
                Id.of(
                        "tables.edge",
                        shape.source().key()
                                + "\0"
                                + shape.table().part()
                                + "\0"
                                + known
                                + "\0"
                                + before);
        TreeMap<String, Value> properties = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            if (i != from.column() && i != to.column() && i != typeColumn) {
                Value value = shape.converter(i).value(cells[i]);
                if (!value.isNull()) {
                    properties.put(shape.converter(i).name(), value);
                }
            }
        }
        outbox.add(new EdgeStatement(edge, begin, end, type, Properties.of(properties)), at);
    }

    private int id() {
        int id = Roles.find(shape.header(), "id");
        return id < 0 ? shape.roles().id() : id;
    }

    private String type(Value[] cells) {
        return typeColumn < 0 || Cells.isEmpty(cells[typeColumn])
                ? shape.rowType()
                : Cells.shown(cells[typeColumn]).strip();
    }

    private @Nullable Id end(Ends ends, Value[] cells, long row) {
        Value cell = cells[ends.column()];
        if (Cells.isEmpty(cell)) {
            tally.add(
                    "has nothing in '"
                            + shape.header().get(ends.column())
                            + "', joins nothing, and is left out",
                    row,
                    "");
            return null;
        }
        for (Shape target : ends.targets()) {
            int column = ends.targetColumn(target);
            if (target.holds(column, cell)) {
                return target.row(column, cell);
            }
        }
        return bare(ends, cell, row);
    }

    /** The node of which nothing is known but that an edge ends there. */
    private Id bare(Ends of, Value cell, long row) {
        if (!of.targets().isEmpty() || of.isOfNodesElsewhere()) {
            tally.add(
                    "joins by '"
                            + shape.header().get(of.column())
                            + "' a node that no table has: it is there with its id alone",
                    row,
                    Cells.shown(cell));
        }
        String key = Cells.key(cell);
        Id id =
                Id.of(
                        "tables.end",
                        shape.source().key()
                                + "\0"
                                + shape.table().part()
                                + "\0"
                                + of.space()
                                + "\0"
                                + key);
        if (ends.add(id)) {
            if (!grouped) {
                grouped = true;
                outbox.add(NodeRows.group(shape), shape.earliest());
            }
            outbox.add(
                    new NodeStatement(
                            id,
                            Value.text(Cells.shown(cell)),
                            of.space().isEmpty() ? List.of() : List.of(of.space()),
                            Properties.NONE,
                            shape.group(),
                            false),
                    shape.earliest());
        }
        return id;
    }
}
