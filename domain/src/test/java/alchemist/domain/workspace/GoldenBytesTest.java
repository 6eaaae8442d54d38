package alchemist.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Field;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The bytes of every command and event, of every version that was ever stored: {@code name,
 * version, bytes in hex, JSON}, a line each. A line is added, never edited. A new record's line is
 * written by {@link #main}.
 */
class GoldenBytesTest {
    private static final String FILE = "golden.txt";
    private static final Contract CONTRACT = WorkspaceDecider.CONTRACT;

    private record Line(String name, int version, byte[] bytes, String json) {}

    @Test
    void everyRecordEverStoredIsReadAsItWasMeant() throws IOException {
        for (Line line : lines()) {
            Schema<? extends Event> event = CONTRACT.event(line.name());
            Input in = new Input(line.bytes());
            if (event != null) {
                Event read = CONTRACT.readEvent(in);
                assertEquals(line.json(), json(read.schema(), read), line.name());
            } else {
                Command read = CONTRACT.readCommand(in);
                assertEquals(line.json(), json(read.schema(), read), line.name());
            }
        }
    }

    @Test
    void everyRecordIsWrittenAsBefore() throws IOException {
        for (Line line : lines()) {
            Schema<?> schema = schema(line.name());
            if (line.version() == schema.version()) {
                assertEquals(hex(line.bytes()), hex(stored(schema, line.json())), line.name());
            }
        }
    }

    @Test
    void everyRecordHasItsLine() throws IOException {
        Set<String> missing = new TreeSet<>();
        all().forEach(schema -> missing.add(schema.name() + " " + schema.version()));
        lines().forEach(line -> missing.remove(line.name() + " " + line.version()));
        assertTrue(
                missing.isEmpty(),
                () -> "run main of this class, and keep the lines it adds for " + missing);
    }

    /** Appends a line for every record, in its present version, that has none. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Set<String> known = new TreeSet<>();
        lines().forEach(line -> known.add(line.name() + " " + line.version()));
        for (Schema<?> schema : all()) {
            if (!known.contains(schema.name() + " " + schema.version())) {
                String json = sample(schema);
                String line =
                        schema.name()
                                + "\t"
                                + schema.version()
                                + "\t"
                                + hex(stored(schema, json))
                                + "\t"
                                + json
                                + "\n";
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
    }

    private static List<Schema<?>> all() {
        List<Schema<?>> all = new ArrayList<>(CONTRACT.events());
        all.addAll(CONTRACT.commands());
        return all;
    }

    private static Schema<?> schema(String name) {
        return all().stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (InputStream in = GoldenBytesTest.class.getResourceAsStream(FILE)) {
            if (in != null) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String line : text.split("\n", -1)) {
                    String[] parts = line.split("\t", -1);
                    if (parts.length == 4) {
                        byte[] bytes = HexFormat.of().parseHex(parts[2]);
                        lines.add(new Line(parts[0], Integer.parseInt(parts[1]), bytes, parts[3]));
                    }
                }
            }
        }
        return lines;
    }

    private static <T> byte[] stored(Schema<T> schema, String json) {
        T record = schema.fromJson(JsonReader.of(json));
        Output out = new Output(64);
        if (record instanceof Event event) {
            Contract.write(event, out);
        } else {
            Contract.write((Command) record, out);
        }
        return out.toBytes();
    }

    private static <T> String json(Schema<T> schema, Object record) {
        JsonWriter json = new JsonWriter();
        @SuppressWarnings("unchecked") // a record's schema() is the schema of its own class
        T typed = (T) record;
        schema.toJson(typed, json);
        return json.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** JSON in which every field holds something, by its tag. */
    private static String sample(Schema<?> schema) {
        List<String> fields = new ArrayList<>();
        for (Field<?> field : schema.fields()) {
            fields.add("\"" + field.name() + "\":" + sample(field));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String sample(Field<?> field) {
        int tag = field.tag();
        String id = "\"0" + "123456789abcdefghjkmnpqr".charAt(tag) + "x4e6r8tayqz5pw3hvkdnmj0s\"";
        Schema<?> nested = field.nested();
        return switch (field.type()) {
            case ID -> id;
            case IDS -> "[" + id + "]";
            case TEXT, CHOICE -> "\"text " + tag + " \u00fc\"";
            case TEXTS -> "[\"one\",\"two\"]";
            case COUNT -> "" + tag * 1000;
            case INTEGER -> "-" + tag * 1000;
            case TIME -> "\"2026-01-31T09:30:00.25Z\"";
            case FLAG -> "true";
            case REAL -> "2.5";
            case BYTES -> "\"AQID\"";
            case VALUE -> "\"value " + tag + "\"";
            case PROPERTIES ->
                    "{\"born\":{\"$date\":\"1970-02-28\"},\"list\":[1,2.5,true,\"x\"],\"size\":3}";
            case RECORD -> nested == null ? "{}" : sample(nested);
            case RECORDS -> nested == null ? "[]" : "[" + sample(nested) + "]";
        };
    }
}
