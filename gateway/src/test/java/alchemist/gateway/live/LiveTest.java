package alchemist.gateway.live;

import static alchemist.gateway.live.LiveClient.list;
import static alchemist.gateway.live.LiveClient.map;
import static alchemist.gateway.live.LiveClient.number;
import static alchemist.gateway.live.LiveClient.positions;
import static alchemist.gateway.live.LiveClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.TestHost;
import alchemist.gateway.http.HttpServer;
import alchemist.gateway.http.Limits;
import alchemist.gateway.http.RawClient;
import alchemist.gateway.http.RawClient.Answer;
import alchemist.gateway.http.Site;
import alchemist.gateway.http.Socket;
import alchemist.gateway.rest.Api;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiveTest {
    private static final String DEMO = "/api/v1/workspaces/demo";
    private static final LiveLimits QUICK =
            LiveLimits.DEFAULTS.withTimes(Duration.ofMillis(50), Duration.ofSeconds(30));

    @TempDir Path folder;
    private TestHost host;
    private HttpServer server;
    private RawClient rest;
    private final List<LiveClient> clients = new ArrayList<>();

    @BeforeEach
    void serve() throws Exception {
        host = new TestHost(folder.resolve("data"));
        host.found("demo");
        serve(LiveLimits.DEFAULTS, Limits.DEFAULTS);
    }

    private void serve(LiveLimits live, Limits limits) throws IOException {
        if (server != null) {
            server.close();
        }
        Api api =
                new Api(
                        host,
                        TestHost.PERSON,
                        new SplittableRandom(1),
                        InstantSource.system(),
                        live);
        server = HttpServer.start(Site.local(0, null), api.routes(), limits);
        rest = new RawClient(server.port());
    }

    @AfterEach
    void end() throws IOException {
        clients.forEach(LiveClient::close);
        rest.close();
        server.close();
        host.close();
    }

    private LiveClient client() throws Exception {
        LiveClient client = new LiveClient(server.port(), "demo");
        clients.add(client);
        return client;
    }

    private void add(String name) throws IOException {
        Answer answer =
                rest.post(
                        DEMO + "/commands",
                        "{\"type\":\"graph.add-node\",\"data\":{\"name\":\"" + name + "\"}}");
        assertEquals(200, answer.status(), answer.text());
    }

    private void addAll(int count, String name) throws IOException {
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"graph.add-node\",\"data\":{\"name\":\"")
                    .append(name)
                    .append("\"}}");
        }
        Answer answer = rest.post(DEMO + "/commands", all + "]");
        assertEquals(200, answer.status(), answer.text());
    }

    private long position() {
        return host.find("demo").orElseThrow().workspace().position();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void greetsWithTheClientAndThePosition() throws Exception {
        add("Ada");
        Properties hello = client().next("hello");
        assertEquals(position(), number(hello, "position"));
        assertEquals("demo", text(hello, "workspace"));
        assertEquals(26, text(hello, "client").length());
        assertNotEquals(text(hello, "client"), text(client().next("hello"), "client"));
    }

    @Test
    void tellsWhatWasAndThenWhatComesWithoutAGapAndNothingTwice() throws Exception {
        addAll(300, "before");
        LiveClient client = client().say("{\"subscribe\":{\"id\":\"a\",\"from\":1}}");
        for (int i = 0; i < 100; i++) {
            add("meanwhile " + i);
        }
        long end = position();
        assertEquals(range(1, end), positions(client.eventsTo("a", end)));
    }

    @Test
    void goesOnBehindTheLastPositionAfterABreak() throws Exception {
        addAll(20, "before");
        LiveClient first = client().say("{\"subscribe\":{\"id\":\"a\",\"from\":1}}");
        long known = number(first.next("events"), "position");
        first.close();
        addAll(20, "away");
        LiveClient second =
                client().say("{\"subscribe\":{\"id\":\"b\",\"from\":" + (known + 1) + "}}");
        long end = position();
        assertEquals(range(known + 1, end), positions(second.eventsTo("b", end)));
    }

    @Test
    void whoNamesNoPositionIsToldWhatComesFromNowOn() throws Exception {
        addAll(5, "before");
        LiveClient client = client().say("{\"subscribe\":{\"id\":\"a\"}}");
        long now = number(client.next("subscribed"), "position");
        add("after");
        assertEquals(range(now + 1, position()), positions(client.eventsTo("a", position())));
    }

    @Test
    void anEventIsTheSameAsInTheListOfEvents() throws Exception {
        add("Ada");
        LiveClient client = client().say("{\"subscribe\":{\"id\":\"a\",\"from\":1}}");
        Properties page =
                ValueJson.readProperties(JsonReader.of(rest.get(DEMO + "/events").text()));
        assertEquals(list(page, "events"), client.eventsTo("a", position()));
    }

    @Test
    void tellsOnlyWhatTheSubjectMatchesAndHowFarItIs() throws Exception {
        addAll(10, "Ada");
        LiveClient client =
                client().say(
                                "{\"subscribe\":{\"id\":\"no\",\"subject\":\"ws.*.sources.>\",\"from\":1}}");
        Properties reached = client.next("reached", r -> number(r, "no") == position());
        assertEquals(position(), number(reached, "no"));
        client.say(
                "{\"subscribe\":{\"id\":\"yes\",\"subject\":\"ws.demo.graph.*.node-added\",\"from\":1}}");
        client.eventsTo("yes", position())
                .forEach(e -> assertEquals("graph.node-added", text(e, "type")));
    }

    @Test
    void severalSubscriptionsGoSideBySideUntilTheyAreEnded() throws Exception {
        LiveClient client =
                client().say("{\"subscribe\":{\"id\":\"a\"}}")
                        .say("{\"subscribe\":{\"id\":\"b\"}}");
        client.next("subscribed", s -> text(s, "id").equals("b"));
        client.say("{\"unsubscribe\":{\"id\":\"a\"}}").next("unsubscribed");
        add("Ada");
        assertEquals("b", text(client.next("events"), "subscription"));
        client.say("{\"subscribe\":{\"id\":\"a\",\"from\":1}}");
        assertEquals(range(1, position()), positions(client.eventsTo("a", position())));
    }

    @Test
    void presenceIsShownToTheOthersAndNeverStored() throws Exception {
        long before = position();
        LiveClient ada = client();
        String adaId = text(ada.next("hello"), "client");
        ada.say("{\"presence\":{\"name\":\"Ada\",\"selected\":null}}");
        LiveClient bob = client();
        String bobId = text(bob.next("hello"), "client");
        Properties seen = bob.next("presence");
        assertEquals(adaId, text(seen, "client"));
        assertTrue(String.valueOf(seen.find("state")).contains("Ada"), seen.toString());
        bob.say("{\"presence\":{\"name\":\"Bob\"}}");
        assertEquals(bobId, text(ada.next("presence"), "client"));
        ada.say("{\"presence\":null}");
        assertEquals(Value.NULL, bob.next("presence").find("state"));
        bob.leave();
        assertEquals(bobId, text(ada.next("left"), "client"));
        assertEquals(before, position());
    }

    @Test
    void aPingIsAnsweredWithItsValue() throws Exception {
        LiveClient client = client().say("{\"ping\":{\"n\":[1,2.5,\"ü\"]}}");
        Properties pong = client.next("pong");
        assertTrue(pong.toString().contains("ü"), pong.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x|malformed-message",
                "[]|malformed-message",
                "{}|malformed-message",
                "3|malformed-message",
                "{\"ping\":1}x|malformed-message",
                "{\"ping\":1,\"presence\":{}}|malformed-message",
                "{\"shout\":1}|unknown-message",
                "{\"subscribe\":1}|malformed-message",
                "{\"subscribe\":{}}|malformed-message",
                "{\"subscribe\":{\"id\":\"\"}}|malformed-message",
                "{\"subscribe\":{\"id\":\"a\",\"form\":1}}|malformed-message",
                "{\"subscribe\":{\"id\":\"a\",\"from\":-1}}|malformed-message",
                "{\"subscribe\":{\"id\":\"a\",\"from\":1.5}}|malformed-message",
                "{\"subscribe\":{\"id\":\"a\",\"subject\":\"graph.>\"}}|bad-subject",
                "{\"subscribe\":{\"id\":\"a\",\"subject\":\"ws.other.>\"}}|bad-subject",
                "{\"subscribe\":{\"id\":\"a\",\"from\":999}}|position-ahead",
                "{\"unsubscribe\":{\"id\":\"a\"}}|unknown-subscription",
                "{\"unsubscribe\":{\"id\":\"a\",\"x\":1}}|malformed-message",
                "{\"presence\":3}|malformed-message",
                "{\"presence\":{\"half\":\"\\ud800\"}}|malformed-message"
            })
    void whatIsNotUnderstoodIsSaidAndHarmsNothing(String message, String code) throws Exception {
        LiveClient client = client().say(message);
        assertEquals(code, client.error());
        client.say("{\"ping\":7}");
        assertEquals(7, number(client.next(), "pong"));
    }

    @Test
    void whatNestsTooDeeplyIsSaidAndHarmsNothing() throws Exception {
        String deep = "{\"presence\":{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}";
        assertEquals("malformed-message", client().say(deep).error());
        String large = "{\"presence\":{\"a\":\"" + "x".repeat(5_000) + "\"}}";
        assertEquals("presence-too-large", client().say(large).error());
        String ping = "{\"ping\":\"" + "x".repeat(5_000) + "\"}";
        assertEquals("ping-too-large", client().say(ping).error());
    }

    @Test
    void aMessageOfBytesEndsTheSocketWithAReason() throws Exception {
        LiveClient client = client();
        client.sayBytes(new byte[100_000]);
        assertEquals("binary-message", client.error());
        assertEquals(Socket.NOT_ACCEPTED, client.closeCode());
    }

    @Test
    void aHugeMessageEndsTheSocketWithAReasonAndHarmsNobody() throws Exception {
        LiveClient other = client();
        LiveClient client = client();
        client.sayInParts("x".repeat(100_000), 100);
        assertEquals("message-too-large", client.error());
        assertEquals(Socket.TOO_BIG, client.closeCode());
        other.say("{\"ping\":1}");
        other.next("hello");
        assertEquals(1, number(other.next(), "pong"));
    }

    @Test
    void bytesThatAreNoUtf8OrNoFrameEndTheSocket() throws Exception {
        try (RawSocket socket = new RawSocket(server.port(), "demo")) {
            socket.send(RawSocket.TEXT, new byte[] {'"', (byte) 0xc3, '"'});
            assertEquals(1007, socket.read(RawSocket.CLOSE).closeCode());
        }
        try (RawSocket socket = new RawSocket(server.port(), "demo")) {
            socket.client.send(new byte[] {(byte) 0xf3, 0, 1, 2, 3});
            assertEquals(1002, socket.read(RawSocket.CLOSE).closeCode());
        }
        client().next("hello");
    }

    @Test
    void aMessageInSeveralFramesIsOne() throws Exception {
        LiveClient client = client();
        client.sayInParts(" ", 50);
        assertEquals("malformed-message", client.error());
        try (RawSocket socket = new RawSocket(server.port(), "demo")) {
            socket.read();
            socket.client.send(new byte[] {1, (byte) 0x83, 0, 0, 0, 0, '{', '"', 'p'});
            socket.send(RawSocket.PING, new byte[] {5});
            socket.send(0, "ing\":4}".getBytes(StandardCharsets.UTF_8));
            assertEquals(5, socket.read(RawSocket.PONG).bytes()[0]);
            assertEquals("{\"pong\":4}", socket.read(RawSocket.TEXT).text());
        }
    }

    @Test
    void tooManySubscriptionsAreRefused() throws Exception {
        serve(LiveLimits.DEFAULTS.withRoom(2, 200), Limits.DEFAULTS);
        LiveClient client = client().say("{\"subscribe\":{\"id\":\"a\"}}");
        client.say("{\"subscribe\":{\"id\":\"a\"}}");
        assertEquals("subscription-exists", client.error());
        client.say("{\"subscribe\":{\"id\":\"b\"}}").say("{\"subscribe\":{\"id\":\"c\"}}");
        assertEquals("too-many-subscriptions", client.error());
        client.say("{\"unsubscribe\":{\"id\":\"a\"}}").say("{\"subscribe\":{\"id\":\"c\"}}");
        assertEquals("c", text(client.next("subscribed", s -> text(s, "id").equals("c")), "id"));
    }

    @Test
    void tooManySocketsAreRefusedBeforeTheyOpen() throws Exception {
        serve(LiveLimits.DEFAULTS.withRoom(2, 1), Limits.DEFAULTS);
        LiveClient only = client();
        only.next("hello");
        Answer answer = rest.get(DEMO + "/live", RawSocket.handshake());
        assertEquals(503, answer.status(), answer.text());
        assertEquals("1", answer.header("Retry-After"));
        only.leave();
        // The place is free once the server has closed its end as well.
        Answer next = rest.get(DEMO + "/live", RawSocket.handshake());
        while (next.status() == 503) {
            next = rest.get(DEMO + "/live", RawSocket.handshake());
        }
        assertEquals(101, next.status());
    }

    @Test
    void whatAsksForNoSocketIsToldWhatIsHere() throws Exception {
        Answer plain = rest.get(DEMO + "/live");
        assertEquals(426, plain.status(), plain.text());
        assertEquals("websocket", plain.header("Upgrade"));
        assertEquals("13", plain.header("Sec-WebSocket-Version"));
        assertEquals(426, rest.ask("HEAD", DEMO + "/live").status());
        String[] old = RawSocket.handshake();
        old[2] = "Sec-WebSocket-Version: 8";
        assertEquals(426, rest.get(DEMO + "/live", old).status());
        String[] keyless = RawSocket.handshake();
        keyless[3] = "Sec-WebSocket-Key: short";
        assertEquals(400, rest.get(DEMO + "/live", keyless).status());
        String[] garbled = RawSocket.handshake();
        garbled[3] = "Sec-WebSocket-Key: ***";
        assertEquals(400, rest.get(DEMO + "/live", garbled).status());
        assertEquals(404, rest.get("/api/v1/workspaces/nowhere/live").status());
        assertEquals(
                404, rest.get("/api/v1/workspaces/nowhere/live", RawSocket.handshake()).status());
        assertEquals(405, rest.post(DEMO + "/live", "{}").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Host: evil.example"
            })
    void pagesOfOthersOpenNoSocket(String header) throws Exception {
        String[] lines = java.util.Arrays.copyOf(RawSocket.handshake(), 5);
        lines[4] = header;
        int status = rest.get(DEMO + "/live", lines).status();
        assertTrue(status == 403 || (status == 400 && header.startsWith("Host")), "" + status);
    }

    @Test
    void theOwnPageOpensASocket() throws Exception {
        String[] lines = java.util.Arrays.copyOf(RawSocket.handshake(), 5);
        lines[4] = "Origin: http://localhost:" + server.port();
        Answer answer = rest.get(DEMO + "/live", lines);
        assertEquals(101, answer.status());
        assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", answer.header("Sec-WebSocket-Accept"));
    }

    @Test
    void saysHowFarItIsInEveryHeartbeatAndIsNotIdleWhileTheClientLives() throws Exception {
        Duration shortly = Duration.ofMillis(300);
        serve(
                QUICK.withTimes(Duration.ofMillis(50), shortly),
                Limits.DEFAULTS.withTimes(shortly, shortly, Duration.ofSeconds(5), shortly));
        LiveClient client = client().say("{\"subscribe\":{\"id\":\"a\"}}");
        client.next("subscribed");
        // For longer than any of these times.
        for (int i = 0; i < 12; i++) {
            assertEquals(position(), number(client.next("reached"), "a"));
        }
        rest.close();
        rest = new RawClient(server.port()); // a connection that is no socket was idle for too long
        add("Ada");
        assertEquals(position(), number(client.next("events"), "position"));
        client.next("reached", r -> number(r, "a") == position());
    }

    @Test
    void whoAnswersNoPingIsGone() throws Exception {
        serve(
                LiveLimits.DEFAULTS.withTimes(Duration.ofMillis(50), Duration.ofMillis(200)),
                Limits.DEFAULTS);
        try (RawSocket socket = new RawSocket(server.port(), "demo")) {
            socket.read(RawSocket.PING);
            assertEquals(Socket.GOING_AWAY, socket.read(RawSocket.CLOSE).closeCode());
            assertTrue(socket.client.isClosedByServer());
        }
    }

    @Test
    void whoAsksWithoutReadingIsShownOut() throws Exception {
        serve(
                LiveLimits.DEFAULTS,
                Limits.DEFAULTS.withTimes(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(75)));
        try (RawSocket socket = new RawSocket(server.port(), "demo")) {
            String ping = "{\"ping\":\"" + "x".repeat(1000) + "\"}";
            IOException gone = null;
            while (gone == null) {
                try {
                    socket.say(ping);
                } catch (IOException e) {
                    gone = e;
                }
            }
        }
        client().next("hello");
    }

    @Test
    void aSlowClientDelaysItselfAloneAndMissesNothing() throws Exception {
        String name = "n".repeat(900);
        try (RawSocket slow = new RawSocket(server.port(), "demo")) {
            slow.say("{\"subscribe\":{\"id\":\"slow\",\"from\":1}}");
            LiveClient quick = client().say("{\"subscribe\":{\"id\":\"quick\",\"from\":1}}");
            for (int i = 0; i < 20; i++) {
                addAll(500, name);
            }
            long end = position();
            assertEquals(range(1, end), positions(quick.eventsTo("quick", end)));
            List<Long> found = new ArrayList<>();
            while (found.isEmpty() || found.getLast() < end) {
                String text = slow.read(RawSocket.TEXT).text();
                if (text.startsWith("{\"events\"")) {
                    Properties frame = ValueJson.readProperties(JsonReader.of(text));
                    found.addAll(positions(list(map(frame, "events"), "events")));
                }
            }
            assertEquals(range(1, end), found);
        }
    }

    @Test
    void whoTakesNothingForTooLongIsGone() throws Exception {
        serve(
                LiveLimits.DEFAULTS,
                Limits.DEFAULTS.withTimes(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(75)));
        LiveClient other = client();
        try (RawSocket stuck = new RawSocket(server.port(), "demo")) {
            stuck.say("{\"presence\":{}}");
            stuck.say("{\"subscribe\":{\"id\":\"a\",\"from\":1}}");
            other.next("presence");
            for (int i = 0; i < 30; i++) {
                addAll(500, "n".repeat(900));
            }
            other.next("left");
        }
    }

    @Test
    void aServerThatStopsSaysSo() throws Exception {
        LiveClient client = client().say("{\"subscribe\":{\"id\":\"a\"}}");
        client.next("subscribed");
        long started = System.nanoTime();
        server.close();
        assertEquals(Socket.GOING_AWAY, client.closeCode());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        assertTrue(took.compareTo(HttpServer.GRACE) < 0, "it took " + took);
    }
}
