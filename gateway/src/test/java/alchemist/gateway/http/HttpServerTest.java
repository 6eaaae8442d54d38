package alchemist.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerTest {
    private static final Site ANYWHERE = new Site("127.0.0.1", 0, Set.of(), null);
    private static final Limits LIMITS =
            Limits.DEFAULTS
                    .withTimes(
                            Duration.ofMillis(500),
                            Duration.ofSeconds(5),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(30))
                    .withBodies(100_000, 250_000);
    private static final Parameter<Long> LIMIT =
            Parameter.number("limit", "how many", 1, 100).orElse(7L);
    private static final Parameter<String> NAME = Parameter.text("name", "the name").inPath();

    private final CountDownLatch arrived = new CountDownLatch(1);
    private HttpServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.start(ANYWHERE, routes(), LIMITS);
        client = new RawClient(server.port());
    }

    private Routes routes() {
        return new Routes(
                List.of(
                        Operation.get("/api/limit", "limit")
                                .takes(LIMIT)
                                .by(r -> text(String.valueOf(r.get(LIMIT)))),
                        Operation.get("/api/names/all", "all").by(_ -> text("every name")),
                        Operation.get("/api/names/{name}", "name")
                                .takes(NAME)
                                .by(r -> text(r.get(NAME))),
                        Operation.post("/api/echo", "echo")
                                .reads(MediaType.JSON, "anything", "")
                                .by(this::echo),
                        Operation.post("/api/lines", "lines")
                                .reads(MediaType.NDJSON, "anything", "")
                                .by(HttpServerTest::lines),
                        Operation.get("/api/long", "long").by(_ -> text("abc ".repeat(1000))),
                        Operation.get("/api/bug", "bug")
                                .by(
                                        _ -> {
                                            throw new IllegalStateException("a secret");
                                        }),
                        Operation.get("/api/errors/{name}", "errors")
                                .takes(NAME)
                                .by(r -> fail(r.get(NAME))),
                        Operation.get("/api/stream", "stream")
                                .by(_ -> Reply.streamed("text/plain", s -> count(s))),
                        Operation.get("/api/broken", "broken")
                                .by(_ -> Reply.streamed("text/plain", s -> fail(s)))));
    }

    private Reply echo(Request request) throws IOException {
        arrived.countDown();
        return Reply.bytes(200, MediaType.JSON, request.body());
    }

    private static Reply text(String text) {
        return Reply.json(new JsonWriter().text(text));
    }

    private static void count(Sink sink) throws IOException {
        for (int i = 0; i < 200_000; i++) {
            sink.write("0123456789".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Reply fail(String how) {
        return switch (how) {
            case "class" -> throw new NoClassDefFoundError("a/secret/Name");
            case "memory" -> throw new OutOfMemoryError("Java heap space");
            case "linkage" -> throw new ExceptionInInitializerError("a secret");
            default -> text("" + deeper(0));
        };
    }

    @SuppressWarnings("InfiniteRecursion") // until the stack is full
    private static long deeper(long depth) {
        return deeper(depth + 1) + 1;
    }

    private static void fail(Sink sink) throws IOException {
        sink.write("begun".getBytes(StandardCharsets.US_ASCII));
        sink.flush();
        throw new IllegalStateException("in the middle");
    }

    private static Reply lines(Request request) throws IOException {
        JsonWriter json = new JsonWriter().array();
        Lines lines = request.lines();
        while (lines.next()) {
            json.number(lines.isTooLong() ? -lines.number() : lines.length());
        }
        return Reply.json(json.endArray());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void answersWithHeadersThatKeepOthersOut() throws IOException {
        Answer answer = client.get("/api/limit?limit=3");
        assertEquals(200, answer.status());
        assertEquals("\"3\"", answer.text());
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertTrue(answer.header("Content-Security-Policy").contains("script-src 'self'"));
        assertEquals("", answer.header("Access-Control-Allow-Origin"));
    }

    @Test
    void answersManyRequestsOverOneConnection() throws IOException {
        for (int i = 1; i <= 50; i++) {
            assertEquals("\"" + i + "\"", client.get("/api/limit?limit=" + i).text());
            assertEquals("{\"i\":" + i + "}", client.post("/api/echo", "{\"i\":" + i + "}").text());
        }
    }

    @Test
    void answersRequestsThatAreSentBeforeTheAnswer() throws IOException {
        client.send(client.head("GET", "/api/limit?limit=1") + client.head("GET", "/api/limit"));
        assertEquals("\"1\"", client.answer(false).text());
        assertEquals("\"7\"", client.answer(false).text());
    }

    @Test
    void aProblemSaysWhatWhereAndWhatToDo() throws IOException {
        Answer answer = client.get("/api/limit?limit=1000");
        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals(
                "{\"type\":\"urn:alchemist:bad-parameter\",\"title\":\"A parameter is not of its"
                        + " form\",\"status\":400,\"code\":\"bad-parameter\",\"detail\":\"'limit': a"
                        + " whole number from 1 to 100, not '1000'\",\"instance\":\"/api/limit\",\"parameter\":\"limit\"}",
                answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/limit?limit=",
                "/api/limit?limit=x",
                "/api/limit?limit=3&limit=4",
                "/api/limit?limti=3",
                "/api/limit?limit=%zz",
                "/api/limit?limit=%c3",
                "/api/names/%2e%2e",
                "/api/names/%00",
                "/api/names/a%0ab",
                "/api/names/%ff",
                "/api/names/%c0%af",
                "/api/limit?limit=\\",
                "/api/limit?{",
                "/api/%2e%2e/api/limit",
                "/api/../api/limit"
            })
    void whatIsMalformedInAUrlIsRefused(String target) throws IOException {
        Answer answer = client.get(target);
        assertEquals(400, answer.status(), answer.text());
        try (RawClient other = new RawClient(server.port())) {
            assertEquals(200, other.get("/api/limit").status());
        }
    }

    @Test
    void namesInPathsAreDecodedOnce() throws IOException {
        assertEquals("\"a b/c%41+ü\"", client.get("/api/names/a%20b%2Fc%2541+%C3%BC").text());
    }

    /** As it is sent by who types an address on a command line. */
    @ParameterizedTest
    @ValueSource(strings = {"ü", "数", "a|b", "{a}", "\"a\"", "a^b"})
    void whatStandsUnescapedInAUrlIsReadAsItIs(String name) throws IOException {
        Answer answer = client.get("/api/names/" + name);
        assertEquals(200, answer.status(), answer.text());
        assertEquals(name, new JsonReader(answer.body()).text());
    }

    @Test
    void bytesOfAUrlThatAreNoTextAreAProblem() throws IOException {
        client.send("GET /api/names/\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        client.send(" HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n");
        Answer answer = client.answer(false);
        assertEquals(400, answer.status());
        assertTrue(answer.text().contains("malformed-request"), answer.text());
    }

    @Test
    void aWholeAddressIsAskedAsItsPathIs() throws IOException {
        String whole = "http://localhost:" + server.port();
        assertEquals("\"3\"", client.get(whole + "/api/limit?limit=3").text());
        assertEquals(404, client.get(whole).status());
        try (RawClient other = new RawClient(server.port())) {
            assertEquals(400, other.get("http://evil.example/api/limit").status());
        }
    }

    @Test
    void whatIsNotThereIsSaidToBeElsewhere() throws IOException {
        Answer answer = client.get("/api/nothing");
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("openapi.json"), answer.text());
        assertEquals(404, client.get("/").status());
        assertEquals(404, client.get("/api/limit/").status());
    }

    @Test
    void otherMethodsAreNotAllowed() throws IOException {
        Answer answer = client.ask("DELETE", "/api/limit");
        assertEquals(405, answer.status());
        assertEquals("GET, HEAD, OPTIONS", answer.header("Allow"));
        assertEquals(405, client.ask("TRACE", "/api/limit").status());
        assertEquals(405, client.get("/api/echo").status());
        assertEquals(405, client.post("/", "{}").status());
    }

    @Test
    void aMethodOfTwoThatMatchIsNamedOnce() throws IOException {
        Answer answer = client.ask("DELETE", "/api/names/all");
        assertEquals("GET, HEAD, OPTIONS", answer.header("Allow"));
        assertEquals("\"every name\"", client.get("/api/names/all").text());
    }

    @Test
    void aBodyThatIsSentInAnUnknownWayIsRefusedBeforeItIsWaitedFor() throws IOException {
        client.send(
                client.head(
                        "POST",
                        "/api/echo",
                        "Content-Type: application/json",
                        "Transfer-Encoding: gzip"));
        Answer answer = client.answer(false);
        assertEquals(415, answer.status());
        assertTrue(answer.text().contains("'gzip'"), answer.text());
    }

    @Test
    void optionsTellsTheMethodsAndAllowsNoForeignPage() throws IOException {
        Answer answer = client.ask("OPTIONS", "/api/echo");
        assertEquals(204, answer.status());
        assertEquals("POST, OPTIONS", answer.header("Allow"));
        assertTrue(answer.headers().keySet().stream().noneMatch(n -> n.startsWith("access-")));
    }

    @Test
    void headAnswersTheHeadAlone() throws IOException {
        Answer answer = client.ask("HEAD", "/api/long");
        assertEquals(200, answer.status());
        assertEquals("4002", answer.header("Content-Length"));
        assertEquals("\"7\"", client.get("/api/limit").text());
        assertEquals(200, client.ask("HEAD", "/api/stream").status());
        assertEquals("\"7\"", client.get("/api/limit").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost", "localhost:1", "127.0.0.1.evil.example"})
    void requestsToOtherNamesAreRefused(String host) throws IOException {
        client.send("GET /api/limit HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertEquals(403, client.answer(false).status());
    }

    @Test
    void aRequestToNobodyOrToTwoIsRefused() throws IOException {
        client.send("GET /api/limit HTTP/1.0\r\n\r\n");
        assertEquals(403, client.answer(false).status());
        try (RawClient other = new RawClient(server.port())) {
            other.send(other.head("GET", "/api/limit", "Host: evil.example"));
            assertEquals(400, other.answer(false).status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: https://localhost",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void requestsFromOtherPagesAreRefused(String header) throws IOException {
        Answer answer = client.get("/api/limit", header);
        assertEquals(403, answer.status());
        assertTrue(answer.text().contains("urn:alchemist:foreign-origin"), answer.text());
        assertEquals(403, client.post("/api/echo", "{}", header).status());
    }

    @Test
    void requestsFromOurOwnPagesAreAnswered() throws IOException {
        String origin = "Origin: http://localhost:" + server.port();
        assertEquals(200, client.get("/api/limit", origin, "Sec-Fetch-Site: same-origin").status());
        assertEquals(200, client.post("/api/echo", "{}", origin).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: application/json; charset=latin1",
                "Content-Type: application/x-ndjson"
            })
    void aBodyOfAnotherFormIsNotRead(String header) throws IOException {
        client.send(client.head("POST", "/api/echo", header, "Content-Length: 2") + "{}");
        assertEquals(415, client.answer(false).status());
        client.send(client.head("POST", "/api/echo", "Content-Length: 2") + "{}");
        assertEquals(415, client.answer(false).status());
        assertEquals(415, client.post("/api/echo", "{}", "Content-Encoding: gzip").status());
        assertEquals("{}", client.post("/api/echo", "{}").text());
    }

    @Test
    void aLongUrlIsRefused() throws IOException {
        assertEquals(414, client.get("/api/names/" + "x".repeat(8000)).status());
        assertEquals(200, client.get("/api/names/" + "x".repeat(7000)).status());
    }

    @Test
    void hugeHeadersEndTheConnectionAndNothingElse() throws IOException {
        client.send("GET /api/limit HTTP/1.1\r\nX: ");
        assertThrows(
                IOException.class,
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        client.send("y".repeat(1000));
                    }
                });
        try (RawClient other = new RawClient(server.port())) {
            assertEquals(200, other.get("/api/limit").status());
        }
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefusedBeforeItIsSent() throws IOException {
        client.send(
                client.head(
                        "POST",
                        "/api/echo",
                        "Content-Type: application/json",
                        "Expect: 100-continue",
                        "Content-Length: 40000000"));
        assertEquals(413, client.answer(false).status());
    }

    @Test
    void aBodyIsAskedForWhenTheClientWaits() throws IOException {
        client.send(
                client.head(
                        "POST",
                        "/api/echo",
                        "Content-Type: application/json",
                        "Expect: 100-continue",
                        "Content-Length: 2"));
        assertEquals(100, client.answer(false).status());
        client.send("[]");
        assertEquals("[]", client.answer(false).text());
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
        client.send(
                client.head(
                        "POST",
                        "/api/echo",
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked"));
        for (int i = 0; i < 400; i++) {
            client.send("3e8\r\n" + "x".repeat(1000) + "\r\n");
        }
        client.send("0\r\n\r\n");
        Answer answer = client.answer(false);
        assertEquals(413, answer.status());
        assertTrue(answer.text().contains("\"limit\":100000"), answer.text());
        assertEquals(200, client.get("/api/limit").status());
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() throws IOException {
        assertEquals(100_000, client.post("/api/echo", "x".repeat(100_000)).body().length);
        assertEquals(413, client.post("/api/echo", "x".repeat(100_001)).status());
        assertEquals(0, client.post("/api/echo", "").body().length);
    }

    @Test
    void whereTooManyBodiesAreInMemoryTheNextIsRefused() throws IOException {
        Duration longest = Duration.ofHours(1);
        Limits patient = LIMITS.withTimes(longest, longest, longest, longest);
        // What waits here must not be given up before the last is refused.
        try (HttpServer other = HttpServer.start(ANYWHERE, routes(), patient);
                RawClient third = new RawClient(other.port())) {
            RawClient[] waiting = {halfSent(other), halfSent(other)};
            Answer answer = third.post("/api/echo", "x".repeat(100_000));
            while (answer.status() == 200) {
                for (int i = 0; i < waiting.length; i++) {
                    if (waiting[i].hasAnswer()) {
                        // The third was there before it.
                        assertEquals(503, waiting[i].answer(false).status());
                        waiting[i].close();
                        waiting[i] = halfSent(other);
                    }
                }
                answer = third.post("/api/echo", "x".repeat(100_000));
            }
            assertEquals(503, answer.status());
            assertEquals("1", answer.header("Retry-After"));
            waiting[0].send("x".repeat(50_000));
            assertEquals(200, waiting[0].answer(false).status());
            for (RawClient one : waiting) {
                one.close();
            }
        }
    }

    private static RawClient halfSent(HttpServer server) throws IOException {
        RawClient client = new RawClient(server.port());
        client.send(
                client.head(
                                "POST",
                                "/api/echo",
                                "Content-Type: application/json",
                                "Content-Length: 100000")
                        + "x".repeat(50_000));
        return client;
    }

    @Test
    void aBodyThatStallsIsGivenUp() throws IOException {
        client.send(
                client.head(
                                "POST",
                                "/api/echo",
                                "Content-Type: application/json",
                                "Content-Length: 100")
                        + "{");
        assertEquals(408, client.answer(false).status());
        assertTrue(client.isClosedByServer());
    }

    @Test
    void aHeadThatStallsIsGivenUp() throws IOException {
        client.send("GET /api/limit HTTP/1.1\r\nHost:");
        assertTrue(client.isClosedByServer());
    }

    @Test
    void aBodyThatBreaksOffIsNoRequest() throws IOException {
        client.send(
                client.head(
                                "POST",
                                "/api/echo",
                                "Content-Type: application/json",
                                "Content-Length: 100")
                        + "{");
        client.endSending();
        assertTrue(client.isClosedByServer());
    }

    @Test
    void linesAreReadAsTheyCome() throws IOException {
        client.send(
                client.head(
                        "POST",
                        "/api/lines",
                        "Content-Type: application/x-ndjson",
                        "Transfer-Encoding: chunked"));
        client.send("5\r\nab\n\nc\r\n2\r\nd\n\r\n");
        client.send("c8000\r\n" + "x".repeat(0xc8000) + "\r\n");
        client.send("c8000\r\n" + "x".repeat(0xc8000) + "\r\n");
        client.send("5\r\n\n\r\n \n\r\n2\r\nyz\r\n0\r\n\r\n");
        assertEquals("[2,2,-4,2]", client.answer(false).text());
    }

    @Test
    void answersAreCompressedForWhoTakesThem() throws IOException {
        Answer small = client.get("/api/limit", "Accept-Encoding: gzip");
        assertEquals("", small.header("Content-Encoding"));
        Answer answer = client.get("/api/long", "Accept-Encoding: br, gzip;q=0.5");
        assertEquals("gzip", answer.header("Content-Encoding"));
        assertEquals("Accept-Encoding", answer.header("Vary"));
        assertEquals(4002, answer.unzipped().length());
        assertEquals(
                "",
                client.get("/api/long", "Accept-Encoding: gzip;q=0").header("Content-Encoding"));
    }

    @Test
    void aBugIsToldWithoutItsInside() throws IOException {
        Answer answer = client.get("/api/bug");
        assertEquals(500, answer.status());
        assertTrue(answer.text().contains("urn:alchemist:internal"), answer.text());
        assertTrue(!answer.text().contains("secret"), answer.text());
        assertEquals(200, client.get("/api/limit").status());
    }

    @Test
    void aStreamArrivesWhole() throws IOException {
        assertEquals(2_000_000, client.get("/api/stream").body().length);
        assertEquals(200, client.get("/api/limit").status());
    }

    @Test
    void aStreamThatFailsIsBrokenOffSoThatItIsNotTakenForWhole() throws IOException {
        client.send(client.head("GET", "/api/broken"));
        assertThrows(IOException.class, () -> client.answer(false));
        try (RawClient other = new RawClient(server.port())) {
            assertEquals(200, other.get("/api/limit").status());
        }
    }

    @Test
    void aClientThatTakesNothingOfAStreamIsGivenUp() throws IOException {
        client.send(client.head("GET", "/api/stream"));
        server.stop(Duration.ofSeconds(10));
        assertThrows(
                IOException.class,
                () -> {
                    try (RawClient other = new RawClient(server.port())) {
                        other.get("/api/limit");
                    }
                });
    }

    @Test
    void whatIsBeingAnsweredIsFinishedBeforeAStop() throws Exception {
        client.send(
                client.head(
                                "POST",
                                "/api/echo",
                                "Content-Type: application/json",
                                "Content-Length: 2")
                        + "[");
        arrived.await();
        Thread stopping = Thread.startVirtualThread(() -> server.stop(Duration.ofSeconds(10)));
        client.send("]");
        assertEquals("[]", client.answer(false).text());
        stopping.join();
    }

    @Test
    void aPortThatIsTakenIsSaidToBe() {
        IOException problem =
                assertThrows(
                        IOException.class,
                        () ->
                                HttpServer.start(
                                        Site.local(server.port(), null),
                                        new Routes(List.of()),
                                        LIMITS));
        assertTrue(String.valueOf(problem.getMessage()).contains("another port"));
    }

    @Test
    void theAddressIsWhereItCanBeAsked() {
        assertEquals("http://127.0.0.1:" + server.port(), server.address().toString());
    }

    @Test
    void everyAnswerIsJson() throws IOException {
        JsonReader.of(client.get("/api/nothing").text()).skip();
    }

    /** What the gateway logs. */
    private static final class Log extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord one) {
            records.add(one);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "memory", "linkage", "stack"})
    void anErrorInAHandlerIsAnsweredAndLoggedOnceWithItsStack(String how) throws IOException {
        Logger logger = Logger.getLogger("alchemist.gateway");
        Log log = new Log();
        logger.addHandler(log);
        logger.setUseParentHandlers(false);
        try {
            Answer answer = client.get("/api/errors/" + how);
            assertEquals(500, answer.status());
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertTrue(answer.text().contains("\"code\":\"internal\""), answer.text());
            assertFalse(answer.text().contains("secret"), answer.text());
            assertEquals("\"7\"", client.get("/api/limit").text());
            List<LogRecord> failures =
                    log.records.stream().filter(r -> r.getLevel().equals(Level.SEVERE)).toList();
            assertEquals(1, failures.size());
            assertTrue(failures.getFirst().getMessage().contains("GET /api/errors/" + how));
            assertTrue(failures.getFirst().getThrown().getStackTrace().length > 0);
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(log);
        }
    }
}
