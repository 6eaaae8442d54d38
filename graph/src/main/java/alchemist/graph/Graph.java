package alchemist.graph;

import alchemist.graph.check.Checker;
import alchemist.graph.check.Rule;
import alchemist.graph.check.Verdict;
import alchemist.graph.read.CommandRead;
import alchemist.graph.read.Comparison;
import alchemist.graph.read.Direction;
import alchemist.graph.read.Disagreement;
import alchemist.graph.read.EdgeRead;
import alchemist.graph.read.ImportRead;
import alchemist.graph.read.MapScene;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.NodeSummary;
import alchemist.graph.read.Page;
import alchemist.graph.read.RowRead;
import alchemist.graph.read.Separation;
import alchemist.graph.read.SourceRead;
import alchemist.graph.read.StatedEdge;
import alchemist.graph.read.StatedNode;
import alchemist.graph.read.Statistics;
import alchemist.graph.read.TermRead;
import alchemist.graph.read.Violation;
import alchemist.graph.read.Why;
import alchemist.graph.same.SeenGraph;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The graph at one moment. All answers are true at {@link #position}, whatever is written
 * meanwhile. Any number of threads. Limits are 1 or more; a cursor is empty at first, then that of
 * the page before.
 */
public final class Graph {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;

    Graph(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
    }

    /** The position that all answers are true at: the last event that counts. */
    public long position() {
        return moment.position;
    }

    /**
     * The time in the world that is read, µs since 1970; {@link At#ANY_TIME}: whatever was last.
     */
    public long effectiveAt() {
        return moment.effectiveAt;
    }

    /** A node or group, or the one as which it is shown; empty where it is not visible. */
    public Optional<NodeRead> node(Id id) {
        int node = visibleNode(id);
        return node == NONE ? Optional.empty() : Optional.of(new NodeReader(moment).node(node));
    }

    /** A node or group in short. */
    public Optional<NodeSummary> summary(Id id) {
        int node = visibleNode(id);
        return node == NONE ? Optional.empty() : Optional.of(new NodeReader(moment).summary(node));
    }

    /** An edge; empty where it is not visible. */
    public Optional<EdgeRead> edge(Id id) {
        int edge = moment.find(id);
        return edge == NONE || !store.things.isEdge(edge) || !moment.isEdgeVisible(edge)
                ? Optional.empty()
                : Optional.of(new NodeReader(moment).edge(edge));
    }

    /** Whether anything was ever said of the id, visible or not. */
    public boolean isKnown(Id id) {
        return moment.find(id) != NONE;
    }

    /**
     * Nodes and groups.
     *
     * @param type as it is shown; empty: any
     * @param name what the name holds, without regard to case, best first; also a path, and where
     *     nothing is found what is nearly so called; empty: any
     */
    public NodePage nodes(String type, String name, int limit, String cursor) {
        NodeLists lists = new NodeLists(moment);
        if (!name.isBlank()) {
            return lists.named(name, type, limit, cursor);
        }
        return type.isEmpty() ? lists.all(limit, cursor) : lists.ofType(type, limit, cursor);
    }

    /** What is in a group, but not in groups inside, the one mentioned first in front. */
    public NodePage members(Id group, int limit, String cursor) {
        int node = visibleNode(group);
        return node == NONE
                ? new NodePage(List.of(), "", NodePage.By.NAME)
                : new NodeLists(moment).in(node, limit, cursor);
    }

    /**
     * All nodes and groups as the rows of a table, the one mentioned first in front.
     *
     * @param keys the properties that are wanted
     * @param stated only nodes of which one of them is shown
     */
    public Page<RowRead> rows(List<String> keys, boolean stated, int limit, String cursor) {
        return new TableReader(moment, keys, stated).page(limit, cursor);
    }

    /** The types and relations, in the order in which they came up. */
    public List<TermRead> terms() {
        return new OntologyReader(moment).terms();
    }

    /**
     * The edges of a node and what they lead to, outgoing first, the latest first.
     *
     * @param relation as it is shown; null: any
     */
    public Page<NeighborRead> neighbors(
            Id id, @Nullable String relation, Direction direction, int limit, String cursor) {
        int node = visibleNode(id);
        if (node == NONE) {
            return new Page<>(List.of(), "", 0);
        }
        Neighbors neighbors = new Neighbors(moment);
        if (relation == null) {
            return neighbors.page(node, _ -> true, direction, limit, cursor);
        }
        IntList terms = moment.terms(relation, true);
        return neighbors.page(
                node,
                term -> {
                    for (int i = 0; i < terms.size(); i++) {
                        if (terms.at(i) == term) {
                            return true;
                        }
                    }
                    return false;
                },
                direction,
                limit,
                cursor);
    }

    /**
     * The positions of the events that mention a thing, an edge at it, a member of it or a merge of
     * it, the latest first; also of what is no longer visible.
     */
    public Page<Long> history(Id id, int limit, String cursor) {
        int thing = moment.find(id);
        return thing == NONE
                ? new Page<>(List.of(), "", 0)
                : new History(moment).page(shown(thing), limit, cursor);
    }

    /**
     * Where what is stated of a property comes from, the shown statement first.
     *
     * @param property its key; empty: the name
     */
    public List<Why> why(Id id, String property) {
        int thing = moment.find(id);
        if (thing == NONE) {
            return List.of();
        }
        int field = Fields.NAME;
        if (!property.isEmpty()) {
            int term = store.terms.find(property);
            if (term == NONE) {
                return List.of();
            }
            field = Fields.property(term);
        }
        return new History(moment).why(shown(thing), field);
    }

    /** How much there is. */
    public Statistics statistics() {
        return new Statistician(moment).count();
    }

    /**
     * The import sources, in the order in which they came. What each states is counted, so all of
     * the graph is gone through.
     */
    public List<SourceRead> sources() {
        return new SourceReader(moment).sources();
    }

    /** All imports, in the order in which they began. */
    public List<ImportRead> imports() {
        return new SourceReader(moment).imports();
    }

    /** An import. */
    public Optional<ImportRead> importOf(Id id) {
        return Optional.ofNullable(new SourceReader(moment).find(id));
    }

    /** The fields of visible things on which two or more differ. */
    public Page<Disagreement> disagreements(int limit, String cursor) {
        return new Disagreements(moment).page(limit, cursor);
    }

    /** What breaks a constraint of the ontology. */
    public Page<Violation> violations(int limit, String cursor) {
        return new Violations(moment).page(limit, cursor);
    }

    /**
     * All that a source states to be there, nodes and groups and edges in the order in which they
     * were first mentioned; personal parts stay sealed.
     */
    public void statementsOf(Id source, Consumer<StatedNode> nodes, Consumer<StatedEdge> edges) {
        new Statements(moment, source).each(nodes, edges);
    }

    /** Names each thing that an event after an earlier position is about, once. */
    public void touchedSince(long position, Consumer<Id> each) {
        Changes.touched(moment, (int) Math.max(0, position), each);
    }

    /** What a source states of a node or group. */
    public Optional<StatedNode> statedNode(Id source, Id node) {
        return Optional.ofNullable(new Statements(moment, source).node(node));
    }

    /** What a source states of an edge. */
    public Optional<StatedEdge> statedEdge(Id source, Id edge) {
        return Optional.ofNullable(new Statements(moment, source).edge(edge));
    }

    /**
     * How somebody who states or does something is called: an import source, or a person. Never
     * empty for a person: one who was erased is an "erased person", one without a name is told
     * apart by the first digits of the id.
     */
    public String label(Id who) {
        return moment.label(who);
    }

    /** All of it, for who writes it elsewhere. */
    public Whole whole() {
        return new Whole(moment);
    }

    /** Nodes and edges by number, for analyses that walk over many. */
    public Adjacency adjacency() {
        return new Adjacency(moment);
    }

    /** The command that an event came of; empty where nothing was folded yet. */
    public Optional<CommandRead> command(long position) {
        return Effects.command(moment, position);
    }

    /** The commands that name an event of this command as their cause, by rising position. */
    public List<CommandRead> effects(long position) {
        return Effects.of(moment, position);
    }

    /**
     * What differs from another moment.
     *
     * @param limit how many changes are told; all are counted
     * @param passedOver properties that may differ, such as the line at which something stands
     */
    public Comparison since(Graph earlier, int limit, Set<String> passedOver) {
        return new Changes(earlier.moment, moment, passedOver).compare(limit);
    }

    /**
     * Whether rules hold.
     *
     * @param mostFindings how many of what breaks each rule are told; all are counted
     */
    public List<Verdict> check(List<Rule> rules, int mostFindings) {
        return new Checker(new CheckReader(moment), mostFindings).check(rules);
    }

    /**
     * What the map shows: at a position, or now, all that ever was, with the time at which it was;
     * at a time in the world what was there then.
     */
    public MapScene scene() {
        return new SceneReader(moment).scene();
    }

    /** What is shown now, for who looks for what is the same. */
    public SeenGraph seen() {
        return new SameReader(this);
    }

    /** Of which nodes somebody said that they are not the same thing, the first said in front. */
    public Page<Separation> separations(int limit, String cursor) {
        List<Separation> all = new ArrayList<>();
        store.separations.each(
                moment.published.separations(),
                moment.position,
                (one, other) -> {
                    Optional<NodeSummary> a = summary(store.things.id(one));
                    Optional<NodeSummary> b = summary(store.things.id(other));
                    if (a.isPresent() && b.isPresent()) {
                        all.add(new Separation(a.get(), b.get()));
                    }
                });
        int from = Math.min(all.size(), Math.max(0, Cursor.item(cursor, 0)));
        int to = (int) Math.min(all.size(), from + (long) limit);
        return new Page<>(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? Cursor.after(to) : "",
                all.size());
    }

    private int visibleNode(Id id) {
        int thing = moment.find(id);
        if (thing == NONE || store.things.isEdge(thing)) {
            return NONE;
        }
        int shown = moment.shownAs(thing);
        return moment.nodeExists(shown) ? shown : NONE;
    }

    private int shown(int thing) {
        return store.things.isEdge(thing) ? thing : moment.shownAs(thing);
    }

    Moment moment() {
        return moment;
    }
}
