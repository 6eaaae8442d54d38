package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.gateway.TestHost;
import alchemist.gateway.http.HttpServer;
import alchemist.gateway.http.Limits;
import alchemist.gateway.http.RawClient;
import alchemist.gateway.http.RawClient.Answer;
import alchemist.gateway.http.Site;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with a workspace 'demo' in a real directory, and a client of it. */
abstract class Served {
    static final String DEMO = "/api/v1/workspaces/demo";

    @TempDir Path folder;
    TestHost host;
    HttpServer server;
    RawClient client;

    @BeforeEach
    final void serve() throws Exception {
        host = new TestHost(folder.resolve("data"));
        host.found("demo");
        Api api = new Api(host, TestHost.PERSON, new SplittableRandom(1), InstantSource.system());
        server = HttpServer.start(Site.local(0, null), api.routes(), limits());
        client = new RawClient(server.port());
    }

    Limits limits() {
        return Limits.DEFAULTS;
    }

    @AfterEach
    final void end() throws IOException {
        client.close();
        server.close();
        host.close();
    }

    /** What was answered, as a map. */
    static Properties json(Answer answer) {
        return ValueJson.readProperties(JsonReader.of(answer.text()));
    }

    /** The successful answer to a GET below the workspace. */
    Properties get(String target) throws IOException {
        Answer answer = client.get(DEMO + target);
        assertEquals(200, answer.status(), answer.text());
        return json(answer);
    }

    /** The successful answer to a command. */
    Properties send(String command) throws IOException {
        Answer answer = client.post(DEMO + "/commands", command);
        assertEquals(200, answer.status(), answer.text());
        return json(answer);
    }

    /** Adds a node; its id. */
    String node(String name, String type) throws IOException {
        Properties result =
                send(
                        "{\"type\":\"graph.add-node\",\"data\":{\"name\":\""
                                + name
                                + "\",\"types\":[\""
                                + type
                                + "\"]}}");
        return text(map(result, "given"), "node");
    }

    /** Connects nodes; the edge's id. */
    String edge(String from, String relation, String to) throws IOException {
        Properties result =
                send(
                        "{\"type\":\"graph.connect-nodes\",\"data\":{\"from\":\""
                                + from
                                + "\",\"to\":\""
                                + to
                                + "\",\"type\":\""
                                + relation
                                + "\"}}");
        return text(map(result, "given"), "edge");
    }

    /** The last position. */
    long position() {
        return host.find("demo").orElseThrow().workspace().position();
    }

    static String text(Properties map, String key) {
        return map.find(key) instanceof Value.Text(String text) ? text : "missing: " + map;
    }

    static long number(Properties map, String key) {
        return map.find(key) instanceof Value.Int(long number) ? number : Long.MIN_VALUE;
    }

    static Properties map(Properties map, String key) {
        return map.find(key) instanceof Value.MapOf(Properties inner) ? inner : Properties.NONE;
    }

    static List<Properties> list(Properties map, String key) {
        return map.find(key) instanceof Value.ListOf(List<Value> values)
                ? values.stream().map(v -> ((Value.MapOf) v).entries()).toList()
                : List.of();
    }
}
