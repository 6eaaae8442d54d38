package alchemist.wasm;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.kernel.Command;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Field;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Commands of every kind that the contract has, drawn from a seed by their schemas alone: a command
 * that is added tomorrow is drawn tomorrow. There are few things and sources, so that they meet
 * often.
 */
final class RandomCommands {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "git",
                    "table",
                    "Zoë",
                    "名前",
                    "😀 \"quoted\" \\ \u2028",
                    "x".repeat(200),
                    "\u0000\t",
                    // Blank to some: what a space is, must be the same everywhere.
                    "\u0085",
                    "\u00a0",
                    "\u180e",
                    "\u2007\u202f",
                    "\u001c\u2003\u3000",
                    "\ufeff");
    private static final List<String> KINDS =
            List.of("string", "integer", "float", "boolean", "date", "list", "nonsense");

    private final SplittableRandom random;

    RandomCommands(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Writes a command, in a line, for a workspace that has so many events. */
    void write(JsonWriter json, long position) {
        List<Schema<? extends Command>> schemas = WorkspaceDecider.CONTRACT.commands();
        Schema<?> schema = schemas.get(random.nextInt(schemas.size()));
        json.object();
        if (random.nextInt(12) == 0) {
            String type = random.nextBoolean() ? "workspace.undo" : "workspace.redo";
            json.field("type", type).name("data").object();
            json.field("position", Math.max(1, position - random.nextInt(30))).endObject();
        } else {
            json.field("type", schema.name()).name("data");
            record(schema, json);
        }
        json.field("actor", id("person", 2).toString());
        json.endObject().line();
    }

    private void record(Schema<?> schema, JsonWriter json) {
        json.object();
        for (Field<?> field : schema.fields()) {
            if (field.required() || random.nextInt(5) != 0) {
                json.name(field.name());
                content(field, json);
            }
        }
        json.endObject();
    }

    private void content(Field<?> field, JsonWriter json) {
        String name = field.name();
        Schema<?> nested = field.nested();
        switch (field.type()) {
            case ID -> json.text(idFor(name).toString());
            case TEXT -> json.text(textFor(name));
            case COUNT, INTEGER, TIME -> json.number((long) random.nextInt(10));
            case FLAG -> json.flag(random.nextInt(4) == 0);
            case REAL -> json.number(real());
            case BYTES -> json.base64(new byte[] {1, 2, 3});
            case VALUE -> ValueJson.write(valueFor(name), json);
            case PROPERTIES -> ValueJson.writeProperties(properties(0), json);
            case IDS -> each(json, 4, () -> json.text(idFor(name).toString()));
            case TEXTS -> each(json, 3, () -> json.text(textFor(name)));
            case RECORD -> record(java.util.Objects.requireNonNull(nested), json);
            case RECORDS ->
                    each(json, 4, () -> record(java.util.Objects.requireNonNull(nested), json));
            case CHOICE -> json.text("?");
        }
    }

    private void each(JsonWriter json, int most, Runnable element) {
        json.array();
        for (int i = random.nextInt(most); i > 0; i--) {
            element.run();
        }
        json.endArray();
    }

    private Id idFor(String field) {
        return switch (field) {
            case "source" -> id("source", 2);
            case "importId" -> id("import", 12);
            case "edge" -> id("edge", 8);
            case "group", "within" -> random.nextInt(3) == 0 ? id("group", 3) : Id.NONE;
            case "node", "from", "to", "survivor", "absorbed" -> id("node", 8);
            default -> random.nextInt(4) == 0 ? id("group", 3) : id("node", 8);
        };
    }

    private Id id(String namespace, int most) {
        return Id.of(namespace, Integer.toString(random.nextInt(most)));
    }

    private String textFor(String field) {
        return switch (field) {
            case "type", "types", "term" -> "T" + random.nextInt(3);
            case "property", "properties" -> key();
            case "kind" -> KINDS.get(random.nextInt(KINDS.size()));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private Value valueFor(String field) {
        return field.equals("name") && random.nextInt(10) > 0
                ? Value.text("name " + random.nextInt(4))
                : value(0);
    }

    private String key() {
        return List.of("size", "colour", "born", "größe", "$date").get(random.nextInt(5));
    }

    private Properties properties(int depth) {
        TreeMap<String, Value> entries = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            entries.put(key(), value(depth + 1));
        }
        return Properties.of(entries);
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth < 3 ? 18 : 15)) {
            case 0 -> Value.NULL;
            case 1 -> Value.flag(random.nextBoolean());
            case 2, 3 -> Value.integer(random.nextInt(3));
            case 4 -> Value.integer(random.nextLong());
            case 5, 6 -> new Value.Real(real());
            case 7, 8 -> Value.text(TEXTS.get(random.nextInt(TEXTS.size())));
            case 9 -> new Value.Date(random.nextLong(-365_243_219_162L, 365_241_780_471L));
            case 10 ->
                    new Value.Time(
                            random.nextLong(86_400_000_000_000L), random.nextInt(-64_800, 64_801));
            case 11 ->
                    new Value.DateTime(
                            random.nextLong(-31_557_014_000_000_000L, 31_556_889_000_000_000L),
                            random.nextInt(1_000_000_000),
                            3600,
                            random.nextBoolean() ? "" : "Europe/Paris");
            case 12 ->
                    new Value.Duration(
                            random.nextLong(), -5, random.nextLong(), random.nextInt(1_000_000));
            case 13 -> new Value.Point(9157, real(), random.nextInt(), -0.0);
            case 14 -> new Value.Sealed(id("person", 2), 1, new byte[random.nextInt(9)]);
            case 15 -> new Value.MapOf(properties(depth + 1));
            default -> {
                Value[] values = new Value[random.nextInt(4)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(depth + 1);
                }
                yield new Value.ListOf(List.of(values));
            }
        };
    }

    private double real() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(10_000) / 100.0;
            case 2 -> random.nextDouble();
            default -> random.nextInt(-5, 5);
        };
    }
}
