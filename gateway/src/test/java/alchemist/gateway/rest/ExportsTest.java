package alchemist.gateway.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.imports.ImportRun;
import alchemist.gateway.http.RawClient.Answer;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Exports through the server, read back through the server. */
final class ExportsTest extends Served {
    private static final Id ADA = Id.of("person", "ada");
    private static final Id BEN = Id.of("person", "ben");
    private static final String HOSTILE = "</node>\\\"&<![CDATA[ ]]> \\ud83d\\ude00 ü";

    @Test
    void whatIsExportedReadBackAndExportedAgainIsTheSame() throws Exception {
        aGraphOfEverything();
        String first = export("demo", "");
        assertTrue(first.contains("\"$personal\""), first);
        assertTrue(first.contains("\"$erased\""), first);
        assertTrue(first.contains("\"reader\":\"person\""), first);
        assertTrue(first.contains("Uno"), first);
        host.found("fresh");
        Path file = Files.writeString(folder.resolve("demo.ndjson"), first);
        assertEquals("applied", read("fresh", file));
        assertEquals(first, export("fresh", ""));
        long then = host.find("fresh").orElseThrow().workspace().position();
        assertEquals("unchanged", read("fresh", file));
        assertEquals(then, host.find("fresh").orElseThrow().workspace().position());
    }

    @Test
    void anExportOfThePastIsTheExportOfThen() throws Exception {
        String one = node("One", "Thing");
        long then = position();
        String before = export("demo", "&atLeast=" + then);
        rename(one, "Other");
        node("Two", "Thing");
        String now = export("demo", "&atLeast=" + position());
        assertFalse(now.equals(before));
        assertEquals(before, export("demo", "&at=" + then));
        assertTrue(
                export("demo", "&at=0")
                        .endsWith("{\"end\":{\"sources\":0,\"nodes\":0,\"edges\":0}}\n"));
    }

    @Test
    void whoWasErasedIsInNoExportNotEvenOfThePast() throws Exception {
        String ada = personal(ADA, "Ada");
        long then = position();
        assertTrue(export("demo", "&atLeast=" + then).contains("Ada"));
        assertTrue(graphMl("&at=" + then).contains("Ada"));
        client.post(DEMO + "/subjects/" + ADA + "/erase", "{}");
        for (String at : List.of("", "&at=" + then)) {
            assertFalse(export("demo", at).contains("Ada"), at);
            assertFalse(graphMl(at).contains("Ada"), at);
            assertTrue(graphMl(at).contains(ada), at);
        }
    }

    @Test
    void theNameOfAPersonWhoStatesSomethingStandsNowhereUnsealed() throws Exception {
        String thing = node("Thing", "T");
        personal(ADA, "Ada Lovelace");
        send(
                "{\"type\":\"graph.rename-node\",\"actor\":\""
                        + ADA
                        + "\",\"data\":{\"node\":\""
                        + thing
                        + "\",\"name\":\"Another\"}}");
        String lines = export("demo", "&atLeast=" + position());
        for (String line : lines.split("\n", -1)) {
            assertTrue(!line.contains("Lovelace") || line.contains("\"$personal\""), line);
        }
        assertTrue(lines.contains("\"label\":\"person " + ADA.toString().substring(0, 6)), lines);
    }

    @Test
    void tellsWhatItIsBesideIt() throws Exception {
        String one = node("One", "Thing");
        edge(one, "knows", node("Two", "Thing"));
        String at = "&atLeast=" + position();
        Answer answer = client.get(DEMO + "/export?format=ndjson" + at);
        assertEquals("application/x-ndjson", answer.header("Content-Type"));
        assertEquals(
                "attachment; filename=\"demo-at-" + position() + ".ndjson\"",
                answer.header("Content-Disposition"));
        assertEquals(Long.toString(position()), answer.header("Alchemist-Position"));
        assertEquals("2", answer.header("Alchemist-Nodes"));
        assertEquals("1", answer.header("Alchemist-Edges"));
        assertTrue(answer.header("Alchemist-Left-Out").contains("ontology"));
        Answer zipped = client.get(DEMO + "/export?format=ndjson" + at, "Accept-Encoding: gzip");
        assertEquals("gzip", zipped.header("Content-Encoding"));
        assertEquals(answer.text(), zipped.unzipped());
        Answer drawn = client.get(DEMO + "/export?format=graphml&at=2999-01-01T00:00:00Z");
        assertEquals("application/graphml+xml", drawn.header("Content-Type"));
        assertTrue(
                drawn.header("Content-Disposition").endsWith("-of-2999-01-01.graphml\""),
                drawn.header("Content-Disposition"));
        assertEquals("2", drawn.header("Alchemist-Nodes"));
    }

    @Test
    void saysWhichFormatsThereAre() throws Exception {
        Answer answer = client.get(DEMO + "/export?format=pdf");
        assertEquals(400, answer.status());
        assertTrue(answer.text().contains("'pdf' is none of ndjson, graphml, dot"), answer.text());
        assertEquals(409, client.get(DEMO + "/export?at=99999").status());
        assertEquals(404, client.get("/api/v1/workspaces/none/export").status());
    }

    @Test
    void graphMlKeepsTheRulesOfItsSchemaWhateverNamesThereAre() throws Exception {
        aGraphOfEverything();
        node(HOSTILE, HOSTILE);
        Document document = parsed(graphMl("&atLeast=" + position()));
        Set<String> ids = new HashSet<>();
        Map<String, String> keys = new TreeMap<>();
        for (Element key : all(document, "key")) {
            assertTrue(ids.add(key.getAttribute("id")), "a key stands once");
            assertTrue(
                    Set.of("boolean", "long", "double", "string")
                            .contains(key.getAttribute("attr.type")));
            keys.put(key.getAttribute("id"), key.getAttribute("for"));
        }
        Set<String> nodes = new HashSet<>();
        for (Element node : all(document, "node")) {
            assertTrue(nodes.add(node.getAttribute("id")), "a node stands once");
            assertEquals("graph", node.getParentNode().getNodeName());
        }
        for (Element edge : all(document, "edge")) {
            assertTrue(nodes.contains(edge.getAttribute("source")), "an edge begins somewhere");
            assertTrue(nodes.contains(edge.getAttribute("target")), "and ends somewhere");
            assertEquals("graph", edge.getParentNode().getNodeName());
        }
        for (Element data : all(document, "data")) {
            assertEquals(keys.get(data.getAttribute("key")), data.getParentNode().getNodeName());
        }
        for (Element graph : all(document, "graph")) {
            assertEquals("directed", graph.getAttribute("edgedefault"));
        }
        Properties stats = get("/stats");
        assertEquals(number(stats, "nodes") + number(stats, "groups"), nodes.size());
        assertEquals(number(stats, "edges"), all(document, "edge").size());
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("</node>\"&<![CDATA[ ]]> \uD83D\uDE00 ü"), text);
        assertTrue(text.contains("\uFFFD \n"), text);
    }

    /** Sources that disagree, groups, merged and retired nodes, corrections, and people. */
    private void aGraphOfEverything() throws Exception {
        Path one = Files.writeString(folder.resolve("one.json"), diagram("One"));
        assertEquals("applied", read("demo", one));
        String shared = export("demo", "");
        Path copy =
                Files.writeString(
                        folder.resolve("copy.ndjson"),
                        shared.replaceFirst(
                                        "\"id\":\"[^\"]+\"", "\"id\":\"" + Id.of("s", "2") + "\"")
                                .replace("\"trust\":50", "\"trust\":70")
                                .replace("\"One\"", "\"Eins\""));
        assertEquals("applied", read("demo", copy));
        String first = text(list(get("/nodes?name=Eins"), "nodes").getFirst(), "id");
        String second = text(list(get("/nodes?name=Two"), "nodes").getFirst(), "id");
        rename(first, "Uno");
        command(
                "graph.describe-node",
                "\"node\":\""
                        + first
                        + "\",\"properties\":{\"born\":"
                        + "{\"$date\":\"1815-12-10\"},\"list\":[1,\"a\",{\"$real\":\"NaN\"}],\"k\":7}");
        command("graph.classify-node", "\"node\":\"" + first + "\",\"type\":\"Person\"");
        String own = node(HOSTILE, "Mine");
        command(
                "graph.describe-node",
                "\"node\":\"" + own + "\",\"properties\":{\"<\\\"&>\":\"\\u0001 \\n\"}");
        String twin = node("Twin", "Mine");
        String gone = node("Gone", "Mine");
        edge(own, "knows", first);
        edge(gone, "knows", twin);
        command(
                "graph.form-group",
                "\"name\":\"Group\",\"members\":[\"" + second + "\",\"" + own + "\"]");
        command("graph.merge-nodes", "\"absorbed\":\"" + twin + "\",\"survivor\":\"" + own + "\"");
        command("graph.retire-node", "\"node\":\"" + gone + "\"");
        String edge =
                text(
                        map(
                                list(
                                                get(
                                                        "/nodes/"
                                                                + first
                                                                + "/neighbors?relation=KNOWS&atLeast="
                                                                + position()),
                                                "neighbors")
                                        .getFirst(),
                                "edge"),
                        "id");
        command("graph.describe-edge", "\"edge\":\"" + edge + "\",\"properties\":{\"weight\":2}");
        personal(ADA, "Ada");
        personal(BEN, "Ben");
        client.post(DEMO + "/subjects/" + BEN + "/erase", "{}");
        assertEquals(200, client.get(DEMO + "/stats?atLeast=" + position()).status());
    }

    private static String diagram(String name) {
        return "{\"nodes\":[{\"id\":\"n0\",\"position\":{\"x\":0,\"y\":0},\"caption\":\""
                + name
                + "\",\"labels\":[\"Thing\"],\"properties\":{\"k\":\"v\"},\"style\":{}},{\"id\":\"n1\","
                + "\"position\":{\"x\":9,\"y\":0},\"caption\":\"Two\",\"labels\":[],\"properties\":{},"
                + "\"style\":{}}],\"relationships\":[{\"id\":\"r0\",\"fromId\":\"n0\",\"toId\":\"n1\","
                + "\"type\":\"KNOWS\",\"properties\":{},\"style\":{}}],\"style\":{}}";
    }

    private void command(String type, String data) throws IOException {
        send("{\"type\":\"" + type + "\",\"data\":{" + data + "}}");
    }

    private void rename(String node, String name) throws IOException {
        command("graph.rename-node", "\"node\":\"" + node + "\",\"name\":\"" + name + "\"");
    }

    /** Adds the node of a person, whose name is sealed with the person's key. */
    private String personal(Id person, String name) throws IOException {
        command(
                "graph.add-node",
                "\"node\":\""
                        + person
                        + "\",\"types\":[\"Person\"],\"name\":{\"$personal\":{\"subject\":\""
                        + person
                        + "\",\"text\":\""
                        + name
                        + "\"}}");
        assertEquals(200, client.get(DEMO + "/stats?atLeast=" + position()).status());
        return person.toString();
    }

    private String export(String workspace, String more) throws IOException {
        Answer answer =
                client.get("/api/v1/workspaces/" + workspace + "/export?format=ndjson" + more);
        assertEquals(200, answer.status(), answer.text());
        return answer.text();
    }

    private String graphMl(String more) throws IOException {
        Answer answer = client.get(DEMO + "/export?format=graphml" + more);
        assertEquals(200, answer.status(), answer.text());
        return answer.text();
    }

    /** Imports a file; what became of it. */
    private String read(String workspace, Path file) throws Exception {
        Answer answer =
                client.post(
                        "/api/v1/workspaces/" + workspace + "/imports",
                        "{\"path\":\"" + file + "\"}");
        ImportRun run =
                host.find(workspace)
                        .orElseThrow()
                        .imports()
                        .find(Id.parse(text(json(answer), "id")))
                        .orElseThrow();
        run.ended().get(20, TimeUnit.SECONDS);
        assertEquals(List.of(), run.warnings());
        long position = host.find(workspace).orElseThrow().workspace().position();
        client.get("/api/v1/workspaces/" + workspace + "/stats?atLeast=" + position);
        return run.state().text();
    }

    private static Document parsed(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList list =
                document.getElementsByTagNameNS("http://graphml.graphdrawing.org/xmlns", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }
}
