package alchemist.graph;

import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The graph at a moment, thing by thing, for who writes all of it elsewhere; nothing is gathered in
 * memory. Personal parts stay sealed. Any number of threads.
 */
public final class Whole {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;

    Whole(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
    }

    /** What there is, thing by thing. */
    public interface Part {
        /** Names its nodes and groups, then its edges, each in the order of their coming. */
        void each(Consumer<Id> nodes, Consumer<Id> edges);

        /** A node or group of it. */
        Optional<StatedNode> node(Id id);

        /** An edge of it, whose ends somebody states. */
        Optional<StatedEdge> edge(Id id);
    }

    /** How many nodes and groups, and edges, there are. */
    public record Size(long nodes, long edges) {}

    /** How much is shown. */
    public Size shownSize() {
        long[] counts = new long[2];
        shown().each(_ -> counts[0]++, _ -> counts[1]++);
        return new Size(counts[0], counts[1]);
    }

    /** How much somebody states, each thing counted once. */
    public Size statedSize() {
        long nodes = 0;
        long edges = 0;
        for (int thing = 0; thing < moment.published.things(); thing++) {
            if (isStated(thing)) {
                if (!store.things.isEdge(thing)) {
                    nodes++;
                } else if (hasStatedEnds(thing)) {
                    edges++;
                }
            }
        }
        return new Size(nodes, edges);
    }

    /** The people who state something, in the order in which they began to. */
    public List<Id> people() {
        boolean[] state = new boolean[moment.published.sources()];
        for (int thing = 0; thing < moment.published.things(); thing++) {
            for (int slot = store.things.slot(thing); slot != NONE; slot = store.rows.next(slot)) {
                int source = store.lanes.source(store.rows.lane(slot));
                if (source < state.length
                        && !state[source]
                        && store.sources.isPerson(source, moment.position)) {
                    state[source] = states(slot);
                }
            }
        }
        List<Id> people = new ArrayList<>();
        for (int source = 0; source < state.length; source++) {
            if (state[source]) {
                people.add(store.sources.id(source));
            }
        }
        return people;
    }

    /**
     * What an import source or a person states, as it was stated: also of things of which others
     * alone state that they are there. What it denies is no part of it.
     */
    public Part stated(Id source) {
        return new StatedPart(store.sources.find(source));
    }

    /** What is shown, by the names of types and relations that are shown. */
    public Part shown() {
        return new ShownPart();
    }

    /** Whether a slot holds something else than a denial. */
    private boolean states(int slot) {
        int row = moment.version(slot);
        return row != NONE && store.rows.value(row) != Rows.DENIED;
    }

    /** Whether anybody states something of a thing, and does not deny that it is there. */
    private boolean isStated(int thing) {
        for (int slot = store.things.slot(thing); slot != NONE; slot = store.rows.next(slot)) {
            if (states(slot) && !denies(thing, store.lanes.source(store.rows.lane(slot)))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasStatedEnds(int edge) {
        return isStated(store.things.from(edge)) && isStated(store.things.to(edge));
    }

    /** Whether a source states that a thing is not there. */
    private boolean denies(int thing, int source) {
        for (int slot = store.things.slot(thing);
                slot != NONE && Lanes.isExistence(store.rows.lane(slot));
                slot = store.rows.next(slot)) {
            if (store.lanes.source(store.rows.lane(slot)) == source) {
                int row = moment.version(slot);
                return row != NONE && store.rows.value(row) == Rows.DENIED;
            }
        }
        return false;
    }

    private static Optional<StatedNode> empty() {
        return Optional.empty();
    }

    /** What one source or person states. */
    private final class StatedPart implements Part {
        private final int source;

        StatedPart(int source) {
            this.source = source;
        }

        @Override
        public void each(Consumer<Id> nodes, Consumer<Id> edges) {
            if (source == NONE) {
                return;
            }
            for (int thing = 0; thing < moment.published.things(); thing++) {
                if (isPart(thing)) {
                    (store.things.isEdge(thing) ? edges : nodes).accept(store.things.id(thing));
                }
            }
        }

        @Override
        public Optional<StatedNode> node(Id id) {
            int thing = moment.find(id);
            return thing == NONE || store.things.isEdge(thing) || !isPart(thing)
                    ? empty()
                    : Optional.of(new Statements(moment, source).node(thing));
        }

        @Override
        public Optional<StatedEdge> edge(Id id) {
            int thing = moment.find(id);
            return thing == NONE || !store.things.isEdge(thing) || !isPart(thing)
                    ? Optional.empty()
                    : Optional.of(new Statements(moment, source).edge(thing));
        }

        private boolean isPart(int thing) {
            boolean part = false;
            for (int slot = store.things.slot(thing);
                    slot != NONE && !part;
                    slot = store.rows.next(slot)) {
                part = store.lanes.source(store.rows.lane(slot)) == source && states(slot);
            }
            return part
                    && !denies(thing, source)
                    && (!store.things.isEdge(thing) || hasStatedEnds(thing));
        }
    }

    /** What is shown. */
    private final class ShownPart implements Part {
        private final NodeReader reader = new NodeReader(moment);

        @Override
        public void each(Consumer<Id> nodes, Consumer<Id> edges) {
            for (int thing = 0; thing < moment.published.things(); thing++) {
                if (store.things.isEdge(thing)) {
                    if (moment.isEdgeVisible(thing)) {
                        edges.accept(store.things.id(thing));
                    }
                } else if (moment.shownAs(thing) == thing && moment.nodeExists(thing)) {
                    nodes.accept(store.things.id(thing));
                }
            }
        }

        @Override
        public Optional<StatedNode> node(Id id) {
            int thing = moment.find(id);
            if (thing == NONE
                    || store.things.isEdge(thing)
                    || moment.shownAs(thing) != thing
                    || !moment.nodeExists(thing)) {
                return empty();
            }
            int[] statements = moment.statements(thing);
            int name = reader.first(statements, Fields.NAME);
            int group = moment.group(thing);
            return Optional.of(
                    new StatedNode(
                            id,
                            store.things.isGroup(thing),
                            name == NONE
                                    ? Value.NULL
                                    : store.values.value(store.rows.value(statements[name])),
                            reader.types(statements),
                            properties(statements),
                            group == NONE ? Id.NONE : store.things.id(group)));
        }

        @Override
        public Optional<StatedEdge> edge(Id id) {
            int edge = moment.find(id);
            if (edge == NONE || !store.things.isEdge(edge) || !moment.isEdgeVisible(edge)) {
                return Optional.empty();
            }
            return Optional.of(
                    new StatedEdge(
                            id,
                            store.things.id(moment.shownAs(store.things.from(edge))),
                            store.things.id(moment.shownAs(store.things.to(edge))),
                            moment.relationLabel(store.things.relation(edge)),
                            properties(moment.statements(edge))));
        }

        private Properties properties(int[] statements) {
            TreeMap<String, Value> shown = new TreeMap<>();
            for (int i = 0; i < statements.length; i = reader.end(statements, i)) {
                int field = moment.field(statements[i]);
                int value = store.rows.value(statements[i]);
                if (Fields.isProperty(field) && value != Rows.DENIED) {
                    shown.put(store.terms.text(Fields.term(field)), store.values.value(value));
                }
            }
            return Properties.of(shown);
        }
    }
}
