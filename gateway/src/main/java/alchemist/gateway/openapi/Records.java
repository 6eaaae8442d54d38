package alchemist.gateway.openapi;

import static alchemist.gateway.openapi.Components.ref;
import static alchemist.gateway.openapi.Components.required;

import alchemist.gateway.answers.EventJson;
import alchemist.gateway.http.Parameter;
import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The components of commands and events: each of its own form, told apart by {@code type}. */
final class Records {
    private final Components components;
    private final Map<String, String> newThings;

    /**
     * Of a contract.
     *
     * @param newThings by command the field that may be left to the server
     */
    Records(Components components, Map<String, String> newThings) {
        this.components = components;
        this.newThings = newThings;
    }

    void add(Contract contract) {
        events(contract);
        commands(contract);
    }

    private void events(Contract contract) {
        Map<String, String> byType = new TreeMap<>();
        components.add(
                "EventHead",
                json -> {
                    json.object().field("type", "object");
                    json.field("description", EventJson.HEAD.doc()).name("properties").object();
                    Components.properties(EventJson.HEAD, json);
                    json.endObject();
                    required(Components.requiredOf(EventJson.HEAD), json);
                    json.endObject();
                });
        for (Schema<? extends Event> schema : contract.events()) {
            String data = components.tagged(schema);
            String name = data + "Event";
            byType.put(schema.name(), name);
            components.add(name, json -> one("EventHead", schema, data, List.of("data"), json));
        }
        components.add("Event", json -> oneOf("A fact, and how it came to be", byType, json));
        components.add(
                "SummarizedEvent",
                json -> {
                    json.object().field("description", "An event, and what it did in words");
                    json.name("allOf").array().object();
                    ref("Event", json);
                    json.endObject().object().field("type", "object").name("properties").object();
                    json.name("summary").object().field("type", "string");
                    json.field("description", "what it did, after the name of who did it");
                    json.endObject().endObject();
                    required(List.of("summary"), json);
                    json.endObject().endArray().endObject();
                });
    }

    private void commands(Contract contract) {
        Map<String, String> byType = new TreeMap<>();
        components.add("CommandHead", Records::commandHead);
        for (Schema<? extends Command> schema : contract.commands()) {
            String optional = newThings.getOrDefault(schema.name(), "");
            String data = components.tagged(schema, optional);
            String name = data + "Command";
            byType.put(schema.name(), name);
            boolean mayBeEmpty =
                    schema.fields().stream()
                            .allMatch(f -> !f.required() || f.name().equals(optional));
            List<String> always = mayBeEmpty ? List.of() : List.of("data");
            components.add(name, json -> one("CommandHead", schema, data, always, json));
        }
        components.add("Command", json -> oneOf("An intent", byType, json));
        components.add(
                "CommandOrList",
                json -> {
                    json.object().name("oneOf").array().object();
                    ref("Command", json);
                    json.endObject().object().field("type", "array").name("items").object();
                    ref("Command", json);
                    json.endObject().endObject().endArray().endObject();
                });
    }

    private static void commandHead(JsonWriter json) {
        json.object().field("type", "object");
        json.field("description", "What travels with a command").name("properties").object();
        text("type", "its name, such as graph.add-node", json);
        id("client", "who sends; undo and duplicates are per client; absent: the server", json);
        number(
                "sequence",
                "the client's number of the command, rising from 1: sent again, it is"
                        + " answered again, not done again; absent: the next",
                json);
        id("actor", "on whose behalf; absent: who sits at the server's machine", json);
        number("basedOn", "the position that its author was looking at", json);
        time("effectiveAt", "when it happened in the world; absent: when it is recorded", json);
        id("correlation", "what it is part of", json);
        time("clientTime", "when it was sent, by the client's clock", json);
        json.endObject();
        required(List.of("type"), json);
        json.endObject();
    }

    /** One of the forms: the head, its type, and its data. */
    private static void one(
            String head, Schema<?> schema, String data, List<String> always, JsonWriter json) {
        json.object().field("description", schema.doc());
        json.name("allOf").array().object();
        ref(head, json);
        json.endObject().object().field("type", "object").name("properties").object();
        json.name("type").object().field("type", "string").field("const", schema.name());
        json.endObject().name("data").object();
        ref(data, json);
        json.endObject().endObject();
        List<String> required = new ArrayList<>(List.of("type"));
        required.addAll(always);
        required(required, json);
        json.endObject().endArray().endObject();
    }

    private static void oneOf(String doc, Map<String, String> byType, JsonWriter json) {
        json.object().field("description", doc).name("oneOf").array();
        for (String name : byType.values()) {
            json.object();
            ref(name, json);
            json.endObject();
        }
        json.endArray().name("discriminator").object().field("propertyName", "type");
        json.name("mapping").object();
        byType.forEach((type, name) -> json.field(type, "#/components/schemas/" + name));
        json.endObject().endObject().endObject();
    }

    static void text(String name, String doc, JsonWriter json) {
        json.name(name).object().field("type", "string").field("description", doc).endObject();
    }

    static void id(String name, String doc, JsonWriter json) {
        json.name(name).object().field("type", "string").field("pattern", Parameter.ID_PATTERN);
        json.field("description", doc).endObject();
    }

    static void number(String name, String doc, JsonWriter json) {
        json.name(name).object().field("type", "integer").field("format", "int64");
        json.field("minimum", 0).field("description", doc).endObject();
    }

    static void flag(String name, String doc, JsonWriter json) {
        json.name(name).object().field("type", "boolean").field("description", doc).endObject();
    }

    static void time(String name, String doc, JsonWriter json) {
        json.name(name).object().field("type", "string").field("format", "date-time");
        json.field("description", doc).endObject();
    }

    static void list(String name, String component, String doc, JsonWriter json) {
        json.name(name).object().field("type", "array").name("items").object();
        ref(component, json);
        json.endObject().field("description", doc).endObject();
    }
}
