package alchemist.server.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphEvent;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Workspaces;
import alchemist.engine.stream.EventCursor;
import alchemist.engine.view.ViewRunner;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Envelope;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogVerify;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must be so after a crash, whatever crashed. */
final class CrashCheck {
    private CrashCheck() {}

    /**
     * The log verifies; what was acknowledged is there once, where it was said to be; and the view
     * that went on equals one that is folded anew. Adds what is there though nobody was told.
     */
    static void check(Path data, Map<Long, Long> acknowledged) throws Exception {
        LogVerify.Report report =
                LogVerify.run(new FileDisk(), data.resolve("workspaces/crash/log"), (_, _) -> {});
        assertTrue(report.damages().isEmpty(), () -> report.damages().toString());
        try (Workspaces workspaces = CrashedWorkspace.open(data)) {
            OpenWorkspace open = workspaces.open(CrashedWorkspace.NAME);
            Map<Long, Long> recorded = new TreeMap<>();
            GraphView rebuilt = new GraphView(Opener.NONE);
            long position = 0;
            try (EventCursor events = open.events().read(1, Long.MAX_VALUE)) {
                for (Envelope each = events.next(); each != null; each = events.next()) {
                    rebuilt.apply(each);
                    position = each.position();
                    assertInstanceOf(GraphEvent.NodeAdded.class, each.event());
                    Long former = recorded.put(each.cause().envelope().sequence(), each.position());
                    assertEquals(null, former, "the command is recorded once");
                }
            }
            rebuilt.publish(position);
            acknowledged.forEach(
                    (number, at) -> assertEquals(at, recorded.get(number), "command " + number));
            recorded.forEach(acknowledged::putIfAbsent);
            ViewRunner<GraphView> view = open.view(GraphView.class);
            assertTrue(view.atLeast(position, Duration.ofMinutes(1)), "the view catches up");
            same(rebuilt.now(), view.view().now());
        }
    }

    private static void same(Graph rebuilt, Graph live) {
        assertNotNull(live);
        assertEquals(rebuilt.position(), live.position());
        assertEquals(rebuilt.statistics(), live.statistics());
        assertEquals(nodes(rebuilt), nodes(live));
    }

    private static List<NodeSummary> nodes(Graph graph) {
        List<NodeSummary> all = new java.util.ArrayList<>();
        String cursor = "";
        do {
            NodePage page = graph.nodes("", "", 1_000, cursor);
            all.addAll(page.items());
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        return all;
    }
}
