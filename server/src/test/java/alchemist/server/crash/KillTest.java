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
import alchemist.graph.read.NodeSummary;
import alchemist.graph.read.Page;
import alchemist.kernel.Envelope;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogVerify;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed at any moment loses nothing that it acknowledged, and does nothing
 * twice.
 */
class KillTest {
    private static final int KILLS =
            Boolean.getBoolean("alchemist.long")
                    ? 1_000
                    : Integer.getInteger("alchemist.kills", 10);
    private static final int MOST_ACKNOWLEDGED = 3_000;

    @TempDir private Path data;

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        Random random = new Random(20);
        TreeMap<Long, Long> acknowledged = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            long next = acknowledged.isEmpty() ? 1 : acknowledged.lastKey() + 1;
            runAndKill(next, 1 + random.nextInt(MOST_ACKNOWLEDGED), acknowledged);
            check(acknowledged);
        }
        assertTrue(acknowledged.size() > KILLS, "the process came to its work");
    }

    private void runAndKill(long from, int afterAnswers, Map<Long, Long> acknowledged)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                System.getProperty("java.home")
                                        + File.separator
                                        + "bin"
                                        + File.separator
                                        + "java",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashWriter.class.getName(),
                                data.toString(),
                                "" + from)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int answers = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ", 2);
                assertEquals(2, parts.length, line);
                assertTrue(!parts[0].equals("problem"), line);
                acknowledged.put(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
                if (++answers == afterAnswers) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
    }

    private void check(Map<Long, Long> acknowledged) throws Exception {
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
            Page<NodeSummary> page = graph.nodes("", "", 1_000, cursor);
            all.addAll(page.items());
            cursor = page.cursor();
        } while (!cursor.isEmpty());
        return all;
    }
}
