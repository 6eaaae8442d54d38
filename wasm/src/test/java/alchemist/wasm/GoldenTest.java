package alchemist.wasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.Schema;
import alchemist.layout.Layout;
import alchemist.layout.LayoutGraph;
import alchemist.layout.LayoutOptions;
import alchemist.layout.Placement;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replays logs of commands on the JVM, and keeps in {@code target/golden/} what was asked and
 * answered: the browser's test asks the same and must answer the same, to the last byte.
 */
final class GoldenTest {
    private static final Path GOLDEN = Path.of("target", "golden");
    private static final LayoutOptions OPTIONS = LayoutOptions.DEFAULT.withSeed(7);
    private static final TreeSet<String> asked = new TreeSet<>();
    private static final TreeSet<String> happened = new TreeSet<>();
    private static final JsonWriter logs = new JsonWriter();
    private static final JsonWriter layouts = new JsonWriter();

    @BeforeAll
    static void beginIndex() throws IOException {
        Files.createDirectories(GOLDEN);
        logs.array();
        layouts.array();
    }

    @AfterAll
    static void writeIndex() throws IOException {
        JsonWriter index = new JsonWriter().object();
        index.name("logs").raw(logs.endArray().toBytes());
        index.name("layouts").raw(layouts.endArray().toBytes());
        Files.write(GOLDEN.resolve("index.json"), index.endObject().toBytes());
        List<String> commands =
                WorkspaceDecider.CONTRACT.commands().stream().map(Schema::name).toList();
        List<String> events =
                WorkspaceDecider.CONTRACT.events().stream().map(Schema::name).toList();
        assertEquals(List.of(), lacking(commands, asked), "commands that were never asked");
        assertEquals(List.of(), lacking(events, happened), "events that never happened");
    }

    private static List<String> lacking(List<String> names, Set<String> there) {
        return names.stream().filter(name -> !there.contains(name)).toList();
    }

    /** Told by hand: every line but those that say otherwise is accepted. */
    @Test
    void aFirstDayIsReplayed() throws IOException {
        byte[] log;
        try (InputStream in = GoldenTest.class.getResourceAsStream("first-day.ndjson")) {
            log = java.util.Objects.requireNonNull(in).readAllBytes();
        }
        List<String> answers = replay("first-day", log);
        List<String> lines = new String(log, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean accepted = answers.get(i).startsWith("{\"stored\":[\"");
            assertEquals(
                    !lines.get(i).contains("\"correlation\""),
                    accepted,
                    lines.get(i) + answers.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomDaysAreReplayed(long seed) throws IOException {
        RandomCommands commands = new RandomCommands(seed);
        Replica replica = new Replica();
        JsonWriter log = new JsonWriter();
        for (int i = 0; i < 4_000; i++) {
            JsonWriter command = new JsonWriter();
            commands.write(command, replica.position());
            replica.replay(command.toBytes());
            log.output().raw(command.output().bytes(), 0, command.output().size());
        }
        List<String> answers = replay("random-" + seed, log.toBytes());
        long accepted = answers.stream().filter(a -> a.startsWith("{\"stored\":[\"")).count();
        long malformed = answers.stream().filter(a -> a.startsWith("{\"error\"")).count();
        assertTrue(accepted > 800, "only " + accepted + " were accepted");
        assertEquals(0, malformed);
    }

    /** As large as a repository, taken in and, step by step, forgotten. */
    @Test
    void aLargeImportIsReplayed() throws IOException {
        String source = Id.of("source", "large").toString();
        String importId = Id.of("import", "large").toString();
        JsonWriter log = new JsonWriter();
        command("sources.start-import", log).field("importId", importId);
        log.field("source", source).field("reader", "folder").endObject().endObject().line();
        for (int batch = 0; batch < 40; batch++) {
            command("sources.state-batch", log).field("importId", importId).name("nodes").array();
            for (int i = 0; i < 250; i++) {
                int number = batch * 250 + i;
                log.object().field("node", Id.of("file", "" + number).toString());
                log.field("name", "File" + number + ".java").name("properties").object();
                log.field("bytes", number * 37L).field("path", "src/File" + number + ".java");
                log.endObject().endObject();
            }
            log.endArray().name("edges").array();
            for (int i = 1; i < 250; i++) {
                int number = batch * 250 + i;
                log.object().field("edge", Id.of("uses", "" + number).toString());
                log.field("from", Id.of("file", "" + number).toString());
                log.field("to", Id.of("file", "" + number / 2).toString());
                log.field("type", "uses").endObject();
            }
            log.endArray().endObject().endObject().line();
        }
        command("sources.finish-import", log).field("importId", importId).endObject().endObject();
        log.line();
        command("sources.forget-source", log).field("source", source).endObject().endObject();
        log.line();
        for (int step = 0; step < 9; step++) {
            command("sources.continue-reversal", log).field("source", source).endObject();
            log.endObject().line();
        }
        List<String> answers = replay("large-import", log.toBytes());
        assertTrue(answers.stream().allMatch(a -> a.startsWith("{\"stored\":[\"")));
    }

    private static JsonWriter command(String type, JsonWriter log) {
        return log.object().field("type", type).name("data").object();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void whatIsNoCommandIsRefusedAlike(long seed) throws IOException {
        HostileLines lines = new HostileLines(seed);
        Output log = new Output(1 << 20);
        for (int i = 0; i < 10_000; i++) {
            lines.write(log);
        }
        List<String> answers = replay("hostile-" + seed, log.toBytes());
        long accepted = answers.stream().filter(a -> a.startsWith("{\"stored\":[\"")).count();
        long malformed = answers.stream().filter(a -> a.startsWith("{\"error\"")).count();
        assertTrue(accepted > 1_000, "only " + accepted + " were accepted");
        assertTrue(malformed > 1_000, "only " + malformed + " were malformed");
    }

    @ParameterizedTest
    @CsvSource({"12, 10", "300, 700", "3000, 9000"})
    void graphsAreLaidOut(int items, int edges) throws IOException {
        LayoutGraph first = graph(items, edges, 11);
        LayoutGraph second = graph(items, edges + 5, 12);
        int[] itemOf = new int[items];
        Arrays.setAll(itemOf, i -> i % 17 == 3 ? -1 : i);
        Placement before = Layout.place(first, OPTIONS);
        Placement after = Layout.refine(second, before, itemOf, OPTIONS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        write(first, out);
        write(before, out);
        write(second, out);
        ints(itemOf, out);
        write(after, out);
        String name = "layout-" + items;
        Files.write(GOLDEN.resolve(name + ".layout"), bytes.toByteArray());
        layouts.object().field("name", name).field("items", items).field("edges", edges);
        layouts.endObject();
        assertEquals(before.circles(), before.parent().length);
    }

    private static List<String> replay(String name, byte[] log) throws IOException {
        Replica replica = new Replica();
        byte[] answers = replica.replay(log);
        byte[] events = events(answers);
        Replica folded = new Replica();
        folded.fold(events);
        assertArrayEquals(replica.save(), folded.save(), "decided and folded differ");
        Replica loaded = new Replica();
        loaded.load(replica.save());
        assertArrayEquals(replica.save(), loaded.save(), "saved and loaded differ");

        Files.write(GOLDEN.resolve(name + ".ndjson"), log);
        Files.write(GOLDEN.resolve(name + ".answers.ndjson"), answers);
        Files.write(GOLDEN.resolve(name + ".state"), replica.save());
        Files.write(GOLDEN.resolve(name + ".events"), events);
        List<String> lines = new String(answers, StandardCharsets.UTF_8).lines().toList();
        logs.object().field("name", name).field("commands", lines.size()).endObject();
        remember(log, lines);
        return lines;
    }

    /** The events of all answers, each behind its length. */
    private static byte[] events(byte[] answers) {
        Output events = new Output(answers.length);
        for (String line : new String(answers, StandardCharsets.UTF_8).lines().toList()) {
            stored(line).forEach(events::block);
        }
        return events.toBytes();
    }

    private static List<byte[]> stored(String answer) {
        List<byte[]> stored = new ArrayList<>();
        JsonReader json = JsonReader.of(answer);
        json.object();
        if ("stored".equals(json.nextName())) {
            json.array();
            while (json.hasNext()) {
                stored.add(json.base64());
            }
        }
        return stored;
    }

    private static void remember(byte[] log, List<String> answers) {
        for (String answer : answers) {
            for (byte[] event : stored(answer)) {
                Contract contract = WorkspaceDecider.CONTRACT;
                happened.add(contract.readEvent(new Input(event)).schema().name());
            }
        }
        String text = new String(log, StandardCharsets.UTF_8);
        for (Schema<?> schema : WorkspaceDecider.CONTRACT.commands()) {
            if (text.contains("\"" + schema.name() + "\"")) {
                asked.add(schema.name());
            }
        }
    }

    private static LayoutGraph graph(int items, int edges, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] parent = new int[items];
        int groups = Math.max(2, items / 20);
        Arrays.setAll(parent, i -> i < groups ? -1 : random.nextInt(-1, groups));
        int[] from = new int[edges];
        int[] to = new int[edges];
        float[] weight = new float[edges];
        for (int i = 0; i < edges; i++) {
            from[i] = random.nextInt(items);
            to[i] = (from[i] + 1 + random.nextInt(items - 1)) % items;
            weight[i] = random.nextFloat();
        }
        float[] size = new float[items];
        for (int i = 0; i < items; i++) {
            size[i] = 1 + 3 * random.nextFloat();
        }
        return new LayoutGraph(items, parent, from, to, weight, size);
    }

    private static void write(LayoutGraph graph, DataOutputStream out) throws IOException {
        ints(graph.parent(), out);
        ints(graph.from(), out);
        ints(graph.to(), out);
        floats(graph.weight(), out);
        floats(graph.size(), out);
    }

    private static void write(Placement placement, DataOutputStream out) throws IOException {
        floats(placement.x(), out);
        floats(placement.y(), out);
        floats(placement.radius(), out);
        ints(placement.parent(), out);
        ints(new int[] {placement.derivedFrom()}, out);
    }

    private static void floats(float[] numbers, DataOutputStream out) throws IOException {
        int[] bits = new int[numbers.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(numbers[i]));
        ints(bits, out);
    }

    private static void ints(int[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }
}
