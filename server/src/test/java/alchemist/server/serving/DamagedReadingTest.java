package alchemist.server.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage in an old part of a log, which nothing but reading it comes to. */
final class DamagedReadingTest {
    private static final int NODES = 12_000;

    @TempDir private Path folder;
    private Path damaged = Path.of("");
    private Server server;

    @BeforeEach
    void damage() throws Exception {
        Path data = folder.resolve("data");
        Meadow.grow(data, NODES, 3, 256 << 10, new SplittableRandom(3));
        List<Path> segments;
        try (Stream<Path> files = Files.list(data.resolve("workspaces/w/log"))) {
            segments = files.filter(f -> f.toString().endsWith(".alog")).sorted().toList();
        }
        assertTrue(segments.size() > 4, "there are many segments: " + segments);
        damaged = segments.get(1);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        server = Server.start(ServerOptions.of(new DataDirectory(data)).withPort(0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String target, String accept)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            server.url() + "/api/v1/workspaces/w/events" + target))
                            .header("Accept", accept)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private void tells(String problem) {
        assertTrue(problem.contains("\"code\":\"damaged\""), problem);
        assertTrue(problem.contains("\"file\":\"" + damaged + "\""), problem);
        assertTrue(problem.contains("\"offset\":"), problem);
        assertTrue(problem.contains("restore"), problem);
    }

    @Test
    void aPageThatNeedsItIsAProblemThatNamesIt() throws Exception {
        assertEquals(200, get("?limit=10", "application/json").statusCode());
        HttpResponse<String> page = get("?limit=10000", "application/json");
        assertEquals(500, page.statusCode(), page.body());
        assertEquals(
                "application/problem+json", page.headers().firstValue("content-type").orElse(""));
        tells(page.body());
    }

    @Test
    void linesEndWithTheProblem() throws Exception {
        List<String> lines = get("", "application/x-ndjson").body().lines().toList();
        tells(lines.getLast());
        assertTrue(lines.size() > 100, "what stands before it was given");
        for (int i = 0; i < lines.size() - 1; i++) {
            assertTrue(lines.get(i).startsWith("{\"position\":" + (i + 1) + ","), lines.get(i));
        }
    }

    @Test
    void serverSentEventsEndWithTheProblem() throws Exception {
        String stream = get("", "text/event-stream").body();
        int at = stream.indexOf("event: problem\ndata: ");
        assertTrue(at > 0, "the last event is the problem");
        tells(stream.substring(at));
    }
}
