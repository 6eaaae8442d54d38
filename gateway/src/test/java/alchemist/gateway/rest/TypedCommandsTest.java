package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.GraphCommand;
import alchemist.engine.stream.CommandWriter;
import alchemist.engine.stream.EventCursor;
import alchemist.gateway.http.RawClient;
import alchemist.gateway.http.RawClient.Answer;
import alchemist.gateway.rest.Outcome.Status;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Envelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class TypedCommandsTest extends Served {
    private static final String COMMANDS = "application/vnd.alchemist.commands";
    private static final String RESULTS = "application/vnd.alchemist.results";
    private static final Id CLIENT = Id.of("client", "typed");

    private static Submission add(String name) {
        return new Submission(
                CommandEnvelope.of(Id.NONE, Id.NONE),
                new GraphCommand.AddNode(
                        Id.of("node", name),
                        Value.text(name),
                        List.of(),
                        Properties.NONE,
                        Id.NONE));
    }

    private static Submission retire(String name) {
        return new Submission(
                CommandEnvelope.of(Id.NONE, Id.NONE),
                new GraphCommand.RetireNode(Id.of("node", name)));
    }

    private Answer post(byte[] body, String accept, String... more) throws IOException {
        return post(DEMO, COMMANDS, body, accept, more);
    }

    private Answer post(String workspace, String type, byte[] body, String accept, String... more)
            throws IOException {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add("Content-Type: " + type);
        headers.add("Accept: " + accept);
        headers.add("Content-Length: " + body.length);
        client.send(client.head("POST", workspace + "/commands", headers.toArray(new String[0])));
        client.send(body);
        return client.answer(false);
    }

    private List<Outcome> outcomes(byte[] body) throws IOException {
        Answer answer = post(body, RESULTS);
        assertEquals(200, answer.status(), answer.text());
        assertEquals(RESULTS, answer.header("Content-Type"));
        return CommandBytes.outcomes(answer.body());
    }

    @Test
    void recordsAreAnsweredByRecords() throws IOException {
        List<Outcome> outcomes =
                outcomes(
                        new CommandBytes()
                                .typed(add("a"))
                                .typed(retire("nobody"))
                                .typed(add("a"))
                                .json("{\"type\":\"graph.add-node\",\"data\":{\"name\":\"b\"}}")
                                .toBytes());
        assertEquals(4, outcomes.size());
        assertEquals(
                new Outcome(Status.ACCEPTED, 1, 1, false, Id.NONE, "", ""), outcomes.getFirst());
        assertEquals(Status.REJECTED, outcomes.get(1).status());
        assertEquals("node-not-live", outcomes.get(1).code());
        assertTrue(outcomes.get(1).reason().contains("add"), outcomes.get(1).reason());
        // It is so already.
        assertEquals(new Outcome(Status.ACCEPTED, 1, 0, false, Id.NONE, "", ""), outcomes.get(2));
        assertEquals(2, outcomes.get(3).position());
        assertTrue(CommandBytes.isGiven(outcomes.get(3)));
    }

    @Test
    void withoutAWishTheyAreAnsweredByLines() throws IOException {
        byte[] body = new CommandBytes().typed(add("a")).typed(retire("nobody")).toBytes();
        Answer answer = post(body, "*/*");
        assertEquals("application/x-ndjson", answer.header("Content-Type"));
        String[] lines = answer.text().split("\n", -1);
        assertEquals("{\"status\":\"accepted\",\"position\":1}", lines[0]);
        assertTrue(lines[1].startsWith("{\"status\":\"rejected\",\"code\":\"node-not-live\""));
    }

    @Test
    void whoWantsOneJsonTextGetsTheResultsOfAnArray() throws IOException {
        byte[] body = new CommandBytes().typed(add("a")).typed(add("b")).toBytes();
        Properties answer = json(post(body, "application/json"));
        assertEquals(2, list(answer, "results").size());
        assertEquals(2, number(answer, "position"));
    }

    @Test
    void sentAgainWithItsNumberNothingIsDoneTwice() throws IOException {
        Submission numbered =
                new Submission(
                        CommandEnvelope.of(CLIENT, Id.NONE).withSequence(5), add("a").command());
        byte[] body = new CommandBytes().typed(numbered).toBytes();
        outcomes(body);
        assertEquals(
                List.of(new Outcome(Status.ACCEPTED, 1, 1, true, Id.NONE, "", "")), outcomes(body));
        Answer keyed = post(body, RESULTS, "Idempotency-Key: k");
        Outcome refused = CommandBytes.outcomes(keyed.body()).getFirst();
        assertEquals("malformed-body", refused.code());
        assertTrue(refused.reason().contains("Idempotency-Key"), refused.reason());
    }

    @Test
    void aRecordThatIsNoCommandSaysWhereAndTheOthersGoOn() throws IOException {
        byte[] half = CommandBytes.typedRecord(add("x"));
        byte[] cut = java.util.Arrays.copyOf(half, half.length - 3);
        byte[] body =
                new CommandBytes()
                        .typed(add("a"))
                        .record(1, cut)
                        .record(9, new byte[] {1, 2, 3})
                        .record(2, "{\"type\":1}".getBytes(StandardCharsets.US_ASCII))
                        .typed(add("b"))
                        .toBytes();
        List<Outcome> outcomes = outcomes(body);
        assertEquals(5, outcomes.size());
        int second = 4 + 1 + new CommandBytes().typed(add("a")).toBytes().length - 5;
        for (int i = 1; i <= 3; i++) {
            assertEquals(Status.REFUSED, outcomes.get(i).status());
            assertEquals("malformed-body", outcomes.get(i).code());
            String reason = outcomes.get(i).reason();
            assertTrue(reason.startsWith("record " + (i + 1) + " at byte "), reason);
        }
        assertTrue(outcomes.get(1).reason().startsWith("record 2 at byte " + second + ":"));
        assertEquals(2, outcomes.get(4).position());
    }

    @Test
    void aBodyThatIsNoneIsAProblemWithItsPlace() throws IOException {
        byte[] good = new CommandBytes().typed(add("a")).toBytes();
        byte[] json = "{\"type\":\"graph.add-node\"}".getBytes(StandardCharsets.US_ASCII);
        byte[] newer = good.clone();
        newer[3] = 2;
        byte[] endless = {0x41, 0x4c, 0x43, 1, -1, -1, -1, -1, -1, -1, -1};
        byte[] cut = java.util.Arrays.copyOf(good, good.length - 1);
        for (byte[] body : List.of(json, newer, endless, cut, new byte[0], new byte[] {0x41})) {
            for (String accept : List.of("*/*", RESULTS, "application/json")) {
                Answer answer = post(body, accept);
                assertEquals(400, answer.status(), answer.text());
                Properties problem = json(answer);
                assertEquals("malformed-body", text(problem, "code"));
                assertTrue(number(problem, "byte") >= 0, answer.text());
            }
        }
        assertEquals(1, number(json(post(cut, "*/*")), "record"));
        assertEquals(4, number(json(post(cut, "*/*")), "byte"));
        assertEquals(0, position());
    }

    @Test
    void whereAStreamBreaksWhatIsBeforeIsDoneAndAnswered() throws IOException {
        CommandBytes bytes = new CommandBytes().typed(add("a")).typed(add("b"));
        int at = bytes.toBytes().length;
        byte[] whole = bytes.typed(add("c")).toBytes();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 4);
        List<Outcome> outcomes = outcomes(cut);
        assertEquals(3, outcomes.size());
        assertEquals(2, outcomes.get(1).position());
        assertEquals("malformed-body", outcomes.get(2).code());
        String reason = outcomes.get(2).reason();
        assertTrue(reason.startsWith("record 3 at byte " + at + ": "), reason);
        assertEquals(2, position());
        // As an array: nothing is done before all of it is known to be one.
        assertEquals(400, post(cut, "application/json").status());
        assertEquals(2, position());
    }

    @Test
    void whereALengthIsNoneWhatIsBeforeIsDoneAndAnswered() throws IOException {
        byte[] whole = new CommandBytes().typed(add("a")).typed(add("b")).toBytes();
        byte[] body = java.util.Arrays.copyOf(whole, whole.length + 9);
        java.util.Arrays.fill(body, whole.length, body.length, (byte) -1);
        List<Outcome> outcomes = outcomes(body);
        assertEquals(3, outcomes.size());
        assertEquals(2, outcomes.get(1).position());
        assertEquals("malformed-body", outcomes.get(2).code());
        String reason = outcomes.get(2).reason();
        assertTrue(reason.startsWith("record 3 at byte " + whole.length + ": "), reason);
        assertEquals(2, position());
    }

    @Test
    void aRecordThatIsTooLongIsPassedOver() throws IOException {
        byte[] body =
                new CommandBytes()
                        .typed(add("a"))
                        .record(1, new byte[(1 << 20) + 5])
                        .typed(add("b"))
                        .toBytes();
        List<Outcome> outcomes = outcomes(body);
        assertEquals("too-large", outcomes.get(1).code());
        assertEquals(2, outcomes.get(2).position());
    }

    @Test
    void answersComeWhileTheRequestIsBeingSent() throws IOException {
        client.send(
                client.head(
                        "POST",
                        DEMO + "/commands",
                        "Content-Type: " + COMMANDS,
                        "Accept: " + RESULTS,
                        "Transfer-Encoding: chunked"));
        chunk(new CommandBytes().typed(add("a")).toBytes());
        assertTrue(client.line().contains("200"));
        while (!client.line().isEmpty()) {
            // headers
        }
        assertTrue(client.chunk().startsWith("ALR"));
        byte[] next = new CommandBytes().typed(add("b")).toBytes();
        chunk(java.util.Arrays.copyOfRange(next, 4, 9));
        chunk(java.util.Arrays.copyOfRange(next, 9, next.length));
        assertEquals(5, client.chunk().length());
        assertEquals(2, position());
        client.send("0\r\n\r\n");
    }

    private void chunk(byte[] bytes) throws IOException {
        client.send(Integer.toHexString(bytes.length) + "\r\n");
        client.send(bytes);
        client.send("\r\n");
    }

    @Test
    void bothFormsRecordTheSameBytes() throws Exception {
        host.found("other");
        AnyCommand any = new AnyCommand(new SplittableRandom(42));
        CommandBytes records = new CommandBytes();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 1; i <= 3_000; i++) {
            Submission submission = any.submission(CLIENT, i);
            records.typed(submission);
            lines.writeBytes(AnyCommand.json(submission));
            lines.write('\n');
        }
        String ndjson = "application/x-ndjson";
        Answer ofRecords = post(records.toBytes(), ndjson);
        Answer ofLines = post("/api/v1/workspaces/other", ndjson, lines.toByteArray(), ndjson);
        assertEquals(ofLines.text(), ofRecords.text());
        assertTrue(ofLines.text().lines().filter(l -> l.contains("accepted")).count() > 100);
        assertArrayEquals(recorded("other"), recorded("demo"));
    }

    /** All that was recorded, but for its times. */
    private byte[] recorded(String workspace) throws Exception {
        Output out = new Output(1 << 16);
        CommandWriter writer = new CommandWriter();
        try (EventCursor events =
                host.find(workspace).orElseThrow().workspace().events().read(1, Long.MAX_VALUE)) {
            for (Envelope each = events.next(); each != null; each = events.next()) {
                writer.write(each.cause(), out);
                Contract.write(each.event(), out);
            }
        }
        return out.toBytes();
    }

    @Test
    void randomAndTruncatedBodiesNeitherCrashNorHangTheServer() throws Exception {
        SplittableRandom random = new SplittableRandom(20261125);
        AnyCommand any = new AnyCommand(random);
        for (int round = 0; round < 300; round++) {
            CommandBytes body = new CommandBytes();
            for (int i = random.nextInt(5); i > 0; i--) {
                body.typed(any.submission(CLIENT, 0));
            }
            byte[] bytes = body.toBytes();
            for (int i = random.nextInt(8); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] sent = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            try (RawClient other = new RawClient(server.port())) {
                other.send(
                        other.head(
                                "POST",
                                DEMO + "/commands",
                                "Content-Type: " + COMMANDS,
                                "Accept: " + (round % 2 == 0 ? RESULTS : "application/json"),
                                "Content-Length: " + sent.length));
                other.send(sent);
                Answer answer = other.answer(false);
                assertTrue(
                        answer.status() == 200 || answer.status() == 400,
                        () -> "round: " + answer.text());
            }
        }
        outcomes(new CommandBytes().typed(add("still here")).toBytes());
        // What was recorded on the way can be read.
        assertEquals(200, client.get(DEMO + "/events?limit=10000").status());
    }

    @Test
    void theClientOfTheReferencePostsAndReads() throws Exception {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/reference/post_commands.py"))) {
            at = Objects.requireNonNull(at.getParent(), "the client is not there");
        }
        Process python;
        try {
            python =
                    new ProcessBuilder(
                                    "python3",
                                    at.resolve("docs/reference/post_commands.py").toString(),
                                    server.address() + DEMO)
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            Assumptions.abort("skipped: needs python3");
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "accepted at 1 with 1 event(s)",
                        "accepted at 3 with 2 event(s)",
                        "accepted at 5 with 2 event(s)",
                        "rejected at 5 with 0 event(s) node-not-live"),
                said.lines().map(String::strip).toList());
        assertEquals(0, python.waitFor());
    }
}
