package alchemist.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static final Id SOURCE = Id.of("source", "s");

    /** Whatever a source stated before and states now: applied, the difference leads to it. */
    @Property(tries = 300)
    void whatDiffersLeadsFromWhatWasStatedToWhatIsRead(
            @ForAll("graphs") List<Batch> first, @ForAll("graphs") List<Batch> second) {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        apply(workspace, first);
        Diff diff = apply(workspace, second);
        Source direct = new Source();
        second.forEach(batch -> put(batch, direct));
        assertEquals(direct, workspace.source(SOURCE));
        assertEquals(
                direct.nodes.size() - folded(first).nodes.size(),
                diff.added().nodes() - diff.withdrawn().nodes());
    }

    /** What was read once differs in nothing when it is read again. */
    @Property(tries = 200)
    void theSameAgainDiffersInNothing(@ForAll("graphs") List<Batch> graph) {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        apply(workspace, graph);
        List<Batch> past = graph.stream().map(PlannerTest::past).toList();
        List<Batch> differing = new ArrayList<>();
        assertTrue(plan(workspace, past, differing).isEmpty());
        assertEquals(List.of(), differing);
    }

    /** A past that ends in another state than is stated leads to that state. */
    @Property(tries = 200)
    void aPastThatEndsElsewhereIsCorrected(
            @ForAll("graphs") List<Batch> first, @ForAll("graphs") List<Batch> second) {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        apply(workspace, first);
        List<Batch> mixed = new ArrayList<>();
        for (int i = 0; i < second.size(); i++) {
            mixed.add(i < second.size() / 2 ? past(second.get(i)) : second.get(i));
        }
        apply(workspace, mixed);
        assertEquals(folded(second), workspace.source(SOURCE));
    }

    @Test
    void aThingThatCameAndWentIsNoDifference() {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        NodeStatement a = node("a", "A", Map.of());
        List<Batch> batches =
                List.of(
                        Batch.of(1, List.of(a), List.of()),
                        new Batch(2, List.of(), List.of(), List.of(a.node()), false));
        List<Batch> differing = new ArrayList<>();
        Diff diff = plan(workspace, batches, differing);
        assertTrue(diff.isEmpty());
        assertEquals("nothing changes\n", diff.tree());
        assertEquals(2, differing.size());
    }

    @Test
    void whatIsErasedStaysErased() {
        Id person = Id.of("person", "p");
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        NodeStatement erased =
                new NodeStatement(
                        person,
                        new Value.Erased(person),
                        List.of("Person"),
                        Properties.of("email", new Value.Erased(person)),
                        Id.NONE,
                        false);
        workspace.source(SOURCE).nodes.put(person, erased);
        NodeStatement read =
                new NodeStatement(
                        person,
                        new Value.Personal(person, "Ada"),
                        List.of("Person"),
                        Properties.of("email", new Value.Personal(person, "ada@example.org")),
                        Id.NONE,
                        false);
        List<Batch> differing = new ArrayList<>();
        assertTrue(
                plan(workspace, List.of(Batch.of(1, List.of(read), List.of())), differing)
                        .isEmpty());
        NodeStatement richer =
                new NodeStatement(
                        person,
                        new Value.ListOf(List.of(Value.text("Dr "), read.name())),
                        List.of("Person"),
                        read.properties().with("commits", Value.integer(3)),
                        Id.NONE,
                        false);
        plan(workspace, List.of(Batch.of(1, List.of(richer), List.of())), differing);
        NodeStatement stated = differing.getFirst().nodes().getFirst();
        assertEquals(
                new Value.ListOf(List.of(Value.text("Dr "), new Value.Erased(person))),
                stated.name());
        assertEquals(new Value.Erased(person), stated.properties().find("email"));
        assertEquals(Value.integer(3), stated.properties().find("commits"));
    }

    @Test
    void theOrderOfTypesIsNoDifference() {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        Id id = Id.of("n", "a");
        NodeStatement one =
                new NodeStatement(
                        id, Value.NULL, List.of("A", "B"), Properties.NONE, Id.NONE, false);
        NodeStatement other =
                new NodeStatement(
                        id, Value.NULL, List.of("B", "A"), Properties.NONE, Id.NONE, false);
        workspace.source(SOURCE).nodes.put(id, one);
        List<Batch> differing = new ArrayList<>();
        assertTrue(
                plan(workspace, List.of(Batch.of(1, List.of(other), List.of())), differing)
                        .isEmpty());
    }

    @Test
    void theTreeNamesTypesAndExamples() {
        SimulatedWorkspace workspace = new SimulatedWorkspace();
        List<NodeStatement> nodes = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            nodes.add(
                    new NodeStatement(
                            Id.of("n", "" + i),
                            Value.text("Order\n" + i),
                            List.of("Event"),
                            Properties.NONE,
                            Id.NONE,
                            false));
        }
        EdgeStatement edge =
                new EdgeStatement(
                        Id.of("e", "1"),
                        Id.of("n", "0"),
                        Id.of("n", "1"),
                        "leads to",
                        Properties.NONE);
        Diff diff = plan(workspace, List.of(Batch.of(1, nodes, List.of(edge))), new ArrayList<>());
        assertEquals(
                """
                + added: 7 nodes, 1 edges
                    Event: 7
                        Order 0
                        Order 1
                        Order 2
                        Order 3
                        Order 4
                        … and 2 more
                    –leads to→: 1
                """,
                diff.tree());
    }

    private static Batch past(Batch batch) {
        return new Batch(
                batch.effectiveAt(), batch.nodes(), batch.edges(), batch.withdrawn(), true);
    }

    private static Diff plan(
            SimulatedWorkspace workspace, List<Batch> batches, List<Batch> differing) {
        Parcels parcels = new Parcels(differing::add);
        Planner planner =
                new Planner(
                        workspace.stated(SOURCE),
                        new Fitting(
                                warning -> {
                                    throw new AssertionError(warning);
                                }),
                        parcels);
        batches.forEach(planner::read);
        planner.end();
        parcels.flush();
        return planner.diff();
    }

    private static Diff apply(SimulatedWorkspace workspace, List<Batch> batches) {
        List<Batch> differing = new ArrayList<>();
        Diff diff = plan(workspace, batches, differing);
        differing.forEach(parcel -> put(parcel, workspace.source(SOURCE)));
        return diff;
    }

    private static Source folded(List<Batch> batches) {
        Source source = new Source();
        batches.forEach(batch -> put(batch, source));
        return source;
    }

    private static void put(Batch batch, Source source) {
        batch.nodes().forEach(node -> source.nodes.put(node.node(), node));
        batch.edges().forEach(edge -> source.edges.put(edge.edge(), edge));
        for (Id thing : batch.withdrawn()) {
            source.nodes.remove(thing);
            source.edges.remove(thing);
        }
    }

    private static NodeStatement node(String key, String name, Map<String, Value> properties) {
        return new NodeStatement(
                Id.of("n", key),
                Value.text(name),
                List.of("T"),
                Properties.of(properties),
                Id.NONE,
                false);
    }

    /** A few batches over few ids, so that things come, change and go. */
    @Provide
    Arbitrary<List<Batch>> graphs() {
        Arbitrary<String> keys = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<NodeStatement> nodes =
                Combinators.combine(
                                keys,
                                Arbitraries.of("A", "B"),
                                Arbitraries.maps(
                                        Arbitraries.of("p", "q"),
                                        Arbitraries.integers().between(0, 1).map(Value::integer)))
                        .as(PlannerTest::node);
        Arbitrary<EdgeStatement> edges =
                Combinators.combine(keys, keys, Arbitraries.of("x", "y"))
                        .as(
                                (from, to, type) ->
                                        new EdgeStatement(
                                                Id.of("e", from + to),
                                                Id.of("n", from),
                                                Id.of("n", to),
                                                type,
                                                Properties.NONE));
        Arbitrary<Batch> batches =
                Combinators.combine(
                                Arbitraries.integers().between(1, 3),
                                nodes.list().ofMaxSize(3),
                                edges.list().ofMaxSize(2),
                                keys.list().ofMaxSize(2))
                        .as(
                                (at, some, joins, gone) -> {
                                    Map<Id, NodeStatement> once = new LinkedHashMap<>();
                                    some.forEach(node -> once.put(node.node(), node));
                                    Map<Id, EdgeStatement> edgeOnce = new LinkedHashMap<>();
                                    joins.forEach(edge -> edgeOnce.put(edge.edge(), edge));
                                    List<Id> withdrawn =
                                            gone.stream()
                                                    .map(key -> Id.of("n", key))
                                                    .distinct()
                                                    .filter(id -> !once.containsKey(id))
                                                    .toList();
                                    return new Batch(
                                            at,
                                            List.copyOf(once.values()),
                                            List.copyOf(edgeOnce.values()),
                                            withdrawn,
                                            false);
                                });
        return batches.list().ofMaxSize(6);
    }
}
