package alchemist.gateway.openapi;

import static alchemist.gateway.openapi.Components.ref;

import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Method;
import alchemist.gateway.http.Operation;
import alchemist.gateway.http.Parameter;
import alchemist.gateway.http.Problem;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the description of the API. */
public final class OpenApi {
    /** The problems that any request may end with. */
    private static final List<Problem.Kind> COMMON =
            List.of(
                    Problem.Kind.MALFORMED_REQUEST,
                    Problem.Kind.BAD_PARAMETER,
                    Problem.Kind.UNKNOWN_PARAMETER,
                    Problem.Kind.FOREIGN_HOST,
                    Problem.Kind.FOREIGN_ORIGIN,
                    Problem.Kind.FOREIGN_USER,
                    Problem.Kind.METHOD_NOT_ALLOWED,
                    Problem.Kind.URL_TOO_LONG,
                    Problem.Kind.INTERNAL,
                    Problem.Kind.DAMAGED,
                    Problem.Kind.BUSY);

    /** And those of a body. */
    private static final List<Problem.Kind> OF_BODIES =
            List.of(
                    Problem.Kind.MALFORMED_BODY,
                    Problem.Kind.TOO_SLOW,
                    Problem.Kind.TOO_LARGE,
                    Problem.Kind.WRONG_MEDIA_TYPE);

    private final List<Operation> operations;
    private final Components components = new Components();
    private final String version;

    private OpenApi(
            List<Operation> operations,
            Contract contract,
            Map<String, String> newThings,
            String version) {
        this.operations = operations;
        this.version = version;
        new Composed(components).add();
        new Records(components, newThings).add(contract);
        for (Operation operation : operations) {
            operation.bodies().forEach(body -> register(body.schema(), body.mediaType()));
            operation.answers().forEach(answer -> register(answer.schema(), answer.mediaType()));
        }
    }

    /**
     * The description as JSON.
     *
     * @param newThings by command the field that may be left to the server
     * @param version of the program
     */
    public static byte[] of(
            List<Operation> operations,
            Contract contract,
            Map<String, String> newThings,
            String version) {
        JsonWriter json = new JsonWriter();
        new OpenApi(operations, contract, newThings, version).write(json);
        return json.toBytes();
    }

    private void register(
            alchemist.kernel.schema.@org.jspecify.annotations.Nullable Schema<?> schema,
            String mediaType) {
        if (schema != null && MediaType.isFramed(mediaType)) {
            components.tagged(schema);
        } else if (schema != null) {
            components.of(schema);
        }
    }

    private void write(JsonWriter json) {
        json.object().field("openapi", "3.1.0");
        json.name("info")
                .object()
                .field("title", "Alchemist")
                .field("version", version)
                .field(
                        "description",
                        "One living graph from what a team already has. Everything that changes is a"
                                + " command and becomes events; every answer names the position that"
                                + " it is true at.")
                .endObject();
        json.name("servers").array().object().field("url", "/").endObject().endArray();
        json.name("tags").array();
        TreeSet<String> topics = new TreeSet<>();
        operations.forEach(operation -> topics.add(operation.topic()));
        topics.forEach(topic -> json.object().field("name", topic).endObject());
        json.endArray();
        json.name("paths").object();
        paths(json);
        json.endObject().name("components").object().name("schemas");
        components.write(json);
        json.endObject().endObject();
    }

    private void paths(JsonWriter json) {
        Map<String, List<Operation>> byPath = new LinkedHashMap<>();
        for (Operation operation : operations) {
            byPath.computeIfAbsent(operation.path(), _ -> new ArrayList<>()).add(operation);
        }
        byPath.forEach(
                (path, some) -> {
                    json.name(path).object();
                    for (Operation operation : some) {
                        json.name(operation.method() == Method.GET ? "get" : "post");
                        operation(operation, json);
                    }
                    json.endObject();
                });
    }

    private void operation(Operation operation, JsonWriter json) {
        json.object().field("operationId", operation.name());
        json.name("tags").array().text(operation.topic()).endArray();
        json.field("summary", operation.summary());
        if (!operation.doc().isEmpty()) {
            json.field("description", operation.doc());
        }
        if (!operation.parameters().isEmpty()) {
            json.name("parameters").array();
            operation.parameters().forEach(parameter -> parameter(parameter, json));
            json.endArray();
        }
        if (!operation.bodies().isEmpty()) {
            body(operation, json);
        }
        json.name("responses").object();
        answers(operation, json);
        problems(operation, json);
        json.endObject().endObject();
    }

    private static void parameter(Parameter<?> parameter, JsonWriter json) {
        json.object()
                .field("name", parameter.name())
                .field("in", parameter.place().text())
                .field("description", parameter.doc());
        if (parameter.required()) {
            json.field("required", true);
        }
        json.name("schema");
        parameter.schema(json);
        json.endObject();
    }

    private void body(Operation operation, JsonWriter json) {
        json.name("requestBody").object().field("required", true).name("content").object();
        for (Operation.Body body : operation.bodies()) {
            json.name(body.mediaType()).object().name("schema");
            String component =
                    body.schema() == null ? body.component() : components.of(body.schema());
            content(body.mediaType(), component, body.doc(), json);
            json.endObject();
        }
        json.endObject().endObject();
    }

    private void answers(Operation operation, JsonWriter json) {
        Map<Integer, List<Operation.Answer>> byStatus = new TreeMap<>();
        for (Operation.Answer answer : operation.answers()) {
            byStatus.computeIfAbsent(answer.status(), _ -> new ArrayList<>()).add(answer);
        }
        byStatus.forEach(
                (status, some) -> {
                    json.name(String.valueOf(status)).object();
                    json.field(
                            "description",
                            String.join("; ", some.stream().map(Operation.Answer::doc).toList()));
                    headers(
                            operation.told().stream()
                                    .filter(told -> told.status() == status)
                                    .toList(),
                            json);
                    if (!some.getFirst().mediaType().isEmpty()) {
                        json.name("content").object();
                        for (Operation.Answer answer : some) {
                            json.name(answer.mediaType()).object().name("schema");
                            String component =
                                    answer.schema() == null
                                            ? answer.component()
                                            : components.of(answer.schema());
                            content(answer.mediaType(), component, answer.doc(), json);
                            json.endObject();
                        }
                        json.endObject();
                    }
                    json.endObject();
                });
    }

    private void content(String mediaType, String component, String doc, JsonWriter json) {
        json.object();
        if (mediaType.equals(MediaType.NDJSON) || mediaType.equals(MediaType.EVENTS)) {
            json.field("type", "string");
            json.field("description", doc + "; each is a " + component + " as JSON");
        } else if (MediaType.isFramed(mediaType)) {
            json.field("type", "string").field("format", "binary").field("description", doc);
            json.name("x-record").object();
            ref(component, json);
            json.endObject();
        } else if (component.isEmpty() && mediaType.endsWith("json")) {
            json.field("description", doc);
        } else if (component.isEmpty()) {
            json.field("type", "string").field("format", "binary").field("description", doc);
        } else {
            if (!components.has(component)) {
                throw new IllegalStateException("there is no component " + component);
            }
            ref(component, json);
        }
        json.endObject();
    }

    private static void problems(Operation operation, JsonWriter json) {
        TreeSet<Problem.Kind> kinds = new TreeSet<>(COMMON);
        kinds.addAll(operation.problems());
        if (!operation.bodies().isEmpty()) {
            kinds.addAll(OF_BODIES);
        }
        Map<Integer, List<Problem.Kind>> byStatus = new TreeMap<>();
        for (Problem.Kind kind : kinds) {
            byStatus.computeIfAbsent(kind.status(), _ -> new ArrayList<>()).add(kind);
        }
        byStatus.forEach((status, some) -> problem(status, some, json));
    }

    private static void problem(int status, List<Problem.Kind> kinds, JsonWriter json) {
        List<String> words =
                kinds.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(kind -> kind.code() + ": " + kind.title())
                        .toList();
        json.name(String.valueOf(status)).object();
        json.field("description", String.join("; ", words));
        switch (status) {
            case 405 -> header(status, "Allow", "the methods that are allowed", json);
            case 426 -> header(status, "Upgrade", "websocket", json);
            case 503 -> header(status, "Retry-After", "seconds to wait", json);
            default -> {}
        }
        json.name("content").object().name(MediaType.PROBLEM).object().name("schema").object();
        ref("Problem", json);
        json.endObject().endObject().endObject().endObject();
    }

    /** The one header of a problem that is worth describing. */
    private static void header(int status, String name, String doc, JsonWriter json) {
        headers(List.of(new Operation.Told(status, name, doc)), json);
    }

    private static void headers(List<Operation.Told> some, JsonWriter json) {
        if (some.isEmpty()) {
            return;
        }
        json.name("headers").object();
        for (Operation.Told told : some) {
            json.name(told.name()).object().field("description", told.meaning());
            json.name("schema").object().field("type", "string").endObject().endObject();
        }
        json.endObject();
    }
}
