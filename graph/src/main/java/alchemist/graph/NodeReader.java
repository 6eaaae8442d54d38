package alchemist.graph;

import alchemist.graph.read.Direction;
import alchemist.graph.read.Display;
import alchemist.graph.read.EdgeRead;
import alchemist.graph.read.GroupRef;
import alchemist.graph.read.NeighborCount;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.NodeSummary;
import alchemist.graph.read.PropertyRead;
import alchemist.graph.read.SourceRef;
import alchemist.graph.read.StatementRead;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads all of a node or edge at a moment. */
final class NodeReader {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private final Rows rows;

    NodeReader(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
        this.rows = moment.store.rows;
    }

    NodeSummary summary(int node) {
        return summary(node, moment.statements(node));
    }

    NodeSummary summary(int node, int[] statements) {
        return new NodeSummary(
                store.things.id(node),
                name(statements),
                types(statements),
                store.things.isGroup(node),
                group(node));
    }

    int[] statementsOf(int node) {
        return moment.statements(node);
    }

    int groupOf(int node) {
        return moment.group(node);
    }

    @Nullable GroupRef group(int node) {
        int group = moment.group(node);
        return group == NONE ? null : new GroupRef(store.things.id(group), moment.name(group));
    }

    Display name(int[] statements) {
        int at = first(statements, Fields.NAME);
        return at < 0
                ? Display.NONE
                : moment.text.display(store.values.value(rows.value(statements[at])));
    }

    /** The labels of the types that are shown, the one stated first in front. */
    List<String> types(int[] statements) {
        long[] order = new long[statements.length];
        int size = 0;
        for (int i = 0; i < statements.length; i = end(statements, i)) {
            int field = moment.field(statements[i]);
            if (Fields.isType(field) && rows.value(statements[i]) == Rows.STATED) {
                order[size++] = ((long) rows.since(statements[i]) << 32) | Fields.term(field);
            }
        }
        Arrays.sort(order, 0, size);
        if (size == 1) {
            return List.of(moment.typeLabel((int) order[0]));
        }
        Set<String> types = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            types.add(moment.typeLabel((int) order[i]));
        }
        return List.copyOf(types);
    }

    /** The properties that are shown. */
    Properties shownProperties(int thing) {
        int[] statements = moment.statements(thing);
        TreeMap<String, Value> shown = new TreeMap<>();
        for (int i = 0; i < statements.length; i = end(statements, i)) {
            int field = moment.field(statements[i]);
            int value = rows.value(statements[i]);
            if (Fields.isProperty(field) && value != Rows.DENIED) {
                shown.put(store.terms.text(Fields.term(field)), moment.open(value));
            }
        }
        return Properties.of(shown);
    }

    NodeRead node(int node) {
        int[] statements = moment.statements(node);
        IntList members = moment.members(node);
        List<Id> mergedFrom = new ArrayList<>();
        for (int i = 1; i < members.size(); i++) {
            mergedFrom.add(store.things.id(members.at(i)));
        }
        long[] period = period(node);
        return new NodeRead(
                store.things.id(node),
                name(statements),
                types(statements),
                store.things.isGroup(node),
                group(node),
                mergedFrom,
                described(statements, false),
                described(statements, true),
                statementsOf(statements, Fields.NAME),
                statementsOf(statements, Fields.GROUP),
                statementsOf(statements, Fields.EXISTENCE),
                sources(statements),
                addedAt(members),
                period[0],
                period[1],
                neighborCounts(node));
    }

    EdgeRead edge(int edge) {
        int[] statements = moment.statements(edge);
        long[] period = period(edge);
        return new EdgeRead(
                store.things.id(edge),
                moment.relationLabel(store.things.relation(edge)),
                summary(moment.shownAs(store.things.from(edge))),
                summary(moment.shownAs(store.things.to(edge))),
                shownProperties(edge),
                described(statements, false),
                statementsOf(statements, Fields.EXISTENCE),
                sources(statements),
                addedAt(moment.members(edge)),
                period[0],
                period[1]);
    }

    /** The properties, or the types, with all that is stated of them, by key. */
    private List<PropertyRead> described(int[] statements, boolean types) {
        List<PropertyRead> described = new ArrayList<>();
        for (int i = 0; i < statements.length; i = end(statements, i)) {
            int field = moment.field(statements[i]);
            if (types ? Fields.isType(field) : Fields.isProperty(field)) {
                String key = store.terms.text(Fields.term(field));
                List<StatementRead> all = statements(statements, i);
                StatementRead shown = all.getFirst();
                described.add(
                        new PropertyRead(
                                key,
                                shown.value(),
                                shown.source(),
                                shown.position(),
                                shown.effectiveAt(),
                                disagree(statements, i),
                                all));
            }
        }
        described.sort((one, other) -> one.key().compareTo(other.key()));
        return described;
    }

    List<StatementRead> statementsOf(int[] statements, int field) {
        int at = first(statements, field);
        return at < 0 ? List.of() : statements(statements, at);
    }

    /** The statements of the field that begins at an index, the shown one first. */
    List<StatementRead> statements(int[] statements, int from) {
        int end = end(statements, from);
        List<StatementRead> reads = new ArrayList<>(end - from);
        for (int i = from; i < end; i++) {
            reads.add(statement(statements[i], i == from));
        }
        return Collections.unmodifiableList(reads);
    }

    StatementRead statement(int row, boolean shown) {
        int value = rows.value(row);
        return new StatementRead(
                value(moment.field(row), value),
                value == Rows.DENIED,
                moment.source(store.lanes.source(rows.lane(row))),
                rows.since(row),
                moment.effectiveFrom(row),
                shown);
    }

    private Value value(int field, int value) {
        if (value == Rows.DENIED) {
            return Value.NULL;
        }
        if (field == Fields.GROUP) {
            return Value.text(store.things.id(Fold.groupOf(value)).toString());
        }
        return field == Fields.EXISTENCE || Fields.isType(field)
                ? Value.flag(true)
                : moment.open(value);
    }

    /** Whether those who state the field that begins at an index differ. */
    boolean disagree(int[] statements, int from) {
        int end = end(statements, from);
        for (int i = from + 1; i < end; i++) {
            if (!moment.agree(statements[from], statements[i])) {
                return true;
            }
        }
        return false;
    }

    private List<SourceRef> sources(int[] statements) {
        List<SourceRef> sources = new ArrayList<>();
        for (int i = 0; i < statements.length; i++) {
            if (moment.field(statements[i]) == Fields.EXISTENCE
                    && rows.value(statements[i]) == Rows.STATED) {
                SourceRef source = moment.source(store.lanes.source(rows.lane(statements[i])));
                if (!sources.contains(source)) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }

    private long addedAt(IntList members) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < members.size(); i++) {
            for (int slot = store.things.slot(members.at(i));
                    slot != NONE;
                    slot = rows.next(slot)) {
                for (int row = slot; row != NONE; row = rows.former(row)) {
                    first = Math.min(first, rows.position(row));
                }
            }
        }
        return first;
    }

    /** The period that is read, else the last one; never: both ends are STILL. */
    private long[] period(int thing) {
        long[] periods = Lifetime.of(thing, moment);
        if (periods.length == 0) {
            return new long[] {Lifetime.STILL, Lifetime.STILL};
        }
        int at = periods.length - 2;
        while (at > 0 && periods[at] > moment.effectiveAt) {
            at -= 2;
        }
        return new long[] {periods[at], periods[at + 1]};
    }

    private List<NeighborCount> neighborCounts(int node) {
        TreeMap<String, int[]> counts = new TreeMap<>();
        Neighbors neighbors = new Neighbors(moment);
        neighbors.each(
                node,
                (edge, outgoing) -> {
                    String relation = moment.relationLabel(store.things.relation(edge));
                    counts.computeIfAbsent(relation, _ -> new int[2])[outgoing ? 0 : 1]++;
                });
        List<NeighborCount> list = new ArrayList<>();
        counts.forEach(
                (relation, count) -> {
                    if (count[0] > 0) {
                        list.add(new NeighborCount(relation, Direction.OUT, count[0]));
                    }
                    if (count[1] > 0) {
                        list.add(new NeighborCount(relation, Direction.IN, count[1]));
                    }
                });
        return list;
    }

    /** Where a field begins in statements that are ordered by field, or -1. */
    int first(int[] statements, int field) {
        for (int i = 0; i < statements.length; i++) {
            int other = moment.field(statements[i]);
            if (other >= field) {
                return other == field ? i : NONE;
            }
        }
        return NONE;
    }

    /** Where the field that begins at an index ends. */
    int end(int[] statements, int from) {
        int field = moment.field(statements[from]);
        int end = from + 1;
        while (end < statements.length && moment.field(statements[end]) == field) {
            end++;
        }
        return end;
    }
}
