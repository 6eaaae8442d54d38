package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.TestHost;
import alchemist.gateway.http.HttpServer;
import alchemist.gateway.http.Limits;
import alchemist.gateway.http.RawClient;
import alchemist.gateway.http.Site;
import alchemist.kernel.Command;
import alchemist.kernel.Envelope;
import alchemist.kernel.Reactor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoppedReactorTest {
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
    void isToldOfInTheHealthAndBesideTheWorkspace() throws Exception {
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

    private static HttpServer served(TestHost host) throws Exception {
        Api api = new Api(host, TestHost.PERSON, new SplittableRandom(1), InstantSource.system());
        return HttpServer.start(Site.local(0, null), api.routes(), Limits.DEFAULTS);
    }

    private static String told(RawClient client, String path, String list) throws Exception {
        var value = Served.json(client.get(path)).find(list);
        return value == null ? "[]" : value.toString();
    }
}
