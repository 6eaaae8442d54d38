package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.graph.read.Change;
import alchemist.graph.read.Comparison;
import alchemist.graph.read.Display;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What differs of a thing between two moments, field by field. */
class ChangesTest {
    private static final int ALL = 100;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);
    private final long then;

    ChangesTest() {
        feed.record(
                Events.group(Events.ANN, "g"),
                Events.node(Events.ANN, "a", "File"),
                Events.node(Events.ANN, "b", "File"),
                Events.node(Events.ANN, "c", "File"));
        then = feed.record(Events.described(Events.ANN, "a", "size", Value.integer(1)));
    }

    @Test
    void tellsWhichTypesCameAndWent() {
        feed.record(
                new NodeDeclassified(Events.id("a"), Events.ANN, "File", true, 0, 0, 0),
                new NodeClassified(Events.id("a"), Events.ANN, "Class", 0, 0, 0));
        assertEquals(
                List.of(
                        field("type", "Class", Value.NULL, Value.flag(true)),
                        field("type", "File", Value.flag(true), Value.NULL)),
                only(compared(Set.of())).fields());
    }

    @Test
    void tellsIntoWhichGroupSomethingCameAndOutOfWhich() {
        long in = feed.record(grouped("a", Events.id("g")));
        assertEquals(
                List.of(field("group", "", Value.NULL, Value.text("g"))),
                only(compared(Set.of())).fields());
        feed.record(grouped("a", Id.NONE));
        assertEquals(
                List.of(field("group", "", Value.text("g"), Value.NULL)),
                only(view.now().since(view.at(At.position(in)), ALL, Set.of())).fields());
        assertEquals(List.of(), compared(Set.of()).changes(), "in the end nothing differs");
    }

    @Test
    void tellsWhichPropertiesCameWentAndDifferButThosePassedOver() {
        feed.record(
                Events.described(Events.ANN, "a", "size", Value.integer(2)),
                Events.described(Events.ANN, "a", "age", Value.integer(9)),
                Events.described(Events.ANN, "a", "line", Value.integer(7)));
        Change.Field age = field("property", "age", Value.NULL, Value.integer(9));
        Change.Field line = field("property", "line", Value.NULL, Value.integer(7));
        Change.Field size = field("property", "size", Value.integer(1), Value.integer(2));
        assertEquals(List.of(age, line, size), only(compared(Set.of())).fields());
        assertEquals(List.of(age, size), only(compared(Set.of("line"))).fields());
        assertEquals(List.of(), compared(Set.of("line", "age", "size")).changes(), "and no change");
        Comparison back = view.at(At.position(then)).since(view.now(), ALL, Set.of("line"));
        assertEquals(
                List.of(
                        field("property", "age", Value.integer(9), Value.NULL),
                        field("property", "size", Value.integer(2), Value.integer(1))),
                only(back).fields());
    }

    @Test
    void edgesOfARelationComeByTheNamesOfTheirEnds() {
        feed.record(
                Events.edge(Events.ANN, "b", "imports", "c"),
                Events.edge(Events.ANN, "a", "imports", "c"),
                Events.edge(Events.ANN, "a", "imports", "b"));
        assertEquals(
                List.of("a>b", "a>c", "b>c"),
                compared(Set.of()).changes().stream()
                        .map(edge -> name(edge.from()) + ">" + name(edge.to()))
                        .toList());
    }

    @Test
    void anEdgeChangesByItsPropertiesAlone() {
        long connected = feed.record(Events.edge(Events.ANN, "a", "imports", "b"));
        feed.record(Events.edgeDescribed(Events.ANN, "a", "b", "path", Value.text("x/a")));
        Change edge = only(view.now().since(view.at(At.position(connected)), ALL, Set.of()));
        assertEquals(
                List.of(field("property", "path", Value.NULL, Value.text("x/a"))), edge.fields());
        assertEquals("x/a", edge.path());
        assertEquals(List.of("imports"), edge.types());
    }

    @Test
    void aRelationIsCalledAsItWasWhereTheEdgeIsGoneAndAsItIsWhereItIsNew() {
        long connected = feed.record(Events.edge(Events.ANN, "a", "imports", "b"));
        feed.record(new TermRenamed("imports", true, "needs", ""));
        feed.record(new EdgeWithdrawn(Events.edgeId("a", "b"), Events.ANN, Properties.NONE, 0));
        feed.record(Events.edge(Events.ANN, "a", "imports", "c"));
        Comparison both = view.now().since(view.at(At.position(connected)), ALL, Set.of());
        assertEquals(
                List.of("added needs", "removed imports"),
                both.changes().stream().map(c -> c.kind().text() + " " + c.type()).toList());
        assertEquals(new Display("needs", false), both.changes().getFirst().name());
    }

    @Test
    void nodesAreToldBeforeEdgesWhereNotAllAre() {
        feed.record(
                Events.node(Events.ANN, "d"),
                Events.node(Events.ANN, "e"),
                Events.edge(Events.ANN, "a", "imports", "d"),
                Events.edge(Events.ANN, "a", "imports", "e"),
                Events.edge(Events.ANN, "b", "imports", "e"));
        Comparison some = view.now().since(view.at(At.position(then)), 3, Set.of());
        assertEquals(
                List.of(false, false, true), some.changes().stream().map(Change::isEdge).toList());
        assertEquals(List.of(2, 3), some.totals().stream().map(Comparison.Total::count).toList());
    }

    @Test
    void aGraphThatWasKeptIsComparedAsItWas() {
        Graph kept = view.now();
        feed.record(Events.node(Events.ANN, "d", "File"));
        Change added = only(view.now().since(kept, ALL, Set.of()));
        assertEquals(List.of("added", "d"), List.of(added.kind().text(), added.name().text()));
        Change removed = only(kept.since(view.now(), ALL, Set.of()));
        assertEquals("removed", removed.kind().text());
    }

    @Test
    void whatCameAndWentInBetweenIsNoChange() {
        feed.record(Events.node(Events.ANN, "d"));
        feed.record(Events.withdrawn(Events.ANN, "d"));
        feed.record(Events.described(Events.ANN, "never there", "size", Value.integer(1)));
        assertEquals(List.of(), compared(Set.of()).totals());
    }

    @Test
    void aGroupThatEndsInTheWorldIsAChangeOfItsMembersThoughNothingElseIsStated() {
        feed.in(1000).record(Events.group(Events.ANN, "h"), Events.node(Events.ANN, "d"));
        feed.in(1000).record(grouped("d", Events.id("h")));
        feed.in(2000).record(new GroupDissolved(Events.id("h"), Events.ANN, 0, 0, 0));
        Comparison years =
                view.at(At.effective(2500)).since(view.at(At.effective(1500)), ALL, Set.of());
        assertEquals(
                List.of("changed d", "removed h"),
                years.changes().stream()
                        .map(c -> c.kind().text() + " " + c.name().text())
                        .toList());
        assertEquals(
                List.of(field("group", "", Value.text("h"), Value.NULL)),
                years.changes().getFirst().fields());
    }

    private static NodeGrouped grouped(String node, Id group) {
        return new NodeGrouped(
                Events.id(node), Events.ANN, group, group.isNone(), Id.NONE, false, 0, 0);
    }

    private Comparison compared(Set<String> passedOver) {
        return view.now().since(view.at(At.position(then)), ALL, passedOver);
    }

    private static Change only(Comparison comparison) {
        assertEquals(1, comparison.changes().size(), comparison.toString());
        return comparison.changes().getFirst();
    }

    private static Change.Field field(String what, String key, Value before, Value after) {
        return new Change.Field(what, key, before, after);
    }

    private static String name(@Nullable NodeSummary end) {
        return Objects.requireNonNull(end).name().text();
    }
}
