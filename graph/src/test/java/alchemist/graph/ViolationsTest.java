package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.ontology.OntologyEvent.ConstraintLifted;
import alchemist.domain.ontology.OntologyEvent.PropertyConstrained;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.graph.read.Page;
import alchemist.graph.read.Violation;
import alchemist.kernel.Event;
import alchemist.kernel.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks a constraint of the ontology, at each moment. */
class ViolationsTest {
    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    ViolationsTest() {
        feed.record(
                Events.node(Events.ANN, "a", "File"),
                Events.node(Events.ANN, "b", "File"),
                Events.node(Events.ANN, "c", "Folder"));
    }

    @Test
    void whatMustBeThereAndIsNotBreaksAConstraint() {
        feed.record(constrained("File", "owner", "string", true));
        assertEquals(List.of("b owner missing", "a owner missing"), told(view.now()));
        feed.record(Events.described(Events.ANN, "a", "owner", Value.text("Ann")));
        assertEquals(List.of("b owner missing"), told(view.now()));
        Violation one = view.now().violations(9, "").items().getFirst();
        assertEquals(Events.id("b"), one.node());
        assertEquals("string", one.kind());
        assertTrue(one.value().isNull());
        assertEquals(1, view.now().statistics().violations());
    }

    @Test
    void whatIsOfAnotherKindBreaksAConstraintBeItAskedForOrNot() {
        feed.record(constrained("File", "size", "integer", false));
        feed.record(
                Events.described(Events.ANN, "a", "size", Value.text("large")),
                Events.described(Events.ANN, "b", "size", Value.integer(1)),
                Events.described(Events.ANN, "c", "size", Value.text("not of the type")));
        assertEquals(List.of("a size Text[value=large]"), told(view.now()));
    }

    @Test
    void anyKindWillDoWhereNoneIsNamed() {
        feed.record(constrained("File", "size", "", true));
        feed.record(
                Events.described(Events.ANN, "a", "size", Value.flag(true)),
                Events.described(Events.ANN, "b", "size", Value.text("large")));
        assertEquals(List.of(), told(view.now()));
    }

    @Test
    void whatAPersonDeniesIsMissingWhateverASourceStates() {
        feed.record(Events.started(Events.GIT), constrained("Folder", "size", "integer", true));
        feed.record(Events.described(Events.GIT, "c", "size", Value.integer(1)));
        assertEquals(List.of(), told(view.now()));
        feed.record(Events.denied(Events.ANN, "c", "size"));
        assertEquals(List.of("c size missing"), told(view.now()));
    }

    @Test
    void theTypeIsCalledAsItIsShown() {
        feed.record(constrained("File", "owner", "", true));
        feed.record(new TermRenamed("File", false, "Document", ""));
        assertEquals("Document", view.now().violations(1, "").items().getFirst().type());
    }

    @Test
    void aConstraintHoldsFromItsPositionUntilItIsLifted() {
        long before = feed.log().size();
        long held = feed.record(constrained("Folder", "owner", "", true));
        feed.record(new ConstraintLifted("Folder", "owner", "", true, false));
        assertEquals(List.of(), told(view.at(At.position(before))));
        assertEquals(List.of("c owner missing"), told(view.at(At.position(held))));
        assertEquals(List.of(), told(view.now()));
    }

    @Test
    void pagesTellEachOnceAndHowManyThereAre() {
        feed.record(
                constrained("File", "owner", "", true), constrained("Folder", "owner", "", true));
        Page<Violation> first = view.now().violations(2, "");
        Page<Violation> second = view.now().violations(2, first.cursor());
        assertEquals(3, first.total());
        assertEquals(
                List.of("b owner missing", "a owner missing"),
                first.items().stream().map(ViolationsTest::told).toList());
        assertEquals(
                List.of("c owner missing"),
                second.items().stream().map(ViolationsTest::told).toList());
        assertEquals("", second.cursor());
    }

    private static Event constrained(String type, String property, String kind, boolean mandatory) {
        return new PropertyConstrained(
                type, property, kind, mandatory, false, "", false, false, false);
    }

    private static List<String> told(Graph graph) {
        return graph.violations(9, "").items().stream().map(ViolationsTest::told).toList();
    }

    private static String told(Violation one) {
        return one.name().text()
                + " "
                + one.property()
                + " "
                + (one.missing() ? "missing" : one.value());
    }
}
