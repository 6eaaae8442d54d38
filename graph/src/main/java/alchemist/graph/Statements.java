package alchemist.graph;

import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what one source states at a moment, as it stated it. */
final class Statements {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;
    private final int source;

    Statements(Moment moment, Id source) {
        this(moment, moment.store.sources.find(source));
    }

    Statements(Moment moment, int source) {
        this.moment = moment;
        this.store = moment.store;
        this.source = source;
    }

    void each(Consumer<StatedNode> nodes, Consumer<StatedEdge> edges) {
        if (source == NONE) {
            return;
        }
        for (int thing = 0; thing < moment.published.things(); thing++) {
            if (isStated(thing)) {
                if (store.things.isEdge(thing)) {
                    edges.accept(edge(thing));
                } else {
                    nodes.accept(node(thing));
                }
            }
        }
    }

    @Nullable StatedNode node(Id id) {
        int thing = moment.find(id);
        return thing == NONE || store.things.isEdge(thing) || source == NONE || !isStated(thing)
                ? null
                : node(thing);
    }

    @Nullable StatedEdge edge(Id id) {
        int thing = moment.find(id);
        return thing == NONE || !store.things.isEdge(thing) || source == NONE || !isStated(thing)
                ? null
                : edge(thing);
    }

    /** Whether the source states that the thing is there. */
    private boolean isStated(int thing) {
        for (int slot = store.things.slot(thing);
                slot != NONE && Lanes.isExistence(store.rows.lane(slot));
                slot = store.rows.next(slot)) {
            if (store.lanes.source(store.rows.lane(slot)) == source) {
                int row = moment.version(slot);
                return row != NONE && store.rows.value(row) == Rows.STATED;
            }
        }
        return false;
    }

    /** All that the source states of a node, also where it does not state that it is there. */
    StatedNode node(int thing) {
        Value name = Value.NULL;
        Id group = Id.NONE;
        List<String> types = new ArrayList<>();
        TreeMap<String, Value> properties = new TreeMap<>();
        for (int slot = store.things.slot(thing); slot != NONE; slot = store.rows.next(slot)) {
            int row = own(slot);
            if (row == NONE) {
                continue;
            }
            int field = moment.field(row);
            int value = store.rows.value(row);
            if (field == Fields.NAME) {
                name = store.values.value(value);
            } else if (field == Fields.GROUP) {
                int within = Fold.groupOf(value);
                group = within == NONE ? Id.NONE : store.things.id(within);
            } else if (Fields.isType(field) && value == Rows.STATED) {
                types.add(store.terms.text(Fields.term(field)));
            } else if (Fields.isProperty(field)) {
                property(field, value, properties);
            }
        }
        return new StatedNode(
                store.things.id(thing),
                store.things.isGroup(thing),
                name,
                types,
                Properties.of(properties),
                group);
    }

    /** All that the source states of an edge, likewise. */
    StatedEdge edge(int thing) {
        TreeMap<String, Value> properties = new TreeMap<>();
        for (int slot = store.things.slot(thing); slot != NONE; slot = store.rows.next(slot)) {
            int row = own(slot);
            if (row != NONE && Fields.isProperty(moment.field(row))) {
                property(moment.field(row), store.rows.value(row), properties);
            }
        }
        return new StatedEdge(
                store.things.id(thing),
                store.things.id(store.things.from(thing)),
                store.things.id(store.things.to(thing)),
                store.terms.text(store.things.relation(thing)),
                Properties.of(properties));
    }

    private void property(int field, int value, TreeMap<String, Value> properties) {
        if (value != Rows.DENIED) {
            properties.put(store.terms.text(Fields.term(field)), store.values.value(value));
        }
    }

    /** The version of a slot that holds, where the slot is the source's. */
    private int own(int slot) {
        return store.lanes.source(store.rows.lane(slot)) == source ? moment.version(slot) : NONE;
    }
}
