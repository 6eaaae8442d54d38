package alchemist.graph.check;

import alchemist.graph.read.Display;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph drawn in lines of text: {@code a/x.js imports b/y.js}; a node is called by its path. */
final class DrawnGraph implements CheckedGraph {
    private record Edge(int from, String relation, int to, Properties properties) {}

    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    static DrawnGraph of(String lines) {
        DrawnGraph graph = new DrawnGraph();
        lines.lines().filter(line -> !line.isBlank()).forEach(graph::draw);
        return graph;
    }

    private void draw(String line) {
        String[] words = line.strip().split(" ", -1);
        int from = node(words[0]);
        if (words.length > 2) {
            Properties properties = Properties.of("line", Value.integer(edges.size() + 1));
            if (words.length > 3) {
                properties = properties.with("resolved", Value.text(words[3]));
            }
            edges.add(new Edge(from, words[1], node(words[2]), properties));
        }
    }

    private int node(String name) {
        return nodes.computeIfAbsent(
                name,
                n -> {
                    names.add(n);
                    return nodes.size();
                });
    }

    @Override
    public int nodes() {
        return names.size();
    }

    @Override
    public NodeSummary summary(int node) {
        String name = names.get(node);
        String type = name.endsWith("/") ? "Folder" : "File";
        return new NodeSummary(
                Id.of("node", name), new Display(name, false), List.of(type), false, null);
    }

    @Override
    public Properties properties(int node) {
        return Properties.of("path", Value.text(names.get(node)));
    }

    @Override
    public int edges() {
        return edges.size();
    }

    @Override
    public Id edge(int edge) {
        return Id.of("edge", "" + edge);
    }

    @Override
    public int from(int edge) {
        return edges.get(edge).from;
    }

    @Override
    public int to(int edge) {
        return edges.get(edge).to;
    }

    @Override
    public String relation(int edge) {
        return edges.get(edge).relation;
    }

    @Override
    public Properties edgeProperties(int edge) {
        return edges.get(edge).properties;
    }
}
