package alchemist.exchange.graphfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut off, malformed, of another encoding, or made to harm. */
final class DamagedFilesTest {
    private static final Map<String, String> WHOLE =
            Map.of(
                    "graphml",
                    """
                    <graphml><key id="d" for="node" attr.name="age" attr.type="int"><default>3</default></key>
                    <graph edgedefault="undirected"><node id="ä"><data key="d">4</data><port name="p"/>
                    <graph><node id="b"/></graph></node><edge source="ä" target="b"/></graph></graphml>
                    """,
                    "dot",
                    "strict digraph G { node [shape=box] subgraph cluster_x { label=\"X ä\"; a:p:n -> {b c} }"
                            + " b [label=<<b>B</b> &amp; c> w=-.5] /* c */ c -> a [label=\"to\"+\"o\"] }",
                    "gexf",
                    """
                    <gexf version="1.3"><graph mode="dynamic" timeformat="date"><attributes class="node">
                    <attribute id="0" title="n" type="integer"><default>1</default></attribute></attributes>
                    <nodes><node id="a" label="ä" start="2020-01-01"><attvalues><attvalue for="0" value="2"/>
                    </attvalues><nodes><node id="b"/></nodes></node></nodes>
                    <edges><edge id="e" source="a" target="b" weight="2.5"/></edges></graph></gexf>
                    """,
                    "node-link",
                    "{\"directed\":false,\"nodes\":[{\"id\":\"a\",\"x\":1.5},{\"id\":2,\"name\":\"ä\"}],"
                            + "\"links\":[{\"source\":\"a\",\"target\":2,\"type\":\"t\"}]}",
                    "cypher",
                    """
                    CREATE (a:A {n: 'ä', d: date('2020-01-01'), l: [1, -2.5]})-[r:R {x: true}]->(:B);
                    MATCH (a {n: 'ä'}) MERGE (a)-[:R]->(c:`C d`) ON CREATE SET c.x = 1, c:D;
                    UNWIND [{i: 1}] AS row CREATE (n {i: row.i}) SET n += row // end
                    """,
                    "turtle",
                    """
                    @prefix e: <http://e.org/> . e:a a e:T ; e:p "ä"@de, 1, 2.5, true, 1e3 ; e:q [ e:r (1 e:b) ] .
                    <http://e.org/b> e:l '''x\\u00e4''' . # end
                    """,
                    "json-ld",
                    "{\"@context\":{\"e\":\"http://e.org/\"},\"@id\":\"e:a\",\"@type\":\"e:T\","
                            + "\"e:p\":[1,true,{\"@value\":\"ä\",\"@language\":\"de\"}],\"e:q\":{\"@id\":\"e:b\"}}");

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "dot", "gexf", "node-link", "cypher", "turtle", "json-ld"})
    void wholeOnesAreReadWithAMarkAndAsUtf16AsWell(String format) {
        String whole = WHOLE.getOrDefault(format, "");
        assertEquals("", GraphFilesTesting.refusal(format, whole));
        assertEquals("", GraphFilesTesting.refusal(format, "\uFEFF" + whole));
        for (String encoding : new String[] {"UTF-16LE", "UTF-16BE"}) {
            byte[] bytes = ("\uFEFF" + whole).getBytes(Charset.forName(encoding));
            assertEquals("", GraphFilesTesting.refusal(format, bytes), encoding);
        }
        String latin =
                GraphFilesTesting.refusal(format, whole.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(latin.contains("UTF-8") || latin.contains("byte"), latin);
        assertTrue(latin.contains("(line "), latin);
        assertTrue(!GraphFilesTesting.refusal(format, "").isEmpty(), "empty");
    }

    @Test
    void latinIsReadWhereAFileSaysThatItIs() {
        for (var one :
                Map.of(
                                "graphml",
                                "<?xml version='1.0' encoding='ISO-8859-1'?>"
                                        + WHOLE.get("graphml"),
                                "dot",
                                "graph { charset=\"latin1\" ä [label=\"ü\"] }")
                        .entrySet()) {
            byte[] bytes = one.getValue().getBytes(StandardCharsets.ISO_8859_1);
            assertEquals("", GraphFilesTesting.refusal(one.getKey(), bytes));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "graphml|<graphml><graph><node/></graph></graphml>|<node> lacks the attribute 'id' (line 1",
                "graphml|<graphml><graph><node id=\"a\">|no well-formed XML",
                "graphml|<html/>|it begins with <html>, not with <graphml> (line 1",
                "graphml|<graphml><node id=\"a\"/></graphml>|a <node> stands in a <graphml>",
                "graphml|<!DOCTYPE g [<!ENTITY a \"aaaa\">]><graphml><graph><node id=\"&a;\"/></graph></graphml>|(line 1",
                "gexf|<gexf><graph><edges><edge source=\"a\"/></edges></graph></gexf>|<edge> lacks the attribute 'target'",
                "gexf|<gexf><attvalue for=\"x\" value=\"1\"/></gexf>|outside of every node",
                "dot|digraph { a -> }|a node or subgraph is expected behind '->', not '}' (line 1, column 16)",
                "dot|digraph { a -> b|a statement is expected, not the end",
                "dot|digraph { a [x=] }|a value is expected behind '=', not ']'",
                "dot|digraph { \"a }|a text without end (line 1, column 11)",
                "dot|graph { a /* b }|a comment without end",
                "dot|tree { a }|'graph' or 'digraph' is expected, not 'tree'",
                "dot|graph { a [label=<b] }|an HTML text without end",
                "dot|graph { ! }|'!' begins nothing",
                "node-link|{\"nodes\":[{\"id\":1},{\"x\":2}],\"links\":[{\"source\":\"a\",\"target\":\"b\"}]}|nodes[1] (line 1, column 20) lacks the field 'id'",
                "node-link|{\"nodes\":[{\"id\":1}],\"links\":[{\"source\":1,\"target\":1},{\"source\":1}]}|links[1] (line 1, column 54) lacks the field 'target'",
                "node-link|{\"nodes\":[{\"id\":1}],\"links\":[{\"source\":1|',' is expected (line 1, column 41)",
                "node-link|{\"nodes\":3,\"links\":[]}|nodes must be a list, not NUMBER",
                "cypher|CREATE (a:Person {name: 'x'|is no Cypher: ',' is expected",
                "cypher|CREATE (a:Person {name: 'x}|a text without end (line 1, column 25)",
                "cypher|CREATE a|'(' or '=' is expected",
                "cypher|MATCH (n) RETURN n|creates nothing that can be read",
                "cypher|CREATE (a {x: 99999999999999999999})|more than 64 bits",
                "cypher|CREATE (:`A)|a name in backticks without end",
                "turtle|e:a e:b e:c .|the prefix 'e:' is declared nowhere (line 1, column 1)",
                "turtle|<a> <b> <c>|'.' is expected, not the end",
                "turtle|<a> <b> \"c|a text without end",
                "turtle|<a> <b> << <c> <d> <e> >> .|RDF-star",
                "turtle|<a b> <c> <d> .|an IRI has no such character",
                "turtle|<a> _:b <d> .|a blank node is no property",
                "turtle|@prefix e <http://e.org/> .|':' is expected behind the prefix 'e'",
                "json-ld|{\"@context\":{\"a\":3},\"a\":1}|is no JSON-LD",
                "json-ld|{\"@id\":\"http://a\"|',' is expected (line 1, column 18)",
            })
    void saysWhatIsWrongAndWhere(String format, String text, String message) {
        String refusal = GraphFilesTesting.refusal(format, text);
        assertTrue(refusal.startsWith("the file "), refusal);
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void aLanguageOfManyPartsIsOne() {
        String language = "a-".repeat(50_000) + "a";
        String text = "@prefix e: <http://e.org/> . e:a e:p \"x\"@" + language + " .";
        assertEquals("", GraphFilesTesting.refusal("turtle", text));
    }

    @Test
    void laughsOfABillionAndFilesElsewhereAreNotRead() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"".formatted(i));
            laughs.append("&l%d;".formatted(i - 1).repeat(10)).append("\">");
        }
        laughs.append("]><graphml><graph><node id=\"a\"/><desc>&l29;</desc></graph></graphml>");
        String far =
                "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                        + "<graphml><graph><node id=\"a\"/><desc>&f;</desc></graph></graphml>";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (String hostile : new String[] {laughs.toString(), far}) {
                        for (String format : new String[] {"graphml", "gexf"}) {
                            String refusal =
                                    GraphFilesTesting.refusal(
                                            format, hostile.replace("graphml", format));
                            assertTrue(refusal.contains("line 1"), refusal);
                            assertTrue(!refusal.contains("root:"), refusal);
                        }
                    }
                });
    }

    @Test
    void whatNestsWithoutEndOrMultipliesIsRefused() {
        int deep = 20_000;
        Map<String, String> hostile =
                Map.of(
                        "graphml",
                        "<graphml>" + "<graph><node id=\"a\">".repeat(deep),
                        "gexf",
                        "<gexf><graph><nodes>" + "<node id=\"a\"><nodes>".repeat(deep),
                        "dot",
                        "graph {" + "{".repeat(deep),
                        "node-link",
                        "{\"nodes\":" + "[".repeat(deep),
                        "cypher",
                        "CREATE (a {x: " + "[".repeat(deep),
                        "turtle",
                        "<a> <b> " + "[ <c> ".repeat(deep),
                        "json-ld",
                        "{\"@graph\":" + "[".repeat(deep));
        hostile.forEach(
                (format, text) -> {
                    String refusal = GraphFilesTesting.refusal(format, text);
                    assertTrue(refusal.matches("(?s).*(nest|deep).*line 1.*"), refusal);
                });
        StringBuilder many = new StringBuilder("graph { {");
        for (int i = 0; i < 3000; i++) {
            many.append('a').append(i).append(' ');
        }
        String names = many.substring("graph {".length());
        String squared = "graph {" + names + "} -- " + names + "} }";
        String refusal = GraphFilesTesting.refusal("dot", squared);
        assertTrue(refusal.contains("more than 2000000"), refusal);
    }

    @Property(tries = 120)
    void nothingButARefusalComesOfAnyBytes(@ForAll byte[] bytes) {
        WHOLE.keySet().forEach(format -> GraphFilesTesting.refusal(format, bytes));
    }

    @Property(tries = 200)
    void nothingButARefusalComesOfADamagedFile(@ForAll long seed) {
        Random random = new Random(seed);
        WHOLE.forEach(
                (format, whole) -> {
                    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 1 + random.nextInt(4); i++) {
                        int at = random.nextInt(bytes.length);
                        switch (random.nextInt(3)) {
                            case 0 -> bytes[at] = (byte) random.nextInt(256);
                            case 1 -> bytes[at] = bytes[random.nextInt(bytes.length)];
                            default -> bytes = java.util.Arrays.copyOf(bytes, 1 + at);
                        }
                    }
                    GraphFilesTesting.refusal(format, bytes);
                    GraphFilesTesting.format(format).looksLike(bytes);
                });
    }
}
