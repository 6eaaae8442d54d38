package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.graph.read.Direction;
import alchemist.graph.read.Display;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.NodeRead;
import alchemist.graph.read.NodeSummary;
import alchemist.graph.read.PropertyRead;
import alchemist.graph.read.StatementRead;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The view against the plain model, over random histories, at every kind of moment. */
class OracleTest {
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void showsWhatThePlainModelShowsNow(@ForAll("histories") List<Op> ops) {
        GraphView view = new GraphView(Opener.NONE);
        Feed feed = new Feed(view);
        Op.play(ops, feed);
        Naive naive = new Naive(feed.log());
        same(naive.at(feed.log().size(), At.ANY_TIME), naive, view.now());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void showsWhatThePlainModelShowedAtAnyPosition(@ForAll("histories") List<Op> ops) {
        GraphView view = new GraphView(Opener.NONE);
        Feed feed = new Feed(view);
        Op.play(ops, feed);
        Naive naive = new Naive(feed.log());
        for (var envelope : feed.log()) {
            if (envelope.position() == envelope.lastOfCommand() && envelope.position() % 3 == 0) {
                Graph then = view.at(At.position(envelope.position()));
                assertEquals(envelope.position(), then.position());
                same(naive.at(envelope.position(), At.ANY_TIME), naive, then);
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void showsTheWorldAsThePlainModelKnowsIt(@ForAll("histories") List<Op> ops) {
        GraphView view = new GraphView(Opener.NONE);
        Feed feed = new Feed(view);
        Op.play(ops, feed);
        Naive naive = new Naive(feed.log());
        long head = feed.log().size();
        for (long second : List.of(2L, 4L, 9L, 20L)) {
            long micros = second * 1_000_000;
            same(naive.at(head, micros), naive, view.at(At.effective(micros)));
            Graph both = view.at(At.both(head / 2, micros));
            same(naive.at(both.position(), micros), naive, both);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isTheSameWhereverItWasSavedAndLoaded(@ForAll("histories") List<Op> ops) {
        GraphView live = new GraphView(Opener.NONE);
        Feed feed = new Feed(live);
        Op.play(ops, feed);
        GraphView resumed = new GraphView(Opener.NONE);
        GraphView first = new GraphView(Opener.NONE);
        long middle = feed.log().size() / 2;
        for (var envelope : feed.log()) {
            if (envelope.position() <= middle) {
                first.apply(envelope);
            }
            if (envelope.position() == middle) {
                Output out = new Output(64);
                first.save(out);
                resumed.load(new Input(out.toBytes()));
            }
            if (envelope.position() > middle) {
                resumed.apply(envelope);
            }
        }
        resumed.publish(feed.log().size());
        Naive naive = new Naive(feed.log());
        if (!feed.log().isEmpty()) {
            same(naive.at(feed.log().size(), At.ANY_TIME), naive, resumed.now());
            long before = live.at(At.position(middle / 2)).position();
            same(naive.at(before, At.ANY_TIME), naive, resumed.at(At.position(before)));
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void knowsWhenThingsWereThere(@ForAll("histories") List<Op> ops) {
        GraphView view = new GraphView(Opener.NONE);
        Feed feed = new Feed(view);
        Op.play(ops, feed);
        Naive naive = new Naive(feed.log());
        Naive.Seen seen = naive.at(feed.log().size(), At.ANY_TIME);
        Moment moment = view.now().moment();
        for (Id thing : naive.things) {
            if (naive.edges.contains(thing) || seen.shownAs(thing).equals(thing)) {
                List<Long> periods = new ArrayList<>();
                for (long turn : Lifetime.of(moment.find(thing), moment)) {
                    periods.add(turn);
                }
                assertEquals(seen.lifetime(thing), periods, "lifetime of " + thing);
            }
        }
    }

    private static void same(Naive.Seen naive, Naive model, Graph graph) {
        Map<String, Integer> types = new TreeMap<>();
        Map<String, Integer> relations = new TreeMap<>();
        int[] counts = new int[3];
        for (Id thing : model.things) {
            if (model.edges.contains(thing)) {
                edge(thing, naive, model, graph);
                if (naive.isVisible(thing)) {
                    counts[1]++;
                    relations.merge(
                            naive.label(model.connected(thing).type(), true), 1, Integer::sum);
                }
            } else {
                node(thing, naive, model, graph);
                if (naive.isVisible(thing)) {
                    counts[model.groups.contains(thing) ? 2 : 0]++;
                    within(thing, naive, model, graph);
                    naive.types(thing).forEach(type -> types.merge(type, 1, Integer::sum));
                }
            }
            assertEquals(
                    naive.history(model.edges.contains(thing) ? thing : naive.shownAs(thing)),
                    new TreeSet<>(graph.history(thing, 1000, "").items()),
                    "history of " + thing);
        }
        var statistics = graph.statistics();
        assertEquals(counts[0], statistics.nodes(), "nodes");
        assertEquals(counts[1], statistics.edges(), "edges");
        assertEquals(counts[2], statistics.groups(), "groups");
        assertEquals(types, statistics.types());
        assertEquals(relations, statistics.relations());
        lists(naive, model, graph);
        Set<String> disagreements = new TreeSet<>();
        for (var each : graph.disagreements(1000, "").items()) {
            boolean keyed = each.kind().equals("type") || each.kind().equals("property");
            disagreements.add(each.thing() + " " + each.kind() + (keyed ? ":" + each.key() : ""));
        }
        assertEquals(naive.disagreements(), disagreements, "disagreements");
        assertEquals(disagreements.size(), statistics.disagreements());
    }

    private static void edge(Id id, Naive.Seen naive, Naive model, Graph graph) {
        var read = graph.edge(id);
        assertEquals(naive.isVisible(id), read.isPresent(), "visible edge " + id);
        if (read.isPresent()) {
            assertEquals(naive.properties(id), read.get().shownProperties().toMap());
            assertEquals(naive.shownAs(model.connected(id).from()), read.get().from().id());
            assertEquals(naive.shownAs(model.connected(id).to()), read.get().to().id());
            assertEquals(naive.label(model.connected(id).type(), true), read.get().type());
        }
    }

    private static void node(Id id, Naive.Seen naive, Naive model, Graph graph) {
        Id shown = naive.shownAs(id);
        Optional<NodeRead> read = graph.node(id);
        assertEquals(naive.exists(shown), read.isPresent(), "visible node " + id);
        if (read.isEmpty()) {
            assertEquals(0, graph.neighbors(id, null, Direction.BOTH, 10, "").total());
            return;
        }
        NodeRead node = read.get();
        assertEquals(shown, node.id());
        assertEquals(text(naive.name(shown)), node.name().text(), "name of " + id);
        assertEquals(naive.types(shown), new TreeSet<>(node.types()), "types of " + id);
        assertEquals(model.groups.contains(shown), node.isGroup());
        assertEquals(
                naive.group(shown),
                node.group() == null ? Id.NONE : node.group().id(),
                "group of " + id);
        TreeMap<String, Value> properties = new TreeMap<>();
        for (PropertyRead property : node.properties()) {
            if (!property.value().isNull()) {
                properties.put(property.key(), property.value());
            }
            statements(naive, shown, Naive.PROPERTY + property.key(), property.statements());
        }
        assertEquals(naive.properties(shown), properties, "properties of " + id);
        statements(naive, shown, Naive.NAME, node.nameStatements());
        statements(naive, shown, Naive.EXISTENCE, node.existenceStatements());
        statements(naive, shown, Naive.GROUP, node.groupStatements());
        for (PropertyRead type : node.typeStatements()) {
            statements(naive, shown, Naive.TYPE + type.key(), type.statements());
        }
        neighbors(shown, naive, model, graph);
    }

    /** By what is around each thing. */
    private static void within(Id group, Naive.Seen naive, Naive model, Graph graph) {
        Set<Id> expected = new TreeSet<>();
        for (Id thing : model.things) {
            if (!model.edges.contains(thing) && naive.isVisible(thing)) {
                Set<Id> around = new TreeSet<>();
                for (Id at = naive.group(thing); !at.isNone() && around.add(at); ) {
                    at = naive.group(at);
                }
                if (around.contains(naive.shownAs(group))) {
                    expected.add(naive.shownAs(thing));
                }
            }
        }
        Adjacency adjacency = graph.adjacency();
        IntList found = adjacency.within(adjacency.node(group));
        List<Id> actual = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            actual.add(adjacency.id(found.at(i)));
        }
        assertEquals(expected, new TreeSet<>(actual), "within " + group);
        assertEquals(expected.size(), actual.size(), "each once within " + group);
    }

    private static void statements(
            Naive.Seen naive, Id node, String field, List<StatementRead> reads) {
        Set<String> expected =
                naive.united(node).stream()
                        .filter(s -> s.field().equals(field))
                        .map(
                                s ->
                                        s.source()
                                                + " since "
                                                + s.version().since()
                                                + " at "
                                                + s.version().effectiveAt()
                                                + " "
                                                + naive.isPerson(s.source())
                                                + s.value().equals(Naive.DENIED)
                                                + naive.shown(node, field).orElseThrow().equals(s))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual =
                reads.stream()
                        .map(
                                s ->
                                        s.source().id()
                                                + " since "
                                                + s.position()
                                                + " at "
                                                + s.effectiveAt()
                                                + " "
                                                + s.source().person()
                                                + s.denied()
                                                + s.shown())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, actual, "statements of " + field + " of " + node);
    }

    private static void neighbors(Id shown, Naive.Seen naive, Naive model, Graph graph) {
        Set<String> expected = new TreeSet<>();
        for (Id edge : model.edges) {
            if (naive.isVisible(edge)) {
                Id from = naive.shownAs(model.connected(edge).from());
                Id to = naive.shownAs(model.connected(edge).to());
                if (from.equals(shown)) {
                    expected.add(edge + " OUT " + to);
                }
                if (to.equals(shown)) {
                    expected.add(edge + " IN " + from);
                }
            }
        }
        List<String> actual = new ArrayList<>();
        String cursor = "";
        do {
            var page = graph.neighbors(shown, null, Direction.BOTH, 2, cursor);
            for (NeighborRead each : page.items()) {
                actual.add(each.edge() + " " + each.direction() + " " + each.node().id());
            }
            assertEquals(expected.size(), page.total());
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        assertEquals(expected.size(), actual.size());
        assertEquals(expected, new TreeSet<>(actual), "neighbors of " + shown);
    }

    private static void lists(Naive.Seen naive, Naive model, Graph graph) {
        Set<Id> all = new TreeSet<>();
        Set<Id> named = new TreeSet<>();
        Map<String, Set<Id>> ofType = new TreeMap<>();
        for (Id thing : model.things) {
            if (!model.edges.contains(thing) && naive.isVisible(thing)) {
                all.add(thing);
                if (text(naive.name(thing)).toLowerCase(java.util.Locale.ROOT).contains("ad")) {
                    named.add(thing);
                }
                for (String type : naive.types(thing)) {
                    ofType.computeIfAbsent(type, _ -> new TreeSet<>()).add(thing);
                }
            }
        }
        assertEquals(all, pages(graph, "", ""), "all nodes");
        assertEquals(named, pages(graph, "", "AD"), "nodes by name");
        for (String type : List.of("Person", "File", "Thing", "Renamed")) {
            Set<Id> some = ofType.getOrDefault(type, Set.of());
            assertEquals(some, pages(graph, type, ""), "nodes of " + type);
            Set<Id> both = new TreeSet<>(some);
            both.retainAll(named);
            assertEquals(both, pages(graph, type, "Ad"), "nodes of " + type + " by name");
        }
    }

    private static Set<Id> pages(Graph graph, String type, String name) {
        List<Id> ids = new ArrayList<>();
        String cursor = "";
        do {
            var page = graph.nodes(type, name, 2, cursor);
            page.items().stream().map(NodeSummary::id).forEach(ids::add);
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        Set<Id> set = new TreeSet<>(ids);
        assertEquals(set.size(), ids.size(), "each once");
        return set;
    }

    private static String text(Value name) {
        return name instanceof Value.Text(String text) ? text : Display.NONE.text();
    }

    @Provide
    Arbitrary<List<Op>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Op.KINDS - 1),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, Op.WHO - 1),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(false, false, true))
                .as(Op::new)
                .list()
                .ofMaxSize(60);
    }
}
