package alchemist.exchange.cypher;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.GraphCopy;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.ShownGraph;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a graph as it is shown as a script of Cypher: a CREATE for each node, a MATCH and CREATE
 * for each edge. What the script says for itself are properties that begin with {@code _}.
 */
public final class CypherExport {
    /** The first line, by which an export is known. */
    static final String HEADER = "// alchemist.graph 1\n";

    private final Writer out;

    private CypherExport(Writer out) {
        this.out = out;
    }

    /** Writes a graph. */
    public static void write(GraphCopy graph, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CypherExport export = new CypherExport(writer);
        ShownGraph shown = new ShownGraph(graph);
        writer.write(HEADER);
        shown.eachNode(export::write);
        shown.eachEdge(export::write);
        writer.flush();
    }

    private void write(NodeStatement node) throws IOException {
        List<String> fields = new ArrayList<>();
        fields.add("_id: " + quoted(node.node().toString()));
        String name = TypedText.name(node.name());
        if (!name.isEmpty()) {
            fields.add("_name: " + quoted(name));
        }
        if (!node.group().isNone()) {
            fields.add("_group: " + quoted(node.group().toString()));
        }
        if (node.formsGroup()) {
            fields.add("_isGroup: true");
        }
        add(node.properties(), fields);
        StringBuilder labels = new StringBuilder();
        ShownGraph.types(node).forEach(type -> labels.append(':').append(term(type)));
        out.write("CREATE (" + labels + (labels.isEmpty() ? "" : " ") + braces(fields) + ");\n");
    }

    private void write(EdgeStatement edge) throws IOException {
        List<String> fields = new ArrayList<>();
        fields.add("_id: " + quoted(edge.edge().toString()));
        add(edge.properties(), fields);
        out.write(
                "MATCH (a {_id: "
                        + quoted(edge.from().toString())
                        + "}), (b {_id: "
                        + quoted(edge.to().toString())
                        + "}) CREATE (a)-[:"
                        + term(edge.type())
                        + " "
                        + braces(fields)
                        + "]->(b);\n");
    }

    private static String braces(List<String> fields) {
        return "{" + String.join(", ", fields) + "}";
    }

    private static void add(Properties properties, List<String> fields) {
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < properties.size(); i++) {
            Value value = TypedText.plain(properties.value(i));
            String key = properties.key(i);
            if (value.isNull()) {
                continue;
            }
            boolean plain = isPlain(value);
            if (!plain) {
                kinds.add(quoted(TypedText.JSON + " " + key));
            }
            fields.add(
                    name(Escapes.key(key, Set.of()))
                            + ": "
                            + (plain ? literal(value) : quoted(TypedText.json(value))));
        }
        if (!kinds.isEmpty()) {
            fields.add("_kinds: [" + String.join(", ", kinds) + "]");
        }
    }

    /** Whether a property may be so: databases take no maps, and lists only of one kind. */
    private static boolean isPlain(Value value) {
        return switch (value) {
            case Value.MapOf _ -> false;
            case Value.ListOf(List<Value> values) -> {
                Set<Class<?>> kinds = new HashSet<>();
                values.forEach(one -> kinds.add(one.getClass()));
                yield kinds.size() <= 1
                        && values.stream()
                                .noneMatch(
                                        one ->
                                                one instanceof Value.ListOf
                                                        || one instanceof Value.MapOf
                                                        || one.isNull());
            }
            default -> true;
        };
    }

    private static String literal(Value value) {
        String text = TypedText.of(value);
        return switch (value) {
            case Value.Bool _, Value.Int _ -> text;
            case Value.Real(double number) ->
                    Double.isFinite(number)
                            ? text
                            : "toFloat("
                                    + quoted(
                                            Double.isNaN(number)
                                                    ? "NaN"
                                                    : number > 0 ? "Infinity" : "-Infinity")
                                    + ")";
            case Value.ListOf(List<Value> values) ->
                    "["
                            + String.join(", ", values.stream().map(CypherExport::literal).toList())
                            + "]";
            case Value.Date _ -> "date(" + quoted(text) + ")";
            case Value.LocalTime _ -> "localtime(" + quoted(text) + ")";
            case Value.Time _ -> "time(" + quoted(text) + ")";
            case Value.LocalDateTime _ -> "localdatetime(" + quoted(text) + ")";
            case Value.DateTime _ -> "datetime(" + quoted(text) + ")";
            case Value.Duration _ -> "duration(" + quoted(text) + ")";
            case Value.Point(int srid, double x, double y, double z) ->
                    "point({srid: "
                            + srid
                            + ", x: "
                            + literal(new Value.Real(x))
                            + ", y: "
                            + literal(new Value.Real(y))
                            + (srid == 4979 || srid == 9157
                                    ? ", z: " + literal(new Value.Real(z))
                                    : "")
                            + "})";
            default -> quoted(text);
        };
    }

    /** A label or type; one that is empty, or begins with {@code _}, behind {@code _}. */
    private static String term(String term) {
        return name(term.isEmpty() ? "_" : Escapes.key(term, Set.of()));
    }

    private static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'' -> quoted.append("\\'");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('\'').toString();
    }
}
