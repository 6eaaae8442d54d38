package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of nodes: all, those of a type as it is shown, and those in a group. */
class NodeListsTest {
    private static final int ALL = 100;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    NodeListsTest() {
        feed.record(
                Events.node(Events.ANN, "a", "File"),
                Events.node(Events.ANN, "b", "File", "Test"),
                Events.node(Events.ANN, "c", "Page"),
                Events.edge(Events.ANN, "a", "File", "b"));
    }

    @Test
    void ofATypeThoseComeFirstOfWhichItWasStatedLast() {
        assertEquals(List.of("b", "a"), ofType(view.now(), "File"));
        assertEquals(List.of("b"), ofType(view.now(), "Test"));
        assertEquals(List.of(), ofType(view.now(), "Folder"));
        assertEquals(List.of(), ofType(view.at(At.position(0)), "File"));
    }

    @Test
    void aTypeIsAskedForByItsLabelAndOneLabelMayBeOfTwo() {
        feed.record(
                new TermRenamed("Page", false, "File", ""),
                new TermRenamed("Test", false, "File", ""),
                new TermRenamed("File", true, "contains", ""));
        assertEquals(List.of("a", "b", "c"), sorted(ofType(view.now(), "File")), "each once");
        assertEquals(List.of(), ofType(view.now(), "Page"));
        assertEquals(List.of(), ofType(view.now(), "contains"));
        assertEquals(
                List.of("c"), names(view.now().nodes("File", "c", ALL, "")), "by name as well");
        assertEquals(List.of(), names(view.now().nodes("Page", "c", ALL, "")));
    }

    @Test
    void whatIsMergedIsListedOnceAsWhatItIsShown() {
        long apart = feed.log().size();
        feed.record(new NodesMerged(Events.id("a"), Events.id("b"), Events.ANN, 0));
        feed.record(new NodesMerged(Events.id("c"), Events.id("a"), Events.ANN, 0));
        for (String type : List.of("File", "Test", "Page", "")) {
            NodePage page = view.now().nodes(type, "", ALL, "");
            assertEquals(
                    List.of(Events.id("c")),
                    page.items().stream().map(NodeSummary::id).toList(),
                    type);
        }
        assertEquals(List.of("b", "a"), ofType(view.at(At.position(apart)), "File"));
    }

    @Test
    void aTypeThatIsDeniedOrOfWhatIsGoneListsNothing() {
        feed.record(new NodeDeclassified(Events.id("a"), Events.ANN, "File", true, 0, 0, 0));
        assertEquals(List.of("b"), ofType(view.now(), "File"));
        feed.record(Events.withdrawn(Events.ANN, "b"));
        assertEquals(List.of(), ofType(view.now(), "File"));
        assertEquals(List.of("a", "c"), names(view.now().nodes("", "", ALL, "")));
    }

    @Test
    void aGraphThatWasKeptListsNothingThatCameLater() {
        Graph kept = view.now();
        feed.record(
                Events.node(Events.ANN, "d", "File"),
                new NodeClassified(Events.id("c"), Events.ANN, "Late", 0, 0, 0));
        assertEquals(List.of("b", "a"), ofType(kept, "File"));
        assertEquals(List.of(), ofType(kept, "Late"));
        assertEquals(List.of("a", "b", "c"), names(kept.nodes("", "", ALL, "")));
        assertEquals(List.of("d", "b", "a"), ofType(view.now(), "File"));
    }

    @Test
    void aGroupHasWhatIsInItThenAndNotWhatIsInGroupsInside() {
        feed.record(Events.group(Events.ANN, "outer"), Events.group(Events.ANN, "inner"));
        feed.record(grouped("a", "outer"), grouped("inner", "outer"), grouped("b", "inner"));
        long then = feed.log().size();
        assertEquals(List.of("a", "inner"), in(view.now(), "outer"));
        assertEquals(List.of("b"), in(view.now(), "inner"));
        assertEquals(List.of(), in(view.now(), "b"));
        assertEquals(List.of(), in(view.now(), "nobody"));
        NodePage first = view.now().members(Events.id("outer"), 1, "");
        assertEquals(List.of("a"), names(first));
        NodePage second = view.now().members(Events.id("outer"), 1, first.cursor());
        assertEquals(List.of("inner"), names(second));
        assertEquals("", second.cursor());
        feed.record(grouped("a", "inner"));
        assertEquals(List.of("inner"), in(view.now(), "outer"));
        assertEquals(List.of("a", "inner"), in(view.at(At.position(then)), "outer"));
    }

    private static Event grouped(String node, String group) {
        return new NodeGrouped(
                Events.id(node), Events.ANN, Events.id(group), false, Id.NONE, false, 0, 0);
    }

    private static List<String> in(Graph graph, String group) {
        return names(graph.members(Events.id(group), ALL, ""));
    }

    @Test
    void pagesListEachOnce() {
        for (String type : List.of("", "File")) {
            List<String> all = new ArrayList<>();
            String cursor = "";
            do {
                NodePage page = view.now().nodes(type, "", 1, cursor);
                assertEquals(1, page.items().size());
                all.addAll(names(page));
                cursor = page.cursor();
            } while (!cursor.isEmpty());
            assertEquals(names(view.now().nodes(type, "", ALL, "")), all);
        }
    }

    private static List<String> ofType(Graph graph, String type) {
        return names(graph.nodes(type, "", ALL, ""));
    }

    private static List<String> names(NodePage page) {
        return page.items().stream().map(node -> node.name().text()).toList();
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
