package alchemist.exchange.graphfile;

import static alchemist.exchange.graphfile.GraphFilesTesting.read;
import static alchemist.exchange.graphfile.GraphFilesTesting.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.FileKeys;
import alchemist.exchange.Place;
import alchemist.exchange.graphfile.GraphFilesTesting.Read;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each format states, by small files of our own. */
final class FormatsTest {
    @TempDir Path folder;

    @Test
    void graphMlStatesTypedDataDefaultsPortsAndNestedGraphs() throws Exception {
        Read read =
                read(
                        "graphml",
                        write(
                                folder,
                                "a.graphml",
                                """
                                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                                 <key id="n" for="node" attr.name="name" attr.type="string"/>
                                 <key id="a" for="node" attr.name="age" attr.type="int"/>
                                 <key id="f" for="all" attr.name="ok" attr.type="boolean"><desc>x</desc><default>true</default></key>
                                 <key id="w" for="edge" attr.name="weight" attr.type="float"/>
                                 <key id="t" for="edge" attr.name="label" attr.type="string"/>
                                 <graph id="G" edgedefault="undirected">
                                  <data key="f">false</data>
                                  <node id="1" labels=":Person:Boss"><data key="n">Ada</data><data key="a">36</data><port name="east"/></node>
                                  <node id="2"><data key="a">old</data><data key="q">?</data>
                                   <graph id="2:"><node id="3"/></graph></node>
                                  <edge id="e" source="1" target="3" targetport="west"><data key="w">1.5</data><data key="t">knows</data></edge>
                                  <edge source="1" target="2" directed="true"/>
                                  <edge source="1" target="9"/>
                                  <hyperedge><endpoint node="1"/></hyperedge>
                                 </graph>
                                </graphml>
                                """));
        assertEquals(List.of("Person", "Boss"), read.named("Ada").types());
        assertEquals(Value.integer(36), read.named("Ada").properties().find("age"));
        assertEquals(Value.flag(true), read.named("Ada").properties().find("ok"));
        assertEquals(Value.texts(List.of("east")), read.named("Ada").properties().find("ports"));
        assertEquals(Value.text("old"), read.named("2").properties().find("age"));
        assertEquals("2", read.groupOf("3"));
        Properties edge = read.only("Ada -knows> 3").properties();
        assertEquals(new Value.Real(1.5), edge.find("weight"));
        assertEquals(Value.flag(false), edge.find("directed"));
        assertEquals(Value.text("west"), edge.find("targetport"));
        assertNull(read.only("Ada -> 2").properties().find("directed"));
        String told = read.warnings().toString();
        for (String part :
                List.of("'age' is no long", "'q' is declared nowhere", "'9'", "hyperedge", "ok")) {
            assertTrue(told.contains(part), told);
        }
    }

    @Test
    void graphMlOfYedStatesLabelsAndTheGroupThatIsShown() throws Exception {
        Read read =
                read(
                        "graphml",
                        write(
                                folder,
                                "y.graphml",
                                """
                                <graphml xmlns:y="http://www.yworks.com/xml/graphml">
                                 <key id="g" for="node" yfiles.type="nodegraphics"/><key id="h" for="edge" yfiles.type="edgegraphics"/>
                                 <key id="u" for="node" attr.name="url" attr.type="string"/>
                                 <graph><node id="n0" yfiles.foldertype="group"><data key="u"/><data key="g"><y:ProxyAutoBoundsNode><y:Realizers active="1">
                                  <y:GroupNode><y:NodeLabel>wrong</y:NodeLabel></y:GroupNode>
                                  <y:GroupNode><y:Geometry x="1" y="2.5"/><y:Fill color="#fff"/><y:NodeLabel>Team<y:LabelModel/></y:NodeLabel><y:NodeLabel>more</y:NodeLabel><y:Shape type="box"/></y:GroupNode>
                                  </y:Realizers></y:ProxyAutoBoundsNode></data>
                                  <graph><node id="n0::n0"><data key="g"><y:UMLClassNode><y:NodeLabel>Class</y:NodeLabel><y:UML><y:AttributeLabel>a: int</y:AttributeLabel><y:MethodLabel>b()</y:MethodLabel></y:UML></y:UMLClassNode></data></node></graph></node>
                                  <edge source="n0::n0" target="n0"><data key="h"><y:PolyLineEdge><y:EdgeLabel>in</y:EdgeLabel></y:PolyLineEdge></data></edge>
                                  <edge source="n0" target="n0"><data key="h"><y:PolyLineEdge><y:EdgeLabel>two
                                lines</y:EdgeLabel></y:PolyLineEdge></data></edge>
                                 </graph></graphml>
                                """));
        assertEquals("Team", read.groupOf("Class"));
        Properties team = read.named("Team").properties();
        assertEquals(new Value.Point(7203, 1, 2.5, 0), team.find("position"));
        assertEquals(Value.text("box"), team.find("style.shape"));
        assertEquals(Value.texts(List.of("more")), team.find("further labels"));
        assertEquals(List.of(), read.named("Team").types());
        assertNull(team.find("url"));
        assertEquals(Value.text("b()"), read.named("Class").properties().find("methods"));
        assertEquals(List.of("Class -in> Team", "Team -> Team"), read.edges());
        assertEquals(1, read.warnings().size(), () -> read.warnings().toString());
    }

    @Test
    void dotStatesClustersChainsDefaultsPortsAndWords() throws Exception {
        Read read =
                read(
                        "dot",
                        write(
                                folder,
                                "a.gv",
                                """
                                /* ours */ digraph "G x" {
                                # a line for the preprocessor
                                rankdir=LR; owner="team 7"; node [shape=box, big]; edge [color=red]
                                subgraph cluster_0 { label="Front\\nend"; color=blue
                                  subgraph cluster_1 { graph [label=<<b>In</b><br/>ner &lt;3 &#65;>]; c }
                                  a:out:e -> { b c } -> d [weight=2.5 label=calls];
                                }
                                subgraph named { a; e }
                                { rank=same; tier=2; x; y }
                                b [label="\\N!" n=5 flag=true quoted="5"];
                                r [shape=record label="{<p> left|right\\|s}"]
                                é -> b -- a [label="a label of\\ntwo lines"]
                                }
                                """));
        assertEquals("Front\nend", read.groupOf("a"));
        assertEquals("In\nner <3 A", read.groupOf("c"));
        assertEquals("Front\nend", read.groupOf("In\nner <3 A"));
        assertEquals("named", read.groupOf("e"));
        Properties b = read.named("b!").properties();
        assertEquals(Value.integer(5), b.find("n"));
        assertEquals(Value.flag(true), b.find("flag"));
        assertEquals(Value.text("5"), b.find("quoted"));
        assertEquals(Value.text("box"), b.find("shape"));
        assertEquals(Value.text("out:e"), read.only("a -calls> b!").properties().find("tailport"));
        assertEquals(new Value.Real(2.5), read.only("c -calls> d").properties().find("weight"));
        read.named("left | right|s");
        assertEquals(
                Value.text("a label of\ntwo lines"),
                read.only("é -> b!").properties().find("label"));
        String told = read.warnings().toString();
        assertTrue(told.contains("what the graph says of itself is left out: owner, tier]"), told);
        assertTrue(told.contains("'--' in a directed graph"), told);
    }

    @Test
    void dotJoinsTwinsWhereItIsStrictAndGroupsSeveralGraphs() throws Exception {
        Read read =
                read(
                        "dot",
                        write(
                                folder,
                                "s.dot",
                                "strict graph one { a -- b [x=1]; b -- a [y=2] }\n"
                                        + "graph { a -- b; a -- b; subgraph cluster_a {a} }"));
        assertEquals(4, read.nodes());
        assertEquals(3, read.groups());
        assertEquals(3, read.source().edges.size());
        assertEquals(
                1,
                read.source().edges.values().stream()
                        .filter(e -> e.properties().keys().contains("y"))
                        .count());
    }

    @Test
    void gexfStatesTimesInTheirOrder() throws Exception {
        Path file =
                write(
                        folder,
                        "t.gexf",
                        """
                        <gexf xmlns:viz="http://gexf.net/1.3/viz"><graph mode="dynamic" timeformat="date" defaultedgetype="undirected">
                         <attributes class="node"><attribute id="p" title="power" type="integer"/>
                          <attribute id="l" title="tags" type="liststring"/></attributes>
                         <nodes>
                          <node id="a" label="A"><attvalues><attvalue for="p" value="1" end="2020-02-01"/>
                           <attvalue for="p" value="2" start="2020-02-01"/><attvalue for="l" value="x|y"/></attvalues>
                           <viz:color r="255" g="0" b="16"/><viz:position x="1" y="2"/><viz:size value="3.5"/></node>
                          <node id="b" label="B" start="2020-03-01"/>
                          <node id="c" label="C" start="2020-01-01" end="2020-04-01"/>
                          <node id="d" label="D" pid="a"><spells><spell end="2020-01-15"/><spell start="2020-05-01T10:00:00Z"/></spells></node>
                         </nodes>
                         <edges><edge id="0" source="a" target="b" type="directed" label="to" weight="2"/>
                          <edge id="1" source="a" target="c" type="mutual"/><edge id="2" source="a" target="zz"/></edges>
                        </graph></gexf>
                        """);
        Read read = read("gexf", file);
        assertEquals(List.of("A -to> B"), read.edges());
        assertEquals(3, read.source().nodes.size());
        assertEquals("A", read.groupOf("D"));
        long march = alchemist.kernel.value.IsoTime.parseInstant("2020-03-01T00:00:00Z");
        assertTrue(read.times().contains(march), read.times().toString());
        assertTrue(
                read.times()
                        .contains(
                                alchemist.kernel.value.IsoTime.parseInstant(
                                        "2020-05-01T10:00:00Z")),
                read.times().toString());
        Properties a = read.named("A").properties();
        assertEquals(Value.integer(2), a.find("power"));
        assertTrue(a.keys().contains("power over time"));
        assertEquals(Value.texts(List.of("x", "y")), a.find("tags"));
        assertEquals(Value.text("#ff0010"), a.find("style.color"));
        assertEquals(new Value.Real(2), read.only("A -to> B").properties().find("weight"));
        assertTrue(read.warnings().toString().contains("only at other times"));
    }

    @Test
    void gexfKeepsTimesThatAreNumbersAsProperties() throws Exception {
        Read read =
                read(
                        "gexf",
                        write(
                                folder,
                                "n.gexf",
                                """
                                <gexf><graph timeformat="double"><nodes><node id="x1" label="7" start="1.5">
                                <attvalues><attvalue for="name" value="Real name"/></attvalues></node>
                                <node id="x2" label="8"/></nodes></graph></gexf>
                                """));
        assertTrue(read.named("Real name").properties().keys().contains("spells"));
        assertEquals(Value.text("7"), read.named("Real name").properties().find("label"));
        read.named("8");
        assertTrue(read.warnings().toString().contains("numbers, not dates"));
    }

    @Test
    void nodeLinkJsonOfEveryShapeIsRead() throws Exception {
        Read indexed =
                json(
                        """
                        {"nodes":[{"name":"A","group":1},{"name":"B"}],"links":[{"source":0,"target":1,"value":3}]}
                        """);
        assertEquals(List.of("A -> B"), indexed.edges());
        assertEquals(Value.integer(1), indexed.named("A").properties().find("group"));
        Read vis =
                json(
                        """
                        {"nodes":[{"id":1,"label":"A"},{"id":2,"label":"B"}],"edges":[{"from":1,"to":2,"label":"to"}]}
                        """);
        assertEquals(List.of("A -to> B"), vis.edges());
        Read jgf =
                json(
                        """
                        {"graph":{"directed":false,"label":"G","nodes":{"a":{"label":"A","metadata":{"x":1}},"b":{}},
                         "edges":[{"source":"a","target":"b","relation":"r"}]}}
                        """);
        assertEquals(List.of("A -r> b"), jgf.edges());
        assertEquals(Value.flag(false), jgf.only("A -r> b").properties().find("directed"));
        Read elements =
                json(
                        """
                        [{"data":{"id":"p"}},{"data":{"id":"c","parent":"p","name":"Child"},"position":{"x":1,"y":2},"selected":true},
                         {"group":"edges","data":{"id":"e","source":"c","target":"p","interaction":"in"}}]
                        """);
        assertEquals(List.of("Child -in> p"), elements.edges());
        assertEquals("p", elements.groupOf("Child"));
        Read pg =
                json(
                        """
                        {"nodes":[{"id":"1","labels":["P","Q"],"properties":{"name":["Ada"],"n":[1,2.5]}}],
                         "edges":[{"from":"1","to":"1","undirected":true,"labels":["k","l"],"properties":{}},
                          {"from":"1","to":"2","labels":[],"properties":{}}]}
                        """);
        assertEquals(List.of("P", "Q"), pg.named("Ada").types());
        assertEquals(
                new Value.ListOf(List.of(Value.integer(1), new Value.Real(2.5))),
                pg.named("Ada").properties().find("n"));
        assertEquals(Value.flag(false), pg.only("Ada -k> Ada").properties().find("directed"));
        assertTrue(
                pg.warnings().toString().contains("edges[1] (line 3, column 3)"),
                pg.warnings()::toString);
        Read packed =
                json(
                        """
                        {"options":{"type":"undirected"},"attributes":{"title":"x"},"nodes":[{"key":"a","attributes":{"label":"A"}}],
                         "edges":[{"key":"e","source":"a","target":"a","attributes":{"type":"t"}}]}
                        """);
        assertEquals(List.of("A -t> A"), packed.edges());
        assertTrue(packed.warnings().toString().contains("attributes"));
    }

    @Test
    void otherJsonIsNotTakenForAGraph() throws Exception {
        GraphFileReader reader =
                new GraphFileReader(GraphFilesTesting.format("node-link"), FileKeys.BY_PATH);
        for (String json :
                List.of(
                        "{\"nodes\":[],\"relationships\":[]}",
                        "{\"nodes\":[1],\"edges\":[2]}",
                        "{\"nodes\":3,\"edges\":[]}",
                        "{\"data\":1}",
                        "[{\"data\":1}]",
                        "{\"nodes\":[{\"id\":1}]}",
                        "{\"graph\":3,\"elements\":4,\"graphs\":5,\"nodes\":[]}",
                        "nodes")) {
            assertFalse(reader.reads(Place.at(write(folder, "o.json", json))), json);
        }
        String damaged = "{\"nodes\":[{\"id\":1}],\"edges\":[{\"source\":1,\"target\":1}";
        assertTrue(reader.reads(Place.at(write(folder, "o.json", damaged))));
        assertFalse(reader.reads(Place.at(write(folder, "o.txt", damaged))));
        assertTrue(reader.reads(Place.at(write(folder, "o.cyjs", "x"))));
    }

    @Test
    void cypherStatesWhatAScriptWouldCreate() throws Exception {
        Read read =
                read(
                        "cypher",
                        write(
                                folder,
                                "a.cypher",
                                """
                                :begin
                                CREATE CONSTRAINT ON (p:Person) ASSERT p.name IS UNIQUE;
                                CREATE (a:Person:Boss {name: 'A\\'s', born: date('1815-12-10'), n: -5, f: 1.5e3, ok: true, none: null,
                                  l: ['x', "y"], at: point({latitude: 1, longitude: 2})}), (b:Person {name: 'B'})
                                CREATE p = (a)-[:KNOWS {since: 1840}]->(b)<-[:KNOWS]-(a);
                                MATCH (a:Person {name: "A's"}), (b:Person) WHERE b.name = 'B'
                                CREATE (a)-[:LIKES]->(b);
                                MERGE (a:Person {name: "A's"}) ON CREATE SET a.new = true ON MATCH SET a.seen = 1;
                                MERGE (c:City {name: 'C'}) ON CREATE SET c.new = true, c += {x: 1};
                                UNWIND [{id: 1, props: {name: 'R1'}}, {id: 2, props: {name: 'R2'}}] AS row
                                CREATE (n:Row {id: row.id}) SET n += row.props SET n:Loaded;
                                MATCH (x:Person)-[:LIKES]->(y) CREATE (y)-[:BACK]->(x);
                                CREATE (q:Question) WITH q AS r CREATE (r)-[:OF]->(:Answer {text: 'a' + 'b'});
                                MATCH (z:Nobody) CREATE (z)-[:X]->(z);
                                CREATE (v {x: $param});
                                MATCH (n) DETACH DELETE n;
                                DROP INDEX foo;
                                CREATE (end:`Last one`)
                                """));
        assertEquals(
                List.of(
                        "A's -KNOWS> B",
                        "A's -KNOWS> B",
                        "A's -LIKES> B",
                        "B -BACK> A's",
                        "q -OF> ab"),
                read.edges());
        Properties a = read.named("A's").properties();
        assertEquals(new Value.Real(1500), a.find("f"));
        assertEquals(Value.integer(-5), a.find("n"));
        assertEquals(Value.integer(1), a.find("seen"));
        assertNull(a.find("new"));
        assertTrue(a.find("born") instanceof Value.Date);
        assertEquals(new Value.Point(4326, 2, 1, 0), a.find("at"));
        assertEquals(Value.integer(1), read.named("C").properties().find("x"));
        assertEquals(List.of("Row", "Loaded"), read.named("R1").types());
        assertEquals(List.of("Last one"), read.named("end").types());
        String told = read.warnings().toString();
        for (String part :
                List.of(
                        "line 14, column 1: a MATCH of what the script did not create",
                        "line 15, column 15: parameters",
                        "line 16, column 11: 'DETACH'",
                        "constraints")) {
            assertTrue(told.contains(part), told);
        }
        assertEquals(4, read.warnings().size(), told);
    }

    @Test
    void turtleStatesResourcesByTheirIris() throws Exception {
        Read read =
                read(
                        "turtle",
                        write(
                                folder,
                                "a.ttl",
                                """
                                @prefix ex: <http://ex.org/v#> . PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                                @base <http://ex.org/data/> .
                                <ada> a foaf:Person, ex:Boss ; foaf:name "Ada"@en, "Ada L."@fr ;
                                  ex:age 36 ; ex:size 1.75 ; ex:mass 1e3 ; ex:ok true ;
                                  ex:born "1815-12-10"^^<http://www.w3.org/2001/XMLSchema#date> ;
                                  ex:tags "x", "y" , "x"; ex:odd "1"^^ex:unit ;
                                  foaf:knows <bob#me> , [ a ex:Anon ; ex:p \"""long "one" \""" ] , _:c .
                                _:c ex:list ( 1 <ada> ) ; ex:a.b "dot" .
                                ex:st a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> .
                                [ ex:x 'single' ] .
                                """));
        Properties ada = read.named("Ada").properties();
        assertTrue(read.source().nodes.containsKey(Id.of("iri", "http://ex.org/data/ada")));
        assertEquals(Set.of("foaf:Person", "ex:Boss"), Set.copyOf(read.named("Ada").types()));
        assertEquals(Value.text("Ada L."), ada.find("foaf:name@fr"));
        assertEquals(Value.integer(36), ada.find("ex:age"));
        assertEquals(new Value.Real(1.75), ada.find("ex:size"));
        assertEquals(new Value.Real(1000), ada.find("ex:mass"));
        assertTrue(ada.find("ex:born") instanceof Value.Date);
        assertEquals(Value.texts(List.of("x", "y")), ada.find("ex:tags"));
        assertEquals(Value.text("1"), ada.find("ex:odd"));
        assertEquals(
                new Value.MapOf(Properties.of("ex", Value.text("http://ex.org/v#"))),
                ada.find("prefixes"));
        assertEquals(Value.text("long \"one\" "), read.named("Anon").properties().find("ex:p"));
        read.only("Ada -foaf:knows> me");
        String told = read.warnings().toString();
        assertTrue(told.contains("http://ex.org/v#unit"), told);
        assertTrue(told.contains("statements about statements"), told);
    }

    @Test
    void jsonLdNeverFetchesAContext() throws Exception {
        Read read =
                read(
                        "json-ld",
                        write(
                                folder,
                                "a.jsonld",
                                """
                                {"@context":["http://127.0.0.1:9/none.jsonld",{"ex":"http://ex.org/","k":{"@id":"ex:k","@type":"@id"}}],
                                 "@id":"ex:a","@type":"ex:T","name":"A","k":"ex:b","ex:n":5,"ex:d":{"@value":"1.5","@type":"http://www.w3.org/2001/XMLSchema#decimal"},
                                 "ex:g":{"@id":"ex:graph","@graph":[{"@id":"ex:in","ex:v":true}]}}
                                """));
        assertEquals(List.of("a -ex:g> graph", "a -ex:k> b"), read.edges());
        assertEquals(Value.integer(5), read.named("a").properties().find("ex:n"));
        assertEquals(new Value.Real(1.5), read.named("a").properties().find("ex:d"));
        assertEquals(Value.text("A"), read.named("a").properties().find("name"));
        String told = read.warnings().toString();
        assertTrue(told.contains("is elsewhere and not fetched"), told);
        assertTrue(told.contains("named graphs"), told);
    }

    @Test
    void jsonLdMayUseTheUsualPrefixOfTypesWithoutDeclaringIt() throws Exception {
        Read read =
                read(
                        "json-ld",
                        write(
                                folder,
                                "a.jsonld",
                                """
                                {"@context":{"@vocab":"http://ex.org/","age":{"@type":"xsd:int"},"first":{"@type":"xsd:string"}},
                                 "@id":"http://ex.org/a","age":35,"first":"Ada"}
                                """));
        assertEquals(List.of(), read.warnings());
        assertEquals(Value.integer(35), read.named("a").properties().find("age"));
        assertEquals(Value.text("Ada"), read.named("a").properties().find("first"));
    }

    private Read json(String json) throws Exception {
        return read("node-link", write(folder, "g.json", json));
    }
}
