package alchemist.gateway.openapi;

import alchemist.gateway.http.Parameter;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Field;
import alchemist.kernel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The JSON Schemas that a description names; each is written once, and with it all that it names.
 */
final class Components {
    private final Map<String, Consumer<JsonWriter>> written = new TreeMap<>();
    private final Map<String, Schema<?>> sources = new TreeMap<>();

    /** A component of its own. */
    void add(String name, Consumer<JsonWriter> schema) {
        if (written.put(name, schema) != null) {
            throw new IllegalStateException("the component '" + name + "' stands twice");
        }
    }

    /** The component of a record; its name. */
    String of(Schema<?> schema) {
        return of(schema, Names.of(schema.name()), "", false);
    }

    /** The component of a record that also stands in binary forms: its fields tell their tags. */
    String tagged(Schema<?> schema) {
        return tagged(schema, "");
    }

    /**
     * The component of a record that also stands in binary forms.
     *
     * @param optional a required field that may be missing in JSON all the same; empty for none
     */
    String tagged(Schema<?> schema, String optional) {
        return of(schema, Names.of(schema.name()), optional, true);
    }

    private String of(Schema<?> schema, String name, String optional, boolean tagged) {
        Schema<?> known = sources.putIfAbsent(name, schema);
        if (known == null) {
            add(name, json -> object(schema, optional, tagged, json));
            for (Field<?> field : schema.fields()) {
                Schema<?> nested = field.nested();
                if (nested != null) {
                    of(nested, Names.of(nested.name()), "", tagged);
                }
            }
        } else if (!known.equals(schema)) {
            throw new IllegalStateException(
                    "'" + known + "' and '" + schema + "' would both be the component " + name);
        }
        return name;
    }

    /** All of them, by name. */
    void write(JsonWriter json) {
        json.object();
        // Writing one may name another.
        for (String name : List.copyOf(written.keySet())) {
            json.name(name);
            Consumer<JsonWriter> schema = written.get(name);
            if (schema != null) {
                schema.accept(json);
            }
        }
        json.endObject();
    }

    /** Whether there is one of a name. */
    boolean has(String name) {
        return written.containsKey(name);
    }

    private static void object(Schema<?> schema, String optional, boolean tagged, JsonWriter json) {
        json.object().field("type", "object").field("description", schema.doc());
        json.name("properties").object();
        List<String> required = new ArrayList<>();
        for (Field<?> field : schema.fields()) {
            json.name(field.name());
            property(field, tagged, json);
            if (field.required() && !field.name().equals(optional)) {
                required.add(field.name());
            }
        }
        json.endObject();
        required(required, json);
        json.endObject();
    }

    static void required(List<String> names, JsonWriter json) {
        if (!names.isEmpty()) {
            json.name("required").array();
            names.forEach(json::text);
            json.endArray();
        }
    }

    /** The properties of a record's fields, into an object that is open. */
    static void properties(Schema<?> schema, JsonWriter json) {
        for (Field<?> field : schema.fields()) {
            json.name(field.name());
            property(field, false, json);
        }
    }

    /** The names of the fields that are always there. */
    static List<String> requiredOf(Schema<?> schema) {
        List<String> names = new ArrayList<>();
        for (Field<?> field : schema.fields()) {
            if (field.required()) {
                names.add(field.name());
            }
        }
        return names;
    }

    /**
     * A field.
     *
     * @param tagged the record also stands in binary forms, where its fields go by their tags
     */
    private static void property(Field<?> field, boolean tagged, JsonWriter json) {
        json.object();
        switch (field.type()) {
            case ID -> json.field("type", "string").field("pattern", Parameter.ID_PATTERN);
            case TEXT, CHOICE -> json.field("type", "string");
            case COUNT ->
                    json.field("type", "integer").field("format", "int64").field("minimum", 0);
            case INTEGER -> json.field("type", "integer").field("format", "int64");
            case TIME -> json.field("type", "string").field("format", "date-time");
            case FLAG -> json.field("type", "boolean");
            case REAL -> json.field("type", "number").field("format", "double");
            case BYTES -> json.field("type", "string").field("contentEncoding", "base64");
            case VALUE -> ref("Value", json);
            case PROPERTIES -> {
                json.field("type", "object").name("additionalProperties").object();
                ref("Value", json);
                json.endObject();
            }
            case IDS -> {
                json.field("type", "array").name("items").object();
                json.field("type", "string").field("pattern", Parameter.ID_PATTERN).endObject();
            }
            case TEXTS ->
                    json.field("type", "array")
                            .name("items")
                            .object()
                            .field("type", "string")
                            .endObject();
            case RECORD -> ref(nested(field), json);
            case RECORDS -> {
                json.field("type", "array").name("items").object();
                ref(nested(field), json);
                json.endObject();
            }
        }
        json.field("description", field.doc());
        if (tagged) {
            json.field("x-tag", field.tag());
        }
        json.endObject();
    }

    private static String nested(Field<?> field) {
        Schema<?> nested = field.nested();
        if (nested == null) {
            throw new IllegalStateException("'" + field.name() + "' has no schema");
        }
        return Names.of(nested.name());
    }

    /** Names a component, in an object that is open. */
    static void ref(String component, JsonWriter json) {
        json.field("$ref", "#/components/schemas/" + component);
    }
}
