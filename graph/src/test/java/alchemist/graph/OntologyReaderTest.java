package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.ontology.OntologyEvent.ConstraintLifted;
import alchemist.domain.ontology.OntologyEvent.PropertyConstrained;
import alchemist.domain.ontology.OntologyEvent.TermDescribed;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.domain.ontology.OntologyEvent.TypeAccepted;
import alchemist.domain.ontology.OntologyEvent.TypeProposed;
import alchemist.domain.ontology.OntologyEvent.TypeRejected;
import alchemist.graph.read.PropertyUse;
import alchemist.graph.read.TermRead;
import alchemist.kernel.Event;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types and relations, how they stand, what they mean, and how much they are used. */
class OntologyReaderTest {
    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    @Test
    void aTermStandsAsWasDecidedOfItLast() {
        long proposed = feed.record(new TypeProposed("File", false));
        long accepted = feed.record(new TypeAccepted("File", false, true));
        feed.record(new TypeRejected("File", false, true));
        assertEquals("proposed", only(view.at(At.position(proposed))).standing());
        assertEquals("accepted", only(view.at(At.position(accepted))).standing());
        assertEquals("rejected", only(view.now()).standing());
        assertEquals(List.of(), view.at(At.position(0)).terms());
    }

    @Test
    void aTypeAndARelationOfOneNameAreTwoInTheOrderInWhichTheyCame() {
        feed.record(new TypeProposed("uses", true));
        feed.record(new TypeProposed("File", false), new TypeProposed("uses", false));
        assertEquals(
                List.of("uses true", "File false", "uses false"),
                view.now().terms().stream()
                        .map(term -> term.term() + " " + term.relation())
                        .toList());
    }

    @Test
    void whatATermIsCalledAndMeansIsToldAsItWasAtAPosition() {
        feed.record(new TypeProposed("File", false), new TypeProposed("imports", true));
        long plain =
                feed.record(
                        Events.node(Events.ANN, "a", "File"),
                        Events.node(Events.ANN, "b"),
                        Events.edge(Events.ANN, "a", "imports", "b"));
        feed.record(
                new TermRenamed("File", false, "Document", ""),
                new TermRenamed("imports", true, "needs", ""));
        long meant = feed.record(new TermDescribed("imports", true, "is nothing without it", ""));
        assertEquals(List.of("Document ''", "needs 'is nothing without it'"), called(view.now()));
        feed.record(new TermDescribed("imports", true, "", "is nothing without it"));
        feed.record(new TermRenamed("File", false, "", "Document"));

        assertEquals(List.of("File ''", "imports ''"), called(view.at(At.position(plain))));
        assertEquals(
                List.of("Document ''", "needs 'is nothing without it'"),
                called(view.at(At.position(meant))));
        assertEquals(List.of("File ''", "needs ''"), called(view.now()));
    }

    @Test
    void aTermThatNothingIsOfIsCalledAsWasDecided() {
        feed.record(new TypeProposed("Team", false), new TypeProposed("owns", true));
        feed.record(new TermRenamed("Team", false, "Squad", ""));
        assertEquals(List.of("Squad ''", "owns ''"), called(view.now()));
        assertEquals(List.of(0, 0), view.now().terms().stream().map(TermRead::count).toList());
    }

    @Test
    void aGraphThatWasKeptKnowsNothingOfWhatCameLater() {
        feed.record(new TypeProposed("File", false));
        Graph kept = view.now();
        feed.record(Events.node(Events.ANN, "a", "File"));
        feed.record(new TypeAccepted("File", false, true));
        assertEquals(0, only(kept).count());
        assertEquals("proposed", only(kept).standing());
        assertEquals(1, only(view.now()).count());
    }

    @Test
    void countsWhatIsVisibleAndWhatWasMergedOnce() {
        feed.record(new TypeProposed("File", false), new TypeProposed("imports", true));
        feed.record(
                Events.node(Events.ANN, "a", "File"),
                Events.node(Events.ANN, "b", "File"),
                Events.node(Events.ANN, "c", "File", "Test"),
                Events.edge(Events.ANN, "a", "imports", "b"),
                Events.edge(Events.ANN, "a", "imports", "c"));
        assertEquals(List.of(3, 2), counts(view.now()));
        long before = feed.record(Events.withdrawn(Events.ANN, "c"));
        assertEquals(List.of(2, 1), counts(view.now()), "the edge has lost its end");
        feed.record(new NodesMerged(Events.id("a"), Events.id("b"), Events.ANN, 0));
        assertEquals(List.of(1, 1), counts(view.now()));
        assertEquals(List.of(2, 1), counts(view.at(At.position(before))));
    }

    @Test
    void tellsWhichPropertiesThereAreAndWhichOfThemAreNumbers() {
        feed.record(new TypeProposed("File", false), new TypeProposed("imports", true));
        feed.record(
                Events.node(Events.ANN, "a", "File"),
                Events.node(Events.ANN, "b", "File"),
                Events.node(Events.ANN, "c", "Folder"),
                Events.edge(Events.ANN, "a", "imports", "b"));
        feed.record(
                Events.described(Events.ANN, "a", "size", Value.integer(1)),
                Events.described(Events.ANN, "b", "size", Value.text("large")),
                Events.described(Events.ANN, "b", "age", new Value.Real(0.5)),
                Events.described(Events.ANN, "b", "path", Value.text("x/b")),
                Events.described(Events.ANN, "c", "depth", Value.integer(2)),
                Events.edgeDescribed(Events.ANN, "a", "b", "line", Value.integer(7)));
        List<TermRead> terms = view.now().terms();
        assertEquals(
                List.of(
                        new PropertyUse("age", 1, "", false, true),
                        new PropertyUse("path", 1, "", false, false),
                        new PropertyUse("size", 2, "", false, true)),
                terms.getFirst().properties());
        assertEquals(List.of(), terms.getLast().properties(), "of a relation nothing is told");
    }

    @Test
    void countsAPropertyByWhatIsShownOfItNotByWhatIsDenied() {
        feed.record(new TypeProposed("File", false));
        feed.record(Events.started(Events.GIT), Events.node(Events.GIT, "a", "File"));
        feed.record(
                Events.described(Events.GIT, "a", "size", Value.integer(1)),
                Events.described(Events.ANN, "a", "size", Value.text("small")));
        assertEquals(
                List.of(new PropertyUse("size", 1, "", false, false)),
                only(view.now()).properties());
        feed.record(Events.denied(Events.ANN, "a", "size"));
        assertEquals(List.of(), only(view.now()).properties());
    }

    @Test
    void tellsWhatPropertiesMustBeBeAnyThereOrNot() {
        feed.record(new TypeProposed("File", false), new TypeProposed("Folder", false));
        feed.record(Events.node(Events.ANN, "a", "File"));
        feed.record(Events.described(Events.ANN, "a", "size", Value.integer(1)));
        feed.record(constrained("size", "integer", false), constrained("owner", "string", true));
        long before = feed.record(constrained("size", "float", true));
        feed.record(new ConstraintLifted("File", "owner", "string", true, false));
        assertEquals(
                List.of(
                        new PropertyUse("owner", 0, "string", true, false),
                        new PropertyUse("size", 1, "float", true, true)),
                view.at(At.position(before)).terms().getFirst().properties());
        assertEquals(
                List.of(new PropertyUse("size", 1, "float", true, true)),
                view.now().terms().getFirst().properties());
        assertEquals(List.of(), view.now().terms().getLast().properties());
    }

    @Test
    void aCheckpointKeepsAllOfIt() {
        feed.record(new TypeProposed("File", false), new TypeAccepted("imports", true, false));
        feed.record(
                Events.node(Events.ANN, "a", "File"),
                new TermRenamed("File", false, "Document", ""),
                new TermDescribed("File", false, "what is read", ""),
                constrained("size", "integer", true),
                constrained("owner", "", false),
                new ConstraintLifted("File", "owner", "", false, false));
        Output out = new Output(64);
        view.save(out);
        GraphView loaded = new GraphView(Opener.NONE);
        loaded.load(new Input(out.toBytes()));
        loaded.publish(view.position());
        assertEquals(view.now().terms(), loaded.now().terms());
        assertEquals(
                List.of(new PropertyUse("size", 0, "integer", true, false)),
                loaded.now().terms().getFirst().properties());
        assertEquals(view.now().violations(9, "").items(), loaded.now().violations(9, "").items());
        assertEquals(1, loaded.now().violations(9, "").total());
    }

    private static Event constrained(String property, String kind, boolean mandatory) {
        return new PropertyConstrained(
                "File", property, kind, mandatory, false, "", false, false, false);
    }

    private static TermRead only(Graph graph) {
        assertEquals(1, graph.terms().size());
        return graph.terms().getFirst();
    }

    private static List<String> called(Graph graph) {
        return graph.terms().stream().map(t -> t.label() + " '" + t.description() + "'").toList();
    }

    private static List<Integer> counts(Graph graph) {
        return graph.terms().stream().map(TermRead::count).toList();
    }
}
