package alchemist.exchange.nodelink;

import alchemist.exchange.PlainJson;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonReader.Kind;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lists of a file, and what stands beside them. */
final class NodeLinkFile {
    /** In which an export of this program tells that it is one. */
    static final String MARK = "alchemist";

    /**
     * An element of a list.
     *
     * @param key its name, where the list is an object; else empty
     * @param place where it is, such as {@code nodes[3]}
     * @param at the index of its first byte
     */
    record Element(String key, Value value, String place, int at) {
        /** A field, or null. */
        @Nullable Value field(String name) {
            return value instanceof Value.MapOf(Properties fields) ? fields.find(name) : null;
        }

        /** The fields of the object in a field; none where there is no such object. */
        Map<String, Value> fields(String name) {
            return field(name) instanceof Value.MapOf(Properties inside)
                    ? inside.toMap()
                    : Map.of();
        }

        /** All its fields. */
        Map<String, Value> fields() {
            return value instanceof Value.MapOf(Properties fields) ? fields.toMap() : Map.of();
        }
    }

    final List<Element> nodes = new ArrayList<>();
    final List<Element> edges = new ArrayList<>();

    /** What stands beside the lists, by its path. */
    final Map<String, Value> beside = new TreeMap<>();

    boolean ours;
    private boolean anyNodes;
    private boolean anyEdges;

    static NodeLinkFile read(JsonReader json) {
        NodeLinkFile file = new NodeLinkFile();
        if (json.peek() == Kind.ARRAY) {
            file.elements("", json);
        } else {
            file.object("", json);
        }
        json.end();
        return file;
    }

    boolean isGraph() {
        boolean joined =
                edges.isEmpty()
                        || NodeLinkParser.hasEnds(edges.getFirst())
                        || NodeLinkParser.hasEnds(edges.getLast());
        return anyNodes && anyEdges && joined && nodes.stream().allMatch(NodeLinkFile::isNode);
    }

    private static boolean isNode(Element node) {
        return node.value instanceof Value.MapOf || !node.key.isEmpty();
    }

    private void object(String path, JsonReader json) {
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            Kind kind = json.peek();
            boolean list = kind == Kind.ARRAY;
            switch (name) {
                case "nodes" -> {
                    anyNodes |= list || kind == Kind.OBJECT;
                    list(path + name, nodes, json);
                }
                case "edges", "links" -> {
                    anyEdges |= list || kind == Kind.OBJECT;
                    list(path + name, edges, json);
                }
                case "elements" -> {
                    if (list) {
                        elements(path + name, json);
                    } else if (kind == Kind.OBJECT) {
                        anyEdges = true;
                        object(path + name + ".", json);
                    } else {
                        json.skip();
                    }
                }
                case "graph" -> {
                    if (kind == Kind.OBJECT && path.isEmpty()) {
                        object("graph.", json);
                    } else {
                        json.skip();
                    }
                }
                case "graphs" -> {
                    if (list && path.isEmpty()) {
                        graphs(json);
                    } else {
                        json.skip();
                    }
                }
                default -> {
                    beside.put(path + name, PlainJson.read(json));
                    ours |= (path + name).equals("graph." + MARK);
                }
            }
        }
    }

    private void graphs(JsonReader json) {
        json.array();
        for (int i = 0; json.hasNext(); i++) {
            if (i == 0 && json.peek() == Kind.OBJECT) {
                object("graphs[0].", json);
            } else {
                beside.put("graphs[" + i + "]", Value.NULL);
                json.skip();
            }
        }
    }

    private void list(String path, List<Element> into, JsonReader json) {
        if (json.peek() == Kind.OBJECT) {
            json.object();
            for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
                int at = json.position();
                into.add(new Element(name, value(json), path + "." + name, at));
            }
            return;
        }
        if (json.peek() != Kind.ARRAY) {
            throw json.error(path + " must be a list, not " + json.peek());
        }
        json.array();
        for (int i = 0; json.hasNext(); i++) {
            int at = json.position();
            into.add(new Element("", value(json), path + "[" + i + "]", at));
        }
    }

    /** The elements of Cytoscape.js in one list: edges have a source. */
    private void elements(String path, JsonReader json) {
        List<Element> all = new ArrayList<>();
        list(path, all, json);
        for (Element one : all) {
            if (!(one.field("data") instanceof Value.MapOf)) {
                throw json.error(one.place + " has no 'data'");
            }
            (NodeLinkParser.hasEnds(one) ? edges : nodes).add(one);
        }
        anyNodes |= !all.isEmpty();
        anyEdges |= !all.isEmpty();
    }

    private Value value(JsonReader json) {
        return Objects.requireNonNull(ours ? ValueJson.read(json) : PlainJson.read(json));
    }
}
