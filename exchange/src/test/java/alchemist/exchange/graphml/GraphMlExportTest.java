package alchemist.exchange.graphml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.Place;
import alchemist.exchange.SourceName;
import alchemist.exchange.Stated;
import alchemist.exchange.code.ParsersTesting;
import alchemist.exchange.git.TestRepository;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.RealGraphCopy;
import alchemist.exchange.imports.RealWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class GraphMlExportTest {
    private static final Id SOURCE = Id.of("source", "s");
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    @TempDir Path folder;

    @Test
    void writesGroupsAsNestedGraphsWithTypedValues() throws Exception {
        node("outer", true, "", Properties.NONE);
        node("inner", true, "outer", Properties.NONE);
        node(
                "a",
                false,
                "inner",
                Properties.of(
                        Map.of(
                                "flag", Value.flag(true),
                                "long", Value.integer(7),
                                "real", new Value.Real(1.5),
                                "inf", new Value.Real(Double.NEGATIVE_INFINITY),
                                "text", Value.text("<a> & \"b\"]]>"),
                                "date", new Value.Date(0),
                                "list", Value.texts(List.of("x", "y")),
                                "point", new Value.Point(7203, 1, 2, 0),
                                "mixed", Value.integer(1))));
        node("b", false, "", Properties.of("mixed", Value.text("one")));
        node("lost", false, "nowhere", Properties.NONE);
        edge("a", "b", "leads to", Properties.of("weight", Value.integer(3)));
        edge("b", "b", "", Properties.NONE);
        Document document = written();

        Map<String, String> types = new java.util.TreeMap<>();
        Map<String, String> ids = new java.util.TreeMap<>();
        for (Element key : elements(document.getDocumentElement(), "key")) {
            types.put(key.getAttribute("attr.name"), key.getAttribute("attr.type"));
            ids.put(key.getAttribute("attr.name"), key.getAttribute("id"));
        }
        assertEquals("boolean", types.get("flag"));
        assertEquals("long", types.get("long"));
        assertEquals("double", types.get("real"));
        assertEquals("string", types.get("mixed"));
        assertEquals("string", types.get("date"));
        assertEquals("long", types.get("weight"));

        Element a = byId(document, "a");
        assertEquals("true", data(a, ids, "flag"));
        assertEquals("1.5", data(a, ids, "real"));
        assertEquals("-INF", data(a, ids, "inf"));
        assertEquals("<a> & \"b\"]]>", data(a, ids, "text"));
        assertEquals("1970-01-01", data(a, ids, "date"));
        assertEquals("[\"x\",\"y\"]", data(a, ids, "list"));
        assertEquals("T;U", data(a, ids, "types"));
        assertEquals("name of a", data(a, ids, "name"));
        Element inner = (Element) a.getParentNode().getParentNode();
        assertEquals(id("inner").toString(), inner.getAttribute("id"));
        assertEquals(
                id("outer").toString(),
                ((Element) inner.getParentNode().getParentNode()).getAttribute("id"));
        assertEquals(
                "graph", ((Element) byId(document, "lost").getParentNode()).getAttribute("id"));
        Element edge = elements(document.getDocumentElement(), "edge").getFirst();
        assertEquals("graph", ((Element) edge.getParentNode()).getAttribute("id"));
        assertEquals(2, elements(document.getDocumentElement(), "edge").size());
    }

    @Test
    void groupsThatHoldEachOtherAreAllWritten() throws Exception {
        node("a", true, "b", Properties.NONE);
        node("b", true, "a", Properties.NONE);
        node("self", true, "self", Properties.NONE);
        node("in", false, "a", Properties.NONE);
        assertEquals(4, elements(written().getDocumentElement(), "node").size());
    }

    @Test
    void deepGroupsAndCharactersThatXmlForbidsAreWritten() throws Exception {
        String within = "";
        for (int i = 0; i < 3000; i++) {
            node("g" + i, true, within, Properties.NONE);
            within = "g" + i;
        }
        node("x", false, "", Properties.of("c\u0001", Value.text("a\u0000\uD83D\uFFFE😀\t")));
        byte[] bytes = export();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains("a\uFFFD\uFFFD\uFFFD😀"), "replaced");
        assertEquals(3001, text.split("<node ", -1).length - 1);
    }

    @Test
    void peopleAreNamedWhereTheyMayBe() throws Exception {
        Id ada = id("ada");
        workspace
                .source(SOURCE)
                .nodes
                .put(
                        ada,
                        new NodeStatement(
                                ada,
                                new Value.ListOf(
                                        List.of(
                                                Value.text("Dr "),
                                                new Value.Personal(ada, "Ada"),
                                                new Value.Erased(ada))),
                                List.of(),
                                Properties.of(
                                        "email", new Value.Erased(ada),
                                        "note",
                                                new Value.ListOf(
                                                        List.of(
                                                                Value.text("by "),
                                                                new Value.Personal(ada, "Ada")))),
                                Id.NONE,
                                false));
        String text = new String(export(), StandardCharsets.UTF_8);
        assertTrue(text.contains(">Dr Ada(erased)<"), text);
        assertTrue(text.contains(">by Ada<"), text);
    }

    @Test
    void aRealGraphIsWritten() throws Exception {
        TestRepository repository = TestRepository.create(folder.resolve("project"));
        repository.write("src/App.java", "class App {}\n").commit("Begin");
        try (RealWorkspace real = new RealWorkspace(folder.resolve("data"))) {
            new Imports(real.workplace(), ParsersTesting::readers)
                    .start(Place.at(repository.path()), ImportsTesting.all())
                    .ended()
                    .join();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            GraphMlExport.write(new RealGraphCopy(real, List.of()), out);
            Document document = parse(out.toByteArray());
            var statistics = real.graph().statistics();
            assertEquals(
                    statistics.nodes() + statistics.groups(),
                    elements(document.getDocumentElement(), "node").size());
            assertEquals(
                    statistics.edges(), elements(document.getDocumentElement(), "edge").size());
        }
    }

    private void node(String key, boolean group, String within, Properties properties) {
        workspace
                .source(SOURCE)
                .nodes
                .put(
                        id(key),
                        new NodeStatement(
                                id(key),
                                Value.text("name of " + key),
                                List.of("U", "T"),
                                properties,
                                within.isEmpty() ? Id.NONE : id(within),
                                group));
    }

    private void edge(String from, String to, String type, Properties properties) {
        Id edge = Id.of("e", from + to);
        workspace
                .source(SOURCE)
                .edges
                .put(edge, new EdgeStatement(edge, id(from), id(to), type, properties));
    }

    private static Id id(String key) {
        return Id.of("n", key);
    }

    private byte[] export() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GraphMlExport.write(
                new GraphCopy() {
                    @Override
                    public List<SourceName> sources() {
                        return List.of();
                    }

                    @Override
                    public Stated stated(SourceName source) {
                        return Stated.NOTHING;
                    }

                    @Override
                    public Stated shown() {
                        return workspace.stated(SOURCE);
                    }
                },
                out);
        return out.toByteArray();
    }

    private Document written() throws Exception {
        return parse(export());
    }

    private static Document parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        assertEquals(
                "http://graphml.graphdrawing.org/xmlns",
                document.getDocumentElement().getNamespaceURI());
        return document;
    }

    private static List<Element> elements(Element within, String name) {
        NodeList list = within.getElementsByTagName(name);
        return java.util.stream.IntStream.range(0, list.getLength())
                .mapToObj(i -> (Element) list.item(i))
                .toList();
    }

    private static Element byId(Document document, String key) {
        return elements(document.getDocumentElement(), "node").stream()
                .filter(e -> e.getAttribute("id").equals(id(key).toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String data(Element node, Map<String, String> ids, String name) {
        for (Element data : elements(node, "data")) {
            if (data.getAttribute("key").equals(ids.get(name))) {
                return data.getTextContent();
            }
        }
        throw new AssertionError("no " + name);
    }
}
