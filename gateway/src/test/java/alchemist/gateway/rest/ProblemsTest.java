package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.TestHost;
import alchemist.gateway.http.HttpServer;
import alchemist.gateway.http.Limits;
import alchemist.gateway.http.RawClient;
import alchemist.gateway.http.Site;
import alchemist.graph.Opener;
import alchemist.kernel.Command;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.Reactor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on no more is told of in the health of the server and beside its workspace. */
final class ProblemsTest {
    private static final String ADD = "{\"type\":\"graph.add-node\",\"data\":{\"name\":\"x\"}}";

    @TempDir private Path folder;

    private static final class Throwing implements Reactor {
        @Override
        public String name() {
            return "throwing";
        }

        @Override
        public List<? extends Command> react(Envelope envelope) {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void aReactorThatStoppedIsTold() throws Exception {
        try (TestHost host = new TestHost(folder, new Throwing());
                HttpServer server = served(host);
                RawClient client = new RawClient(server.port())) {
            var demo = host.found("demo");
            assertEquals("[]", told(client, "/api/v1/health", "problems"));
            assertEquals(200, client.post(Served.DEMO + "/commands", ADD).status());
            while (demo.stopped().get().isEmpty()) {
                Thread.onSpinWait();
            }
            String problems = told(client, "/api/v1/health", "problems");
            assertTrue(problems.contains("'demo': reactor 'throwing' stopped behind position 0"));
            assertTrue(problems.contains("on purpose"), problems);
            assertTrue(told(client, Served.DEMO, "findings").contains("reactor 'throwing'"));
        }
    }

    @Test
    void anEventThatTheGraphCouldNotFoldIsTold() throws Exception {
        Opener broken =
                _ -> {
                    throw new IllegalStateException("on purpose");
                };
        String person = Id.of("person", "ada").toString();
        String add =
                "{\"type\":\"graph.add-node\",\"data\":{\"node\":\""
                        + person
                        + "\",\"name\":{\"$personal\":{\"subject\":\""
                        + person
                        + "\",\"text\":\"Ada\"}}}}";
        try (TestHost host = new TestHost(folder, broken);
                HttpServer server = served(host);
                RawClient client = new RawClient(server.port())) {
            host.found("demo");
            assertEquals(200, client.post(Served.DEMO + "/commands", ADD).status());
            assertEquals("[]", told(client, Served.DEMO, "findings"));
            assertEquals(200, client.post(Served.DEMO + "/commands", add).status());
            assertEquals(200, client.get(Served.DEMO + "/stats?atLeast=2").status());
            String told = "the graph lacks the event at position 2, which it tries again";
            assertTrue(told(client, "/api/v1/health", "problems").contains("'demo': " + told));
            String findings = told(client, Served.DEMO, "findings");
            assertTrue(findings.contains(told) && findings.contains("on purpose"), findings);
        }
    }

    private static HttpServer served(TestHost host) throws Exception {
        Api api = new Api(host, TestHost.PERSON, new SplittableRandom(1), InstantSource.system());
        return HttpServer.start(Site.local(0, null), api.routes(), Limits.DEFAULTS);
    }

    private static String told(RawClient client, String path, String list) throws Exception {
        var value = Served.json(client.get(path)).find(list);
        return value == null ? "[]" : value.toString();
    }
}
