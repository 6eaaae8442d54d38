package alchemist.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the description says of answers, taken at its word: also a field that is not described is a
 * fault.
 */
final class Described {
    private static final String HOME = "https://alchemist.test/openapi.json";
    private final JsonNode document;
    private final SchemaRegistry registry;

    Described(String text) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        document = mapper.readTree(text);
        document.at("/components/schemas")
                .properties()
                .forEach(entry -> close(entry.getKey(), (ObjectNode) entry.getValue()));
        String closed = mapper.writeValueAsString(document);
        registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(HOME, closed)));
    }

    private static void close(String name, ObjectNode schema) {
        boolean isPart = name.endsWith("Head") || name.endsWith("Event") || name.equals("Value");
        if ((!isPart && !schema.has("oneOf")) || name.equals("SummarizedEvent")) {
            schema.put("unevaluatedProperties", false);
        }
        for (JsonNode property : schema.path("properties")) {
            if (property.path("items").path("$ref").asText().endsWith("/Event")) {
                ((ObjectNode) property.path("items")).put("unevaluatedProperties", false);
            }
        }
    }

    /** One way to ask. */
    record Way(String operation, String method, String path, JsonNode node) {}

    /** Every operation. */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method ->
                                                        ways.add(
                                                                new Way(
                                                                        method.getValue()
                                                                                .path("operationId")
                                                                                .asText(),
                                                                        method.getKey(),
                                                                        path.getKey(),
                                                                        method.getValue()))));
        return ways;
    }

    /** Headers that every answer may have, or that say how it travels. */
    private static final Set<String> USUAL =
            Set.of(
                    "date",
                    "connection",
                    "content-type",
                    "content-length",
                    "content-encoding",
                    "transfer-encoding",
                    "vary",
                    "cache-control",
                    "content-security-policy",
                    "x-content-type-options",
                    "referrer-policy",
                    "cross-origin-resource-policy",
                    "cross-origin-opener-policy",
                    "sec-websocket-accept",
                    "sec-websocket-location",
                    "sec-websocket-version");

    /**
     * What is told in headers and not described, and what is described and not told; each in a line
     * of its own.
     *
     * @param told their names in small letters
     */
    String faultsOfHeaders(Way way, int status, Set<String> told) {
        Set<String> described = new TreeSet<>();
        way.node
                .path("responses")
                .path(String.valueOf(status))
                .path("headers")
                .fieldNames()
                .forEachRemaining(name -> described.add(name.toLowerCase(Locale.ROOT)));
        StringBuilder faults = new StringBuilder();
        for (String name : told) {
            if (!USUAL.contains(name) && !described.contains(name)) {
                faults.append("the header ").append(name).append(" is not described\n");
            }
        }
        for (String name : described) {
            if (!told.contains(name)) {
                faults.append("the header ").append(name).append(" is described and not told\n");
            }
        }
        return faults.toString();
    }

    /** What is wrong with an answer, one fault a line; nothing when it is as described. */
    String faults(Way way, int status, String mediaType, String body) {
        JsonNode response = way.node.path("responses").path(String.valueOf(status));
        if (response.isMissingNode()) {
            return "the status " + status + " is not described: " + body;
        }
        if (mediaType.isEmpty() && body.isEmpty() && !response.has("content")) {
            return "";
        }
        JsonNode content = response.path("content").path(mediaType);
        if (content.isMissingNode()) {
            return mediaType + " is not described for " + status + ": " + body;
        }
        String ref = content.path("schema").path("$ref").asText();
        if (ref.isEmpty()) {
            return "";
        }
        return faults(ref.substring(ref.lastIndexOf('/') + 1), body);
    }

    /** What is wrong with a text that should be of a component. */
    String faults(String component, String json) {
        Schema schema =
                registry.getSchema(SchemaLocation.of(HOME + "#/components/schemas/" + component));
        StringBuilder faults = new StringBuilder();
        schema.validate(json, InputFormat.JSON).forEach(error -> faults.append(error).append('\n'));
        return faults.isEmpty() ? "" : component + ":\n" + faults + json;
    }
}
