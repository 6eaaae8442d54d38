package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.RawClient;
import alchemist.gateway.http.RawClient.Answer;
import alchemist.gateway.rest.Described.Way;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class DescriptionTest extends Served {
    private static final String NOBODY = "00000000000000000000000001";

    /** Stands for the accepted media type where a WebSocket is asked for. */
    private static final String SOCKET = "websocket";

    /** Accepts anything, and has whatever there is. */
    private static final String KNOWN = "*/*\r\nIf-None-Match: *";

    private static final String[] UPGRADE = {
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    private String description() throws IOException {
        return client.get("/api/v1/openapi.json").text();
    }

    @Test
    void itIsADescriptionThatOthersCanRead() throws IOException {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(description(), List.of(), options);
        assertEquals(List.of(), result.getMessages());
        assertEquals("3.1.0", result.getOpenAPI().getOpenapi());
        assertTrue(result.getOpenAPI().getPaths().size() > 20);
    }

    /** Programs that make clients of it take the usual value for one that can be sent. */
    @Test
    void whatIsUsualIsOfTheFormThatIsAskedFor() throws IOException {
        JsonNode document = new ObjectMapper().readTree(description());
        int found = 0;
        for (JsonNode schema : document.findParents("default")) {
            JsonNode usual = schema.get("default");
            boolean matches =
                    switch (schema.get("type").asText()) {
                        case "integer" ->
                                usual.isIntegralNumber()
                                        && usual.asLong() != Long.MAX_VALUE
                                        && usual.asLong() != Long.MIN_VALUE;
                        case "boolean" -> usual.isBoolean();
                        case "string" -> usual.isTextual();
                        default -> false;
                    };
            assertTrue(matches, schema.toString());
            found++;
        }
        assertTrue(found > 20, found + " found");
    }

    /** What is JSON is no text with JSON in it. */
    @Test
    void anExportAsJsonIsAValue() throws IOException {
        JsonNode content =
                new ObjectMapper()
                        .readTree(description())
                        .at("/paths/~1api~1v1~1workspaces~1{ws}~1export/get/responses/200/content");
        assertFalse(content.path("application/json").path("schema").has("type"));
        assertFalse(content.path("application/ld+json").path("schema").has("type"));
        assertEquals("string", content.at("/text~1turtle/schema/type").asText());
    }

    @Test
    void whatAProblemMayTellBesideIsDescribed() throws IOException {
        JsonNode problem =
                new ObjectMapper()
                        .readTree(description())
                        .at("/components/schemas/Problem/properties");
        for (String name : List.of("parameter", "limit", "file", "offset", "record", "byte")) {
            assertTrue(problem.has(name), name);
        }
    }

    @Test
    void everyCommandAndEventIsInIt() throws IOException {
        String text = description();
        Api.CONTRACT
                .commands()
                .forEach(c -> assertTrue(text.contains("\"const\":\"" + c.name() + "\"")));
        Api.CONTRACT
                .events()
                .forEach(e -> assertTrue(text.contains("\"const\":\"" + e.name() + "\"")));
    }

    @Test
    void theBinaryFormsAreDescribed() throws IOException {
        JsonNode document = new ObjectMapper().readTree(description());
        JsonNode post =
                document.path("paths").path("/api/v1/workspaces/{ws}/commands").path("post");
        JsonNode body =
                post.path("requestBody").path("content").path(MediaType.COMMANDS).path("schema");
        assertTrue(body.path("x-record").path("$ref").asText().endsWith("/Command"));
        JsonNode answer =
                post.path("responses")
                        .path("200")
                        .path("content")
                        .path(MediaType.RESULTS)
                        .path("schema");
        assertTrue(answer.path("x-record").path("$ref").asText().endsWith("/Outcome"));
        for (String record : List.of("Outcome", "GraphAddNode")) {
            JsonNode fields =
                    document.path("components").path("schemas").path(record).path("properties");
            assertTrue(fields.size() > 3);
            fields.forEach(field -> assertTrue(field.path("x-tag").asInt() > 0, field::toString));
        }
        byte[] command =
                new CommandBytes()
                        .json("{\"type\":\"graph.add-node\",\"data\":{\"name\":\"x\"}}")
                        .toBytes();
        client.send(
                client.head(
                        "POST",
                        DEMO + "/commands",
                        "Content-Type: " + MediaType.COMMANDS,
                        "Accept: " + MediaType.RESULTS,
                        "Content-Length: " + command.length));
        client.send(command);
        Answer answered = client.answer(false);
        assertEquals(200, answered.status());
        assertEquals(MediaType.RESULTS, answered.header("Content-Type"));
    }

    @Test
    void aFaultInAnAnswerWouldBeFound() throws IOException {
        Described described = new Described(description());
        assertTrue(described.faults("NodeSummary", "{}").contains("required"));
        String good = "{\"id\":\"" + NOBODY + "\",\"name\":\"n\",\"types\":[],\"isGroup\":false";
        assertEquals("", described.faults("NodeSummary", good + "}"));
        assertTrue(described.faults("NodeSummary", good + ",\"x\":1}").contains("'x'"));
        assertTrue(described.faults("Event", "{\"type\":\"graph.node-added\"}").contains("data"));
        assertTrue(described.faults("Event", "{\"type\":\"no.such\"}").contains("no.such"));
    }

    /** One call of an operation: what stands for its parameters, its query and its body. */
    private record Call(String operation, String id, String query, String body, String accept) {}

    @Test
    void everyOperationAnswersAsDescribed() throws Exception {
        Described described = new Described(description());
        List<Call> calls = calls();
        TreeSet<String> called = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        Map<String, Way> ways = new TreeMap<>();
        described.ways().forEach(way -> ways.put(way.operation(), way));
        for (Call call : calls) {
            Way way = ways.get(call.operation);
            if (way == null) {
                throw new AssertionError("there is no operation " + call.operation);
            }
            called.add(call.operation);
            String fault = fault(described, way, call);
            if (!fault.isEmpty()) {
                faults.add(call + "\n" + fault);
            }
        }
        assertEquals("", String.join("\n\n", faults));
        assertEquals(ways.keySet(), called);
    }

    private String fault(Described described, Way way, Call call) throws IOException {
        String path =
                way.path()
                                .replace("{ws}", "demo")
                                .replace("{id}", call.id)
                                .replace("{position}", call.id)
                        + call.query;
        Answer answer;
        if (call.accept.equals(SOCKET)) {
            try (RawClient other = new RawClient(server.port())) {
                answer = other.get(path, UPGRADE);
            }
        } else {
            answer =
                    way.method().equals("get")
                            ? client.get(path, "Accept: " + call.accept)
                            : way.operation().equals("uploadFile")
                                    ? client.sendBytes(path, call.body)
                                    : client.post(path, call.body);
        }
        String type = answer.header("Content-Type");
        if (answer.status() >= 500) {
            return answer.text();
        }
        String headers = described.faultsOfHeaders(way, answer.status(), answer.headers().keySet());
        return headers + described.faults(way, answer.status(), type, answer.text());
    }

    /** At least one good call of each operation, and some bad ones. */
    private List<Call> calls() throws Exception {
        String ada = node("Ada", "Person");
        String notes = node("Notes", "Document");
        String edge = edge(ada, "wrote", notes);
        send(
                "{\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                        + ada
                        + "\",\"properties\":{\"born\":{\"$date\":\"1815-12-10\"},\"age\":36}}}");
        send(
                "{\"type\":\"graph.form-group\",\"data\":{\"name\":\"People\",\"members\":[\""
                        + ada
                        + "\"]}}");
        send(
                "{\"type\":\"graph.rename-node\",\"data\":{\"node\":\""
                        + ada
                        + "\",\"name\":\"Ada L.\"}}");
        Path file = folder.resolve("diagram.json");
        Files.writeString(
                file,
                "{\"nodes\":[{\"id\":\"n0\",\"position\":{\"x\":0,\"y\":0},\"caption\":\"One\","
                        + "\"labels\":[\"Thing\"],\"properties\":{\"k\":\"v\"},\"style\":{}},{\"id\":\"n1\","
                        + "\"position\":{\"x\":9,\"y\":0},\"caption\":\"Two\",\"labels\":[\"Thing\"],"
                        + "\"properties\":{},\"style\":{}}],\"relationships\":[{\"id\":\"r0\","
                        + "\"fromId\":\"n0\",\"toId\":\"n1\",\"type\":\"KNOWS\",\"properties\":{},"
                        + "\"style\":{}}],\"style\":{}}");
        String place = "{\"path\":\"" + file + "\"";
        String run = text(json(client.post(DEMO + "/imports", place + "}")), "id");
        await(run, "applied");
        Properties named = list(get("/nodes?name=One&atLeast=" + position()), "nodes").getFirst();
        String imported = text(named, "id");
        send(
                "{\"type\":\"graph.rename-node\",\"data\":{\"node\":\""
                        + imported
                        + "\",\"name\":\"Uno\"}}");
        send(
                "{\"type\":\"ontology.constrain-property\",\"data\":{\"term\":\"Thing\","
                        + "\"property\":\"size\",\"kind\":\"integer\",\"mandatory\":true}}");
        String any = "*/*";
        String now = "?atLeast=" + position();
        List<Call> calls = new ArrayList<>();
        calls.add(new Call("getHealth", "", "", "", any));
        calls.add(new Call("listWorkspaces", "", "", "", any));
        calls.add(new Call("foundWorkspace", "", "", "{\"name\":\"other\"}", any));
        calls.add(new Call("foundWorkspace", "", "", "{\"name\":\"other\"}", any));
        calls.add(new Call("foundWorkspace", "", "", "{\"name\":\"No good\"}", any));
        calls.add(new Call("takeWorkspaceBack", "", "", "{}", any));
        calls.add(new Call("getWorkspace", "", "", "", any));
        calls.add(new Call("getOpenApi", "", "", "", any));
        calls.add(new Call("listNodes", "", now, "", any));
        calls.add(new Call("listNodes", "", "?limit=1", "", any));
        calls.add(new Call("listNodes", "", "?name=Ntoes", "", any));
        calls.add(new Call("listNodes", "", "?limit=0", "", any));
        calls.add(new Call("listNodes", "", "?at=99999", "", any));
        calls.add(new Call("getNode", ada, "", "", any));
        calls.add(new Call("getNode", imported, "", "", any));
        calls.add(new Call("getNode", NOBODY, "", "", any));
        calls.add(new Call("getEdge", edge, "", "", any));
        calls.add(new Call("getEdge", ada, "", "", any));
        calls.add(new Call("listNeighbors", ada, "?limit=1", "", any));
        calls.add(new Call("listMembers", ada, "?limit=1", "", any));
        calls.add(new Call("getHistory", ada, "", "", any));
        calls.add(new Call("getHistory", ada, "?limit=2", "", any));
        calls.add(new Call("getWhy", imported, "", "", any));
        calls.add(new Call("getWhy", imported, "?property=k", "", any));
        calls.add(new Call("getExcerpt", imported, "", "", any));
        calls.add(new Call("getExcerpt", NOBODY, "", "", any));
        calls.add(new Call("listRows", "", "?properties=k,born&limit=2", "", any));
        calls.add(new Call("listRows", "", "?properties=k&stated=true", "", any));
        calls.add(new Call("getOntology", "", "", "", any));
        calls.add(new Call("getStats", "", "", "", any));
        calls.add(new Call("listSources", "", "", "", any));
        calls.add(new Call("listDisagreements", "", "", "", any));
        calls.add(new Call("listSuggestions", "", now, "", any));
        calls.add(new Call("listSuggestions", "", "?kind=person&least=101", "", any));
        calls.add(new Call("listSuggestions", "", "?kind=person&least=90", "", any));
        calls.add(new Call("listSeparations", "", "?limit=1", "", any));
        calls.add(new Call("listViolations", "", "?limit=1", "", any));
        calls.add(new Call("listChanges", "", "?since=3", "", any));
        calls.add(new Call("listChanges", "", "?since=yesterday", "", any));
        calls.add(new Call("listChanges", "", "?since=99999", "", any));
        calls.add(
                new Call(
                        "checkGraph",
                        "",
                        "",
                        "{\"rules\":[{\"name\":\"none\",\"forbid\":{}}]}",
                        any));
        calls.add(new Call("checkGraph", "", "", "{\"rules\":[{\"name\":\"none\"}]}", any));
        calls.addAll(historyCalls());
        calls.add(new Call("exportGraph", "", "", "", any));
        calls.add(new Call("exportGraph", "", "?format=graphml", "", any));
        calls.add(new Call("exportGraph", "", "?format=pdf", "", any));
        calls.add(new Call("getMap", "", "", "", "application/json"));
        calls.add(new Call("getMap", "", "?level=0", "", any));
        calls.add(new Call("getMap", "", "", "", KNOWN));
        calls.add(new Call("getMap", "", "", "", "image/png"));
        calls.add(new Call("listEvents", "", "?limit=3", "", any));
        calls.add(new Call("listEvents", "", "", "", "application/x-ndjson"));
        calls.add(new Call("listEvents", "", "?to=2", "", "text/event-stream"));
        calls.add(new Call("listEvents", "", "?latestFirst=true&limit=2&text=ada", "", any));
        calls.add(new Call("listEvents", "", "?since=yesterday", "", any));
        calls.add(new Call("countEvents", "", "?intervals=4", "", any));
        calls.add(new Call("countEvents", "", "?subject=ws.*.sources.%3E", "", any));
        calls.add(new Call("getEvent", "1", "", "", any));
        calls.add(new Call("getEvent", "99999", "", "", any));
        calls.add(new Call("beginUpload", "", "", "{\"name\":\"notes.md\"}", any));
        calls.add(new Call("beginUpload", "", "", "{\"name\":\"../notes.md\"}", any));
        String upload =
                text(json(client.post(DEMO + "/uploads", "{\"name\":\"diagram.json\"}")), "id");
        calls.add(new Call("uploadFile", upload, "?path=diagram.json", "{}", any));
        calls.add(new Call("uploadFile", NOBODY, "?path=diagram.json", "{}", any));
        calls.add(new Call("finishUpload", upload, "", "{}", any));
        calls.add(new Call("finishUpload", upload, "", "{}", any));
        calls.add(new Call("followLive", "", "", "", SOCKET));
        calls.add(new Call("followLive", "", "", "", any));
        calls.add(new Call("followLive", "", "?from=1", "", SOCKET));
        calls.add(
                new Call(
                        "submitCommands",
                        "",
                        "",
                        "{\"type\":\"graph.add-node\",\"data\":{\"name\":\"x\"}}",
                        any));
        calls.add(
                new Call(
                        "submitCommands",
                        "",
                        "",
                        "[{\"type\":\"graph.add-node\",\"data\":{\"name\":\"y\"}},3]",
                        any));
        calls.add(
                new Call(
                        "submitCommands",
                        "",
                        "",
                        "{\"type\":\"graph.retire-node\",\"data\":{\"node\":\"" + NOBODY + "\"}}",
                        any));
        calls.add(new Call("submitCommands", "", "", "{\"type\":", any));
        calls.add(new Call("undoCommand", "", "", "{}", any));
        calls.add(new Call("redoCommand", "", "", "{}", any));
        calls.add(new Call("redoCommand", "", "", "{}", any));
        calls.add(new Call("startImport", "", "", place + ",\"dryRun\":true}", any));
        calls.add(new Call("startImport", "", "", "{\"path\":\"/no/such/place\"}", any));
        calls.add(
                new Call(
                        "startImport",
                        "",
                        "",
                        place + ",\"dryRun\":true,\"excludes\":[\"*.csv\"]}",
                        any));
        calls.add(new Call("startImport", "", "", place + "}", any));
        calls.add(new Call("listImports", "", "", "", any));
        calls.add(new Call("getImport", run, "", "", any));
        calls.add(new Call("getImport", NOBODY, "", "", any));
        calls.add(new Call("pauseImport", run, "", "{}", any));
        calls.add(new Call("resumeImport", run, "", "{}", any));
        calls.add(new Call("cancelImport", run, "", "{}", any));
        calls.add(new Call("revertImport", run, "", "{}", any));
        calls.add(new Call("eraseSubject", ada, "", "{}", any));
        return calls;
    }

    /** A commit of two files, and a tag, as a person may state them too. */
    private List<Call> historyCalls() throws Exception {
        String file = node("a", "File");
        String other = node("b", "File");
        String commit = node("Mend it", "Commit");
        String tag = node("v1", "Tag");
        edge(commit, "changes", file);
        edge(commit, "changes", other);
        edge(commit, "authored by", node("Bob", "Person"));
        edge(commit, "mentions", node("#7", "Issue"));
        edge(tag, "points to", commit);
        send(
                "{\"type\":\"graph.describe-node\",\"data\":{\"node\":\""
                        + file
                        + "\",\"properties\":{\"lines\":12,\"path\":\"src/a\"}}}");
        String any = "*/*";
        String now = "?atLeast=" + position();
        return List.of(
                new Call("listCoChanges", file, now + "&least=1", "", any),
                new Call("listCoChanges", file, "?mostFiles=1", "", any),
                new Call("listCoChanges", NOBODY, "", "", any),
                new Call("listOwners", file, "", "", any),
                new Call("listOwners", tag, "", "", any),
                new Call("listOwners", NOBODY, "", "", any),
                new Call("listHotSpots", "", "?measure=lines", "", any),
                new Call("listHotSpots", "", "?within=" + file + "&measure=lines", "", any),
                new Call("listHotSpots", "", "?within=" + NOBODY, "", any),
                new Call("listHotSpots", "", "?measure=love", "", any),
                new Call("listReleases", "", "", "", any),
                new Call("listReleases", "", "?at=1", "", any),
                new Call("getRelease", tag, "", "", any),
                new Call("getRelease", file, "", "", any));
    }

    private void await(String run, String state) throws Exception {
        host.find("demo")
                .orElseThrow()
                .imports()
                .find(Id.parse(run))
                .orElseThrow()
                .ended()
                .get(20, TimeUnit.SECONDS);
        assertEquals(state, text(get("/imports/" + run), "state"));
    }
}
