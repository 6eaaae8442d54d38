package alchemist.gateway.openapi;

import static alchemist.gateway.openapi.Components.ref;
import static alchemist.gateway.openapi.Components.required;
import static alchemist.gateway.openapi.Records.flag;
import static alchemist.gateway.openapi.Records.id;
import static alchemist.gateway.openapi.Records.list;
import static alchemist.gateway.openapi.Records.number;
import static alchemist.gateway.openapi.Records.text;

import alchemist.gateway.answers.StatementAnswers;
import alchemist.kernel.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;

/** The components of answers that hold events, and of what is no record. */
final class Composed {
    private static final String POSITION = "the position that this is true at";

    private final Components components;

    Composed(Components components) {
        this.components = components;
    }

    void add() {
        components.of(StatementAnswers.SOURCE_REF);
        components.add("Value", Composed::value);
        components.add("Problem", Composed::problem);
        object(
                "EventsAnswer",
                "A page of events",
                List.of("position", "events"),
                json -> {
                    number("position", "the last position of the workspace", json);
                    list("events", "Event", "in order", json);
                    number(
                            "next",
                            "the position to ask from (latest first: up to) for more;"
                                    + " absent: there is none",
                            json);
                });
        object(
                "EventAnswer",
                "An event, what led to it, and what it led to",
                List.of("position", "event", "commandEvents", "command", "causes", "effects"),
                Composed::story);
        object(
                "HistoryAnswer",
                "What happened to a thing",
                List.of("position", "history"),
                json -> {
                    number("position", POSITION, json);
                    list("history", "SummarizedEvent", "the latest first", json);
                    text("cursor", "asks for the next part; absent in the last", json);
                });
        object(
                "WhyAnswer",
                "Where a value comes from",
                List.of("position", "why"),
                json -> {
                    number("position", POSITION, json);
                    list("why", "WhyStatement", "the shown statement first", json);
                });
        object(
                "WhyStatement",
                "A statement, and how it came to be",
                List.of("statement", "source", "events", "actor"),
                Composed::why);
        object("Result", "What became of a command", List.of("status"), Composed::result);
        object(
                "Results",
                "What became of commands",
                List.of("results", "position"),
                json -> {
                    list("results", "Result", "in the order of the commands", json);
                    number("position", "the last position of the workspace", json);
                });
        components.add(
                "ResultOrList",
                json -> {
                    json.object().name("oneOf").array().object();
                    ref("Result", json);
                    json.endObject().object();
                    ref("Results", json);
                    json.endObject().endArray().endObject();
                });
        object(
                "MapAnswer",
                "The map",
                List.of("position", "items", "edges"),
                json -> {
                    number("position", POSITION, json);
                    flag("refining", "a better placement is being made", json);
                    list("items", "MapItem", "a group before its members", json);
                    list("edges", "MapEdge", "between items, by their index", json);
                });
        object(
                "MapItem",
                "A circle of the map",
                List.of("id", "name", "group", "parent", "x", "y", "radius", "count"),
                Composed::mapItem);
        object("MapEdge", "An edge of the map", List.of("from", "to"), Composed::mapEdge);
    }

    private void object(
            String name, String doc, List<String> required, Consumer<JsonWriter> properties) {
        components.add(
                name,
                json -> {
                    json.object().field("type", "object").field("description", doc);
                    json.name("properties").object();
                    properties.accept(json);
                    json.endObject();
                    required(required, json);
                    json.endObject();
                });
    }

    private static void value(JsonWriter json) {
        json.object()
                .field(
                        "description",
                        "null, a boolean, number, text, list or map; what JSON lacks is an object of"
                                + " one field: $date, $localTime, $time, $localDateTime, $dateTime and"
                                + " $duration hold ISO 8601, $real NaN or an infinity, $point a point,"
                                + " $personal {subject, text} what is sealed with the keys of a person,"
                                + " $erased the person who was erased, $map a map whose keys begin with"
                                + " a dollar")
                .endObject();
    }

    private static void problem(JsonWriter json) {
        json.object().field("type", "object");
        json.field("description", "Why there is no answer (RFC 9457)").name("properties").object();
        json.name("type").object().field("type", "string").field("format", "uri");
        json.field("description", "urn:alchemist:<code>").endObject();
        text("title", "the kind, for people", json);
        number("status", "as in the head", json);
        text("code", "the kind, for programs; stable", json);
        text("detail", "what is wrong with this request, and what to do", json);
        text("instance", "the path that was asked", json);
        text("parameter", "the parameter that is at fault", json);
        text("result", "rejected, when the rules said no", json);
        text("reason", "of a command that was rejected or refused", json);
        number("position", "the position that this is true at", json);
        number("limit", "what it may be", json);
        text("why", "of a command that was refused", json);
        text("file", "the file that is damaged", json);
        number("offset", "the byte of that file from which it is damaged", json);
        number("record", "the record of a binary body that is at fault, from 1", json);
        number("byte", "the byte of a binary body that is at fault, from 0", json);
        json.endObject();
        required(List.of("type", "title", "status", "code", "detail", "instance"), json);
        json.endObject();
    }

    private static void story(JsonWriter json) {
        number("position", "the last position of the workspace", json);
        json.name("event").object();
        ref("SummarizedEvent", json);
        json.endObject();
        number("commandEvents", "how many events came of its command", json);
        list("command", "SummarizedEvent", "the first of them, in order", json);
        list("causes", "SummarizedEvent", "what led to it, the nearest first", json);
        list("effects", "SummarizedEvent", "the first event of each command that it led to", json);
    }

    private static void why(JsonWriter json) {
        json.name("statement").object().field("type", "object").name("properties").object();
        text("key", "the property; empty: the name", json);
        json.name("value").object();
        ref("Value", json);
        json.endObject();
        flag("denied", "that there is nothing is what is stated", json);
        flag("shown", "it is the one that is shown", json);
        json.endObject();
        required(List.of("key", "value", "shown"), json);
        json.endObject();
        json.name("source").object();
        ref("SourceRef", json);
        json.endObject();
        list("events", "Event", "that stated it and its former versions, the latest first", json);
        id("actor", "who the latest was on behalf of", json);
        text("actorName", "how people call the actor", json);
        json.name("import").object().field("type", "object");
        json.field("description", "the import that stated it").name("properties").object();
        id("id", "the import", json);
        text("reader", "what read it", json);
        text("location", "where it is", json);
        text("label", "how people call it", json);
        json.endObject();
        required(List.of("id", "reader", "location", "label"), json);
        json.endObject();
        json.name("location").object().field("type", "object");
        json.field("description", "where in the source it stands").name("properties").object();
        text("file", "its path", json);
        number("line", "its line, from 1", json);
        text("commit", "the commit", json);
        json.endObject();
        required(List.of("file"), json);
        json.endObject();
    }

    private static void result(JsonWriter json) {
        json.name("status").object().field("type", "string").name("enum").array();
        json.text("accepted").text("rejected").text("refused").endArray();
        json.field(
                "description",
                "accepted: done; rejected: the rules say no; refused: it could not be taken");
        json.endObject();
        number("position", "of its last event; or the one that this was true at", json);
        flag("duplicate", "it was accepted before, and is only answered again", json);
        json.name("given").object().field("type", "object");
        json.field("description", "the id that the server gave to the new thing, by its field");
        json.name("additionalProperties").object().field("type", "string").endObject().endObject();
        list("events", "Event", "its events; none when it was already so", json);
        text("code", "why not, for programs", json);
        text("reason", "why not, for people, and what to do", json);
    }

    private static void mapItem(JsonWriter json) {
        id("id", "the thing", json);
        text("name", "its name", json);
        text("type", "its first type", json);
        flag("group", "it is a group", json);
        integer("parent", "the index of the circle around it, or -1", json);
        real("x", "of its middle", json);
        real("y", "of its middle", json);
        real("radius", "of the circle", json);
        number("count", "how many nodes are in it; 1 for a node", json);
        Records.time("from", "when it began to be", json);
        Records.time("to", "when it ceased to be; absent: still", json);
        flag("derived", "nobody states this group: it is a source, or the layout found it", json);
    }

    private static void mapEdge(JsonWriter json) {
        number("from", "the index of the circle that it leaves", json);
        number("to", "the index of the circle that it enters", json);
        text("type", "its relation", json);
        real("weight", "how many edges it stands for", json);
        Records.time("validFrom", "when it began to be", json);
        Records.time("validTo", "when it ceased to be; absent: still", json);
    }

    private static void integer(String name, String doc, JsonWriter json) {
        json.name(name).object().field("type", "integer").field("description", doc).endObject();
    }

    private static void real(String name, String doc, JsonWriter json) {
        json.name(name).object().field("type", "number").field("description", doc).endObject();
    }
}
