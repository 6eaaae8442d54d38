package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.graph.read.Page;
import alchemist.graph.read.RowRead;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes as the rows of a table. */
class TableReaderTest {
    private static final int ALL = 100;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    TableReaderTest() {
        feed.in(1000)
                .record(
                        Events.started(Events.GIT),
                        Events.node(Events.GIT, "a", "File"),
                        Events.group(Events.GIT, "g"),
                        Events.node(Events.GIT, "b"),
                        Events.edge(Events.GIT, "a", "imports", "b"),
                        Events.edge(Events.GIT, "b", "imports", "b"));
        feed.in(2000)
                .record(
                        Events.described(Events.GIT, "a", "size", Value.integer(3)),
                        Events.described(Events.GIT, "a", "path", Value.text("x/a")),
                        Events.described(Events.GIT, "b", "path", Value.text("x/b")));
    }

    @Test
    void aRowTellsWhatIsShownOfANodeItsEdgesAndWhenItCameToBeSo() {
        List<RowRead> rows = rows(view.now(), List.of("size", "path"), false);
        assertEquals(List.of("a", "g", "b"), names(rows));
        assertEquals(List.of(1, 0, 3), rows.stream().map(RowRead::neighbors).toList());
        assertEquals(List.of(2000L, 1000L, 2000L), rows.stream().map(RowRead::changedAt).toList());
        assertEquals(
                Properties.of("size", Value.integer(3)).with("path", Value.text("x/a")),
                rows.getFirst().properties());
        assertEquals(List.of("File"), rows.getFirst().node().types());
        assertEquals(Properties.NONE, rows.get(1).properties());
        assertEquals(Properties.of("path", Value.text("x/b")), rows.get(2).properties());
    }

    @Test
    void onlyRowsWithOneOfTheValuesAreToldWhereThatIsAskedFor() {
        assertEquals(List.of("a"), names(rows(view.now(), List.of("size"), true)));
        assertEquals(List.of("a", "b"), names(rows(view.now(), List.of("size", "path"), true)));
        assertEquals(List.of(), names(rows(view.now(), List.of("never heard of"), true)));
        assertEquals(List.of(), names(rows(view.now(), List.of(), true)));
    }

    @Test
    void theWordOfAPersonIsShownAndWhatIsDeniedIsNot() {
        feed.in(3000)
                .record(
                        Events.described(Events.ANN, "a", "size", Value.integer(4)),
                        Events.denied(Events.ANN, "b", "path"));
        List<RowRead> rows = rows(view.now(), List.of("size", "path"), true);
        assertEquals(List.of("a"), names(rows));
        assertEquals(Value.integer(4), rows.getFirst().properties().find("size"));
    }

    @Test
    void whatIsMergedIsOneRowAndWhatIsGoneIsNone() {
        feed.record(Events.withdrawn(Events.GIT, "g"));
        long apart = feed.record(Events.node(Events.GIT, "c"));
        feed.record(new NodesMerged(Events.id("a"), Events.id("b"), Events.ANN, 0));
        List<RowRead> rows = rows(view.now(), List.of("size"), false);
        assertEquals(
                List.of(Events.id("a"), Events.id("c")),
                rows.stream().map(row -> row.node().id()).toList());
        assertEquals(4, rows.getFirst().neighbors(), "both ends of both edges");
        assertEquals(
                List.of("a", "b", "c"), names(rows(view.at(At.position(apart)), List.of(), false)));
    }

    @Test
    void aPropertyThatCameLaterIsNoneOfTheRowsOfThen() {
        long then = feed.log().size();
        feed.record(Events.described(Events.GIT, "a", "owner", Value.text("Ann")));
        assertEquals(List.of(), names(rows(view.at(At.position(then)), List.of("owner"), true)));
        assertEquals(List.of("a"), names(rows(view.now(), List.of("owner"), true)));
    }

    @Test
    void aGraphThatWasKeptHasNoRowsAndValuesThatCameLater() {
        Graph kept = view.now();
        feed.record(
                Events.described(Events.GIT, "a", "owner", Value.text("Ann")),
                Events.node(Events.GIT, "late"));
        assertEquals(List.of("a", "g", "b"), names(rows(kept, List.of("owner"), false)));
        assertEquals(List.of(), names(rows(kept, List.of("owner"), true)));
        assertEquals(List.of("a", "g", "b", "late"), names(rows(view.now(), List.of(), false)));
    }

    @Test
    void pagesTellEachRowOnceAndTheLastSaysThatItIs() {
        List<String> names = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = "";
        do {
            Page<RowRead> page = view.now().rows(List.of(), false, 2, cursor);
            names.addAll(names(page.items()));
            sizes.add(page.items().size());
            cursor = page.cursor();
            assertEquals(-1, page.total());
        } while (!cursor.isEmpty());
        assertEquals(List.of("a", "g", "b"), names);
        assertEquals(List.of(2, 1), sizes);
    }

    private static List<RowRead> rows(Graph graph, List<String> keys, boolean stated) {
        return graph.rows(keys, stated, ALL, "").items();
    }

    private static List<String> names(List<RowRead> rows) {
        return rows.stream().map(row -> row.node().name().text()).toList();
    }
}
