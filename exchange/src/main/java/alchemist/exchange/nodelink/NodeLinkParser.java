package alchemist.exchange.nodelink;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.FileText;
import alchemist.exchange.graphfile.Naming;
import alchemist.exchange.graphfile.TypedText;
import alchemist.exchange.nodelink.NodeLinkFile.Element;
import alchemist.kernel.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a graph of lists of nodes and edges, whoever wrote them. */
final class NodeLinkParser {
    /** What Cytoscape.js keeps beside an element's data: how it is drawn and handled. */
    private static final Set<String> DRAWN =
            Set.of(
                    "group",
                    "selected",
                    "selectable",
                    "locked",
                    "grabbable",
                    "grabbed",
                    "pannable",
                    "removed",
                    "scratch",
                    "style",
                    "css",
                    "renderedPosition");

    private static final int MAX_PLACES = 100;

    private final NodeLinkFile file;
    private final byte[] bytes;
    private final FileGraph graph;
    private final Map<Thing, String> parents = new LinkedHashMap<>();
    private final Set<String> leftOut = new TreeSet<>();
    private final List<Thing> inOrder = new ArrayList<>();
    private boolean undirected;
    private int places;

    NodeLinkParser(NodeLinkFile file, byte[] bytes, FileGraph graph) {
        this.file = file;
        this.bytes = bytes;
        this.graph = graph;
    }

    void parse() throws ReadingFailed {
        beside();
        Set<Thing> met = new HashSet<>();
        for (Element element : file.nodes) {
            String id = nodeId(element);
            Thing thing = graph.thing(id);
            inOrder.add(thing);
            if (!met.add(thing)) {
                graph.warn(place(element), "the node '" + id + "' stands twice and is read as one");
            }
            node(element, thing);
        }
        for (var entry : parents.entrySet()) {
            Thing parent = graph.find(entry.getValue());
            if (parent == null) {
                graph.warn(
                        "'" + entry.getKey().key() + "'",
                        "should be in '" + entry.getValue() + "', which is not there");
            } else {
                entry.getKey().putInto(parent);
            }
        }
        for (Element element : file.edges) {
            edge(element);
        }
        if (!leftOut.isEmpty()) {
            graph.warn("", "left out: " + String.join(", ", leftOut));
        }
    }

    private void beside() {
        file.beside.forEach(
                (path, value) -> {
                    String name = path.substring(path.lastIndexOf('.') + 1);
                    switch (name) {
                        case "directed" -> undirected |= value.equals(Value.flag(false));
                        case "multigraph", NodeLinkFile.MARK -> {
                            // what is read is both, and says so itself
                        }
                        case "options" ->
                                undirected |=
                                        value instanceof Value.MapOf(var options)
                                                && Value.text("undirected")
                                                        .equals(options.find("type"));
                        default -> leftOut.add(path);
                    }
                });
    }

    static boolean hasEnds(Element element) {
        return end(element, "source", "from") != null && end(element, "target", "to") != null;
    }

    private static @Nullable Value end(Element element, String one, String other) {
        Value end = element.field(one);
        if (end == null) {
            end = element.fields("data").get(one);
        }
        return end == null ? element.field(other) : end;
    }

    private String nodeId(Element element) throws ReadingFailed {
        if (!element.key().isEmpty()) {
            return element.key();
        }
        for (String name : List.of("id", "key")) {
            String id = id(element.field(name));
            if (id == null) {
                id = id(element.fields("data").get(name));
            }
            if (id != null) {
                return id;
            }
        }
        String name = id(element.field("name"));
        boolean byIndex = !file.edges.isEmpty() && isIndex(file.edges.getFirst());
        if (name != null && !byIndex) {
            return name;
        }
        if (byIndex || file.edges.isEmpty()) {
            return "#" + inOrder.size();
        }
        throw error(element, "lacks the field 'id'");
    }

    private static boolean isIndex(Element edge) {
        return end(edge, "source", "from") instanceof Value.Int;
    }

    private static @Nullable String id(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Null _ -> null;
            default -> TypedText.of(value);
        };
    }

    private void node(Element element, Thing thing) {
        Map<String, Value> fields = element.fields();
        SortedMap<String, Value> into = thing.properties();
        if (file.ours) {
            ownNode(fields, thing);
            return;
        }
        Map<String, Value> data = element.fields("data");
        if (!data.isEmpty()) {
            add(data, into, Set.of("id", "parent"));
            String parent = id(data.get("parent"));
            if (parent != null) {
                parents.put(thing, parent);
            }
            position(element, into);
            for (String name : fields.keySet()) {
                if (DRAWN.contains(name)) {
                    leftOut.add("elements." + name);
                }
            }
            add(fields, into, union(DRAWN, "data", "position"));
        } else if (fields.get("attributes") instanceof Value.MapOf && fields.containsKey("key")) {
            add(element.fields("attributes"), into, Set.of());
            add(fields, into, Set.of("key", "attributes"));
        } else if (isPropertyGraph(element)) {
            types(fields.get("labels"), thing);
            unpacked(element.fields("properties"), into);
            add(fields, into, Set.of("id", "labels", "properties"));
        } else {
            add(element.fields("metadata"), into, Set.of());
            add(fields, into, Set.of("id", "metadata"));
        }
        Naming.apply(thing, thing.key());
    }

    private static boolean isPropertyGraph(Element element) {
        return element.field("labels") instanceof Value.ListOf
                && element.field("properties") instanceof Value.MapOf;
    }

    private static void types(@Nullable Value labels, Thing thing) {
        if (labels instanceof Value.ListOf(List<Value> values)) {
            values.forEach(label -> thing.types().add(TypedText.of(label)));
        }
    }

    /** Every property of PG-JSON is a list; of one value it is that value. */
    private static void unpacked(Map<String, Value> properties, SortedMap<String, Value> into) {
        properties.forEach(
                (key, value) ->
                        into.put(
                                key,
                                value instanceof Value.ListOf(List<Value> values)
                                                && values.size() == 1
                                        ? values.getFirst()
                                        : value));
    }

    private static void position(Element element, SortedMap<String, Value> into) {
        Map<String, Value> position = element.fields("position");
        Double x = real(position.get("x"));
        Double y = real(position.get("y"));
        if (x != null && y != null) {
            into.putIfAbsent("position", new Value.Point(7203, x, y, 0));
        }
    }

    private static @Nullable Double real(@Nullable Value value) {
        return switch (value) {
            case Value.Int(long number) -> (double) number;
            case Value.Real(double number) -> number;
            case null, default -> null;
        };
    }

    private void ownNode(Map<String, Value> fields, Thing thing) {
        fields.forEach(
                (name, value) -> {
                    switch (name) {
                        case "id" -> {
                            // known by it
                        }
                        case "name" -> thing.call(TypedText.name(value));
                        case "types" -> types(value, thing);
                        case "parent" -> parents.put(thing, TypedText.of(value));
                        case "isGroup" -> thing.becomeGroup();
                        default -> thing.properties().put(Escapes.plainKey(name), value);
                    }
                });
    }

    private void edge(Element element) throws ReadingFailed {
        String source = id(end(element, "source", "from"));
        String target = id(end(element, "target", "to"));
        if (source == null || target == null) {
            throw error(element, "lacks the field '" + (source == null ? "source'" : "target'"));
        }
        Thing from = node(source, element, "source");
        Thing to = node(target, element, "target");
        if (from == null || to == null) {
            graph.warn(
                    place(element),
                    "joins the node '"
                            + (from == null ? source : target)
                            + "', which is not there: left out");
            return;
        }
        Map<String, Value> fields = element.fields();
        Map<String, Value> data = element.fields("data");
        String own = id(data.get("id"));
        for (String name : List.of("id", "key")) {
            own = own == null ? id(fields.get(name)) : own;
        }
        Link link = graph.join(own == null ? "" : own, from, to);
        if (file.ours) {
            ownEdge(fields, link);
        } else {
            edge(element, data, link);
        }
    }

    private void edge(Element element, Map<String, Value> data, Link link) {
        Map<String, Value> fields = element.fields();
        SortedMap<String, Value> into = link.properties();
        boolean plain = undirected;
        if (!data.isEmpty()) {
            add(data, into, Set.of("id", "source", "target"));
            add(fields, into, union(DRAWN, "data", "position"));
        } else {
            boolean packed = fields.get("attributes") instanceof Value.MapOf;
            add(element.fields("metadata"), into, Set.of());
            add(packed ? element.fields("attributes") : Map.of(), into, Set.of());
            if (isPropertyGraph(element)) {
                unpacked(element.fields("properties"), into);
                List<Value> labels =
                        element.field("labels") instanceof Value.ListOf(List<Value> all)
                                ? all
                                : List.of();
                if (!labels.isEmpty()) {
                    link.type(TypedText.of(labels.getFirst()));
                    if (labels.size() > 1) {
                        into.putIfAbsent("labels", new Value.ListOf(labels));
                    }
                }
            }
            Set<String> known = new HashSet<>(Set.of("id", "key", "metadata", "undirected"));
            boolean named = fields.containsKey("source");
            known.addAll(named ? Set.of("source", "target") : Set.of("from", "to"));
            known.addAll(packed ? Set.of("attributes") : Set.of());
            known.addAll(isPropertyGraph(element) ? Set.of("labels", "properties") : Set.of());
            add(fields, into, known);
            plain |= Value.flag(true).equals(fields.get("undirected"));
        }
        if (plain) {
            into.putIfAbsent("directed", Value.flag(false));
        }
        Naming.apply(link);
    }

    private static void ownEdge(Map<String, Value> fields, Link link) {
        fields.forEach(
                (name, value) -> {
                    switch (name) {
                        case "id", "source", "target" -> {
                            // known by them
                        }
                        case "type" -> link.type(TypedText.of(value));
                        default -> link.properties().put(Escapes.plainKey(name), value);
                    }
                });
    }

    private @Nullable Thing node(String id, Element element, String end) {
        Thing thing = graph.find(id);
        if (thing == null
                && end(element, end, end.equals("source") ? "from" : "to")
                        instanceof Value.Int(long index)) {
            return index >= 0 && index < inOrder.size() ? inOrder.get((int) index) : null;
        }
        return thing;
    }

    private static void add(
            Map<String, Value> fields, SortedMap<String, Value> into, Set<String> but) {
        fields.forEach(
                (name, value) -> {
                    if (!but.contains(name) && !value.isNull()) {
                        into.putIfAbsent(name, value);
                    }
                });
    }

    private static Set<String> union(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    /** Where an element is; line and column of the first, since each costs a look at the text. */
    private String place(Element element) {
        if (++places > MAX_PLACES) {
            return element.place();
        }
        return element.place()
                + " ("
                + FileText.place(
                        new String(bytes, 0, element.at(), StandardCharsets.UTF_8), element.at())
                + ")";
    }

    private ReadingFailed error(Element element, String what) {
        return new ReadingFailed(
                graph.where() + " is no graph as JSON: " + place(element) + " " + what);
    }
}
