package alchemist.exchange.tables;

import alchemist.exchange.PathText;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.TableOptions.Kind;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.MalformedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file beside tables in which people say how these are to be understood. */
public final class OptionsFile {
    /** What it is called. */
    public static final String NAME = "alchemist-tables.json";

    private static final int MAX_BYTES = 1 << 20;
    private static final List<String> TYPES =
            List.of(
                    "text",
                    "integer",
                    "float",
                    "boolean",
                    "date",
                    "date day-first",
                    "date month-first",
                    "datetime");

    /** There is none. */
    static final OptionsFile NONE = new OptionsFile("", Map.of());

    private final String where;
    private final Map<String, TableOptions> tables;

    private OptionsFile(String where, Map<String, TableOptions> tables) {
        this.where = where;
        this.tables = tables;
    }

    /**
     * That of a folder.
     *
     * @throws ReadingFailed when it is not as it must be
     */
    static OptionsFile in(@Nullable Path folder) throws ReadingFailed {
        Path file = folder == null ? null : folder.resolve(NAME);
        if (file == null || !Files.isRegularFile(file)) {
            return NONE;
        }
        String where = PathText.of(file);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ReadingFailed(where + " has more than " + MAX_BYTES + " bytes");
            }
            JsonReader json = new JsonReader(Files.readAllBytes(file));
            Map<String, TableOptions> tables = all(json);
            json.end();
            return new OptionsFile(where, tables);
        } catch (MalformedJson e) {
            throw new ReadingFailed(where + ": " + e.getMessage(), e);
        } catch (ReadingFailed e) {
            throw e;
        } catch (IOException e) {
            throw new ReadingFailed(where + " cannot be read (" + e + ")", e);
        }
    }

    /** Where it is; empty where there is none. */
    String where() {
        return where;
    }

    /** What it says of a table: by its file and name, else by its name alone. */
    public TableOptions of(String file, String table) {
        TableOptions exact = tables.get(file + "/" + table);
        return exact == null ? tables.getOrDefault(table, TableOptions.NONE) : exact;
    }

    private static Map<String, TableOptions> all(JsonReader json) {
        Map<String, TableOptions> all = new TreeMap<>();
        object(json, "the file");
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            if (!name.equals("tables")) {
                throw json.error("the field '" + name + "' is not known: there is only 'tables'");
            }
            object(json, "'tables'");
            for (@Nullable String table = json.nextName(); table != null; table = json.nextName()) {
                all.put(table, one(json, "tables." + table));
            }
        }
        return all;
    }

    private static TableOptions one(JsonReader json, String where) {
        List<String> key = null;
        String name = "";
        String type = "";
        Map<String, String> references = Map.of();
        Set<String> ignore = Set.of();
        String effectiveTime = "";
        Map<String, String> types = Map.of();
        Boolean header = null;
        Kind kind = null;
        object(json, where);
        for (@Nullable String field = json.nextName(); field != null; field = json.nextName()) {
            String at = where + "." + field;
            switch (field) {
                case "key" -> key = texts(json, at);
                case "name" -> name = text(json, at);
                case "type" -> type = text(json, at);
                case "references" -> references = map(json, at);
                case "ignore" -> ignore = new LinkedHashSet<>(texts(json, at));
                case "effectiveTime" -> effectiveTime = text(json, at);
                case "types" -> types = types(json, at);
                case "header" -> header = flag(json, at);
                case "kind" -> kind = kind(json, at);
                default ->
                        throw json.error(
                                at
                                        + " is not known: there are key, name, type, references,"
                                        + " ignore, effectiveTime, types, header and kind");
            }
        }
        return new TableOptions(
                key, name, type, references, ignore, effectiveTime, types, header, kind);
    }

    private static Map<String, String> types(JsonReader json, String where) {
        Map<String, String> types = map(json, where);
        for (Map.Entry<String, String> one : types.entrySet()) {
            if (!TYPES.contains(one.getValue())) {
                throw json.error(
                        where
                                + "."
                                + one.getKey()
                                + " must be one of "
                                + String.join(", ", TYPES)
                                + ", not '"
                                + one.getValue()
                                + "'");
            }
        }
        return types;
    }

    private static Kind kind(JsonReader json, String where) {
        String kind = text(json, where);
        for (Kind one : Kind.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return one;
            }
        }
        throw json.error(where + " must be rows, nodes or edges, not '" + kind + "'");
    }

    private static void object(JsonReader json, String where) {
        expect(json, JsonReader.Kind.OBJECT, where, "an object");
        json.object();
    }

    private static String text(JsonReader json, String where) {
        expect(json, JsonReader.Kind.TEXT, where, "a text");
        return json.text();
    }

    private static boolean flag(JsonReader json, String where) {
        expect(json, JsonReader.Kind.FLAG, where, "true or false");
        return json.flag();
    }

    /** One text, or a list of them. */
    private static List<String> texts(JsonReader json, String where) {
        if (json.peek() == JsonReader.Kind.TEXT) {
            return List.of(json.text());
        }
        expect(json, JsonReader.Kind.ARRAY, where, "a text or a list of texts");
        List<String> texts = new ArrayList<>();
        json.array();
        while (json.hasNext()) {
            texts.add(text(json, where + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** Texts by name; null stands for an empty one. */
    private static Map<String, String> map(JsonReader json, String where) {
        Map<String, String> texts = new HashMap<>();
        object(json, where);
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            if (json.peek() == JsonReader.Kind.NULL) {
                json.nothing();
                texts.put(name, "");
            } else {
                texts.put(name, text(json, where + "." + name));
            }
        }
        return texts;
    }

    private static void expect(JsonReader json, JsonReader.Kind kind, String where, String what) {
        if (json.peek() != kind) {
            throw json.error(where + " must be " + what);
        }
    }
}
