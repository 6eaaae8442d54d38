package alchemist.exchange.graphfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.formats.ExportFormat;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.imports.SimulatedWorkspace.Source;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** A graph that is written, read and written again is the same, in every format. */
final class RoundTripTest {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "plain",
                    "5",
                    "5.0",
                    "true",
                    "null",
                    "2024-01-01",
                    "[1]",
                    "{\"$date\":\"x\"}",
                    "a\nb\r\nc\td\r",
                    "  around  ",
                    "\"quoted\" 'both' `ticks`",
                    "back\\slash\\n\\\"end\\",
                    "<a href=\"x\">&amp; ]]> --></a>",
                    "a;b\\;c",
                    "// no comment /* at all */ # none",
                    "Grüße 😀 \u2028 \u00a0",
                    "$param {x} [y] (z) | ^",
                    "_under",
                    "http://example.org/x#y",
                    "a:b",
                    "n:sw");
    private static final List<String> KEYS =
            List.of(
                    "name",
                    "type",
                    "types",
                    "label",
                    "labels",
                    "id",
                    "kinds",
                    "key",
                    "source",
                    "target",
                    "parent",
                    "isGroup",
                    "properties",
                    "_id",
                    "_x",
                    "__y",
                    "weight",
                    "alchemist",
                    "directed",
                    "node",
                    "k with space",
                    "a;b",
                    "é\"q'`",
                    "a@en",
                    "skos:prefLabel",
                    "http://example.org/p",
                    "iri",
                    "%41",
                    "x\ny",
                    "1st",
                    "spells");

    @Property(tries = 60)
    void graphMl(@ForAll long seed) throws Exception {
        isTheSameAgain(ExportFormat.GRAPHML, seed);
    }

    @Property(tries = 60)
    void dot(@ForAll long seed) throws Exception {
        isTheSameAgain(ExportFormat.DOT, seed);
    }

    @Property(tries = 60)
    void gexf(@ForAll long seed) throws Exception {
        isTheSameAgain(ExportFormat.GEXF, seed);
    }

    @Property(tries = 60)
    void nodeLink(@ForAll long seed) throws Exception {
        isTheSameAgain(ExportFormat.NODE_LINK, seed);
    }

    @Property(tries = 60)
    void cypher(@ForAll long seed) throws Exception {
        isTheSameAgain(ExportFormat.CYPHER, seed);
    }

    @Property(tries = 60)
    void turtle(@ForAll long seed) throws Exception {
        isTheSameAgain(ExportFormat.TURTLE, seed);
    }

    @Property(tries = 60)
    void jsonLd(@ForAll long seed) throws Exception {
        isTheSameAgain(ExportFormat.JSON_LD, seed);
    }

    private static void isTheSameAgain(ExportFormat format, long seed) throws Exception {
        boolean rdf = format == ExportFormat.TURTLE || format == ExportFormat.JSON_LD;
        Source graph = new Graphs(new Random(seed), rdf).graph();
        String first = GraphFilesTesting.export(format, graph);
        Path folder = Files.createTempDirectory("graphs");
        Path file = folder.resolve("g." + format.ending());
        try {
            Files.writeString(file, first);
            GraphFilesTesting.Read read = GraphFilesTesting.read(format.text(), file);
            assertEquals(List.of(), read.warnings());
            assertEquals(first, GraphFilesTesting.export(format, read.source()));
            assertEquals(texts(graph.nodes.values()), texts(read.source().nodes.values()));
            if (!rdf) {
                assertEquals(graph.edges, read.source().edges);
            }
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static String texts(Iterable<NodeStatement> nodes) {
        StringBuilder texts = new StringBuilder();
        for (NodeStatement node : nodes) {
            texts.append(node.node()).append(' ').append(node.name()).append(' ');
            texts.append(new TreeSet<>(node.types())).append(' ').append(node.properties());
            texts.append(' ').append(node.group()).append(node.formsGroup()).append('\n');
        }
        return texts.toString();
    }

    /** Makes graphs of everything that a graph may hold. */
    private static final class Graphs {
        private final Random random;
        private final boolean rdf;
        private final Source graph = new SimulatedWorkspace().source(Id.of("s", "s"));

        Graphs(Random random, boolean rdf) {
            this.random = random;
            this.rdf = rdf;
        }

        Source graph() {
            List<Id> ids = new ArrayList<>();
            List<Id> groups = new ArrayList<>();
            for (int i = 0; i < random.nextInt(12); i++) {
                Id id = new Id(random.nextLong(), random.nextLong());
                boolean group = random.nextInt(4) == 0;
                Id within =
                        groups.isEmpty() || random.nextBoolean()
                                ? Id.NONE
                                : groups.get(random.nextInt(groups.size()));
                graph.nodes.put(
                        id, new NodeStatement(id, name(), types(), properties(4), within, group));
                ids.add(id);
                if (group) {
                    groups.add(id);
                }
            }
            Set<String> once = new HashSet<>();
            for (int i = 0; i < (ids.isEmpty() ? 0 : random.nextInt(12)); i++) {
                Id id = new Id(random.nextLong(), random.nextLong());
                Id from = ids.get(random.nextInt(ids.size()));
                Id to = ids.get(random.nextInt(ids.size()));
                String type = random.nextInt(4) == 0 ? "" : text();
                if (!rdf || once.add(from + " " + to + type)) {
                    graph.edges.put(
                            id,
                            new EdgeStatement(
                                    id, from, to, type, rdf ? Properties.NONE : properties(3)));
                }
            }
            return graph;
        }

        private String text() {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }

        private Value name() {
            String name = text();
            return name.isBlank() ? Value.NULL : Value.text(name);
        }

        private List<String> types() {
            Set<String> types = new TreeSet<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                types.add(text());
            }
            types.remove("");
            return List.copyOf(types);
        }

        private Properties properties(int most) {
            TreeMap<String, Value> properties = new TreeMap<>();
            for (int i = 0; i < random.nextInt(most + 1); i++) {
                @Nullable Value value = value(0);
                properties.put(KEYS.get(random.nextInt(KEYS.size())), value);
            }
            return Properties.of(properties);
        }

        private Value value(int depth) {
            return switch (random.nextInt(depth > 2 ? 11 : 14)) {
                case 0 -> Value.flag(random.nextBoolean());
                case 1 -> Value.integer(random.nextLong());
                case 2 -> Value.integer(random.nextInt(10));
                case 3 -> new Value.Real(random.nextInt(8) / 2.0);
                case 4 ->
                        new Value.Real(
                                List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1e300, -0.0, 4.9E-324)
                                        .get(random.nextInt(5)));
                case 5 -> new Value.Date(random.nextInt(40_000) - 10_000);
                case 6 ->
                        new Value.DateTime(random.nextInt(), 1000 * random.nextInt(1000), 7200, "");
                case 7 -> new Value.LocalDateTime(random.nextInt(), 0);
                case 8 -> new Value.Time(3_600_000_000_000L * random.nextInt(24), -3600);
                case 9 -> new Value.Duration(random.nextInt(30), random.nextInt(40), 59, 5);
                case 10 -> Value.text(text());
                case 11 -> new Value.Point(7203, random.nextInt(100), 0.5, 0);
                case 12 -> {
                    List<Value> values = new ArrayList<>();
                    for (int i = 0; i < random.nextInt(4); i++) {
                        values.add(value(depth + 1));
                    }
                    yield new Value.ListOf(values);
                }
                default ->
                        new Value.MapOf(
                                Properties.of(text(), value(depth + 1), "$x", value(depth + 1)));
            };
        }
    }
}
