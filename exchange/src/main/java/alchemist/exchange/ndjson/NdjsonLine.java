package alchemist.exchange.ndjson;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Reading;
import alchemist.exchange.SourceName;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonReader.Kind;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an export. */
final class NdjsonLine {
    private NdjsonLine() {}

    /** What the first line says the format is; empty when it says nothing. */
    static String format(JsonReader json) {
        if (json.peek() != Kind.OBJECT) {
            return "";
        }
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            if (name.equals("format") && json.peek() == Kind.TEXT) {
                return json.text();
            }
            json.skip();
        }
        return "";
    }

    static void header(JsonReader json) {
        String format = "";
        long version = 0;
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "format" -> format = json.text();
                case "version" -> version = json.integer();
                default -> throw unknown(name, json);
            }
        }
        if (!format.equals(NdjsonExport.FORMAT)) {
            throw json.error("the first line must name the format '" + NdjsonExport.FORMAT + "'");
        }
        if (version != NdjsonExport.VERSION) {
            throw json.error(
                    "version "
                            + version
                            + " of the format is not known here, only "
                            + NdjsonExport.VERSION
                            + ": use a newer program");
        }
    }

    static SourceName source(JsonReader json) {
        Id id = Id.NONE;
        String reader = "";
        String location = "";
        String label = "";
        long trust = SourceName.DEFAULT_TRUST;
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "id" -> id = id(json);
                case "reader" -> reader = json.text();
                case "location" -> location = json.text();
                case "label" -> label = json.text();
                case "trust" -> trust = json.integer();
                default -> throw unknown(name, json);
            }
        }
        if (id.isNone() || reader.isBlank()) {
            throw json.error("a source needs an 'id' and a 'reader'");
        }
        if (trust < 0 || trust > SourceName.MAX_TRUST) {
            throw json.error("'trust' is 0 to " + SourceName.MAX_TRUST + ", not " + trust);
        }
        return new SourceName(id, reader, location, label, (int) trust);
    }

    static NodeStatement node(JsonReader json, boolean group, Reading by) {
        Id id = Id.NONE;
        Value nodeName = Value.NULL;
        List<String> types = List.of();
        Properties properties = Properties.NONE;
        Id within = Id.NONE;
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "id" -> id = id(json);
                case "name" -> nodeName = plain(ValueJson.read(json), by);
                case "types" -> types = texts(json);
                case "properties" -> properties = properties(json, by);
                case "group" -> within = id(json);
                default -> throw unknown(name, json);
            }
        }
        if (id.isNone()) {
            throw json.error("a node needs an 'id'");
        }
        return new NodeStatement(id, nodeName, types, properties, within, group);
    }

    static EdgeStatement edge(JsonReader json, Reading by) {
        Id id = Id.NONE;
        Id from = Id.NONE;
        Id to = Id.NONE;
        String type = "";
        Properties properties = Properties.NONE;
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "id" -> id = id(json);
                case "from" -> from = id(json);
                case "to" -> to = id(json);
                case "type" -> type = json.text();
                case "properties" -> properties = properties(json, by);
                default -> throw unknown(name, json);
            }
        }
        if (id.isNone() || from.isNone() || to.isNone()) {
            throw json.error("an edge needs an 'id', a 'from' and a 'to'");
        }
        return new EdgeStatement(id, from, to, type, properties);
    }

    /** Checks that what was announced is there. */
    static void end(JsonReader json, long nodes, long edges) {
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            long count = json.integer();
            if ((name.equals("nodes") && count != nodes)
                    || (name.equals("edges") && count != edges)) {
                throw json.error(
                        "the file is damaged: it should hold "
                                + count
                                + " "
                                + name
                                + " but holds "
                                + (name.equals("nodes") ? nodes : edges));
            }
        }
    }

    private static Properties properties(JsonReader json, Reading by) {
        return ValueJson.readProperties(json).map(value -> plain(value, by));
    }

    /** Sealed with keys that are not here, a value is as good as erased. */
    private static Value plain(Value value, Reading by) {
        return switch (value) {
            case Value.Sealed sealed -> {
                by.warn(sealed.subject().toString(), "is sealed in the file, and read as erased");
                yield new Value.Erased(sealed.subject());
            }
            case Value.ListOf list ->
                    new Value.ListOf(list.values().stream().map(v -> plain(v, by)).toList());
            case Value.MapOf(Properties entries) -> new Value.MapOf(entries.map(v -> plain(v, by)));
            default -> value;
        };
    }

    private static List<String> texts(JsonReader json) {
        List<String> texts = new ArrayList<>();
        json.array();
        while (json.hasNext()) {
            texts.add(json.text());
        }
        return texts;
    }

    private static Id id(JsonReader json) {
        String text = json.text();
        if (!Id.isId(text)) {
            throw json.error("'" + text + "' is no id: 26 base32 digits are expected");
        }
        return Id.parse(text);
    }

    private static alchemist.kernel.json.MalformedJson unknown(String name, JsonReader json) {
        return json.error("the field '" + name + "' is not known");
    }
}
