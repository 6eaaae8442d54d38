package alchemist.exchange.graphml;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.Naming;
import alchemist.exchange.graphfile.TypedText;
import alchemist.exchange.graphfile.XmlIn;
import alchemist.kernel.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * Pulls a graph out of GraphML. Nodes are known by their id; from the second graph of a file on, by
 * their graph and their id, since graphs may use the same ones.
 */
final class GraphMlParser {
    private static final String PORTS = "ports";

    /** An element that is open. */
    private static final class Scope {
        final String element;
        final @Nullable Thing thing;
        final @Nullable RawEdge edge;
        final String prefix;
        final boolean directed;
        final SortedMap<String, Value> graphData = new TreeMap<>();
        final List<Thing> members = new ArrayList<>();

        Scope(
                String element,
                @Nullable Thing thing,
                @Nullable RawEdge edge,
                String prefix,
                boolean directed) {
            this.element = element;
            this.thing = thing;
            this.edge = edge;
            this.prefix = prefix;
            this.directed = directed;
        }
    }

    /** An edge, whose ends may be told of later. */
    private static final class RawEdge {
        final String id;
        final String source;
        final String target;
        final String prefix;
        final String place;
        final SortedMap<String, Value> properties = new TreeMap<>();
        String type = "";

        RawEdge(String id, String source, String target, String prefix, String place) {
            this.id = id;
            this.source = source;
            this.target = target;
            this.prefix = prefix;
            this.place = place;
        }
    }

    private final XmlIn xml;
    private final FileGraph graph;
    private final Map<String, GraphMlKey> keys = new LinkedHashMap<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Map<String, Scope> graphs = new LinkedHashMap<>();
    private final Map<Thing, String> ownIds = new HashMap<>();
    private final Set<Thing> declared = new HashSet<>();
    private final List<RawEdge> edges = new ArrayList<>();
    private boolean ours;
    private boolean drawn;
    private boolean rooted;

    GraphMlParser(XmlIn xml, FileGraph graph) {
        this.xml = xml;
        this.graph = graph;
    }

    void parse() throws ReadingFailed {
        for (int event = xml.next(); event != 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT && !scopes.isEmpty()) {
                scopes.pop();
            }
        }
        if (graphs.isEmpty() && !rooted) {
            throw xml.error("it has no <graphml>");
        }
        severalGraphs();
        defaults();
        join();
        if (!ours) {
            for (Thing thing : graph.things()) {
                Naming.apply(thing, ownIds.getOrDefault(thing, thing.key()));
            }
            graph.links().forEach(Naming::apply);
        }
        if (drawn) {
            graph.warn("", "how yEd draws it is left out, but for labels, places, shapes, colours");
        }
    }

    private void start() throws ReadingFailed {
        if (!rooted) {
            if (!xml.name().equals("graphml")) {
                throw xml.error("it begins with <" + xml.name() + ">, not with <graphml>");
            }
            rooted = true;
            ours = xml.own("version").equals("1");
            scopes.push(new Scope("graphml", null, null, "", true));
            return;
        }
        Scope scope = Objects.requireNonNull(scopes.peek());
        switch (xml.name()) {
            case "key" -> {
                String id = xml.attribute("id");
                keys.put(id, GraphMlKey.read(xml, graph));
            }
            case "graph" -> startGraph(scope);
            case "node" -> startNode(scope);
            case "edge" -> startEdge(scope);
            case "data" -> data(scope);
            case "port" -> port(scope);
            case "desc" -> put(scope, "desc", Value.text(xml.textInside().strip()));
            default -> {
                graph.warn(xml.here(), "<" + xml.name() + "> is not read and left out");
                xml.skip();
            }
        }
    }

    private void startGraph(Scope scope) throws ReadingFailed {
        boolean directed = !xml.attribute("edgedefault").equals("undirected");
        Thing within = scope.thing;
        if (within != null) {
            within.becomeGroup();
            scopes.push(new Scope("graph", within, null, scope.prefix, directed));
            return;
        }
        if (!scope.element.equals("graphml")) {
            throw xml.error("a <graph> stands in a <" + scope.element + ">");
        }
        String id = xml.attribute("id");
        String name = id.isEmpty() || graphs.containsKey(id) ? "graph " + (graphs.size() + 1) : id;
        String prefix = graphs.isEmpty() ? "" : name + "\0";
        Scope opened = new Scope("graph", null, null, prefix, directed);
        graphs.put(name, opened);
        scopes.push(opened);
    }

    private void startNode(Scope scope) throws ReadingFailed {
        if (!scope.element.equals("graph")) {
            throw xml.error("a <node> stands in a <" + scope.element + ">, not in a <graph>");
        }
        String id = xml.need("id");
        Thing thing = graph.thing(scope.prefix + id);
        ownIds.put(thing, id);
        if (!declared.add(thing)) {
            graph.warn(xml.here(), "the node '" + id + "' stands twice and is read as one");
        } else if (scope.thing != null) {
            thing.putInto(scope.thing);
        } else {
            scope.members.add(thing);
        }
        if (!xml.attribute("yfiles.foldertype").isEmpty()) {
            thing.becomeGroup();
        }
        String labels = xml.attribute("labels");
        if (!labels.isEmpty()) {
            thing.properties().putIfAbsent("labels", Value.text(labels));
        }
        scopes.push(new Scope("node", thing, null, scope.prefix, true));
    }

    private void startEdge(Scope scope) throws ReadingFailed {
        if (!scope.element.equals("graph")) {
            throw xml.error("an <edge> stands in a <" + scope.element + ">, not in a <graph>");
        }
        RawEdge edge =
                new RawEdge(
                        xml.attribute("id"),
                        xml.need("source"),
                        xml.need("target"),
                        scope.prefix,
                        xml.here());
        String directed = xml.attribute(GraphMlExport.DIRECTED);
        if (directed.isEmpty() ? !scope.directed : directed.equals("false")) {
            edge.properties.put(GraphMlExport.DIRECTED, Value.flag(false));
        }
        for (String port : List.of("sourceport", "targetport", "label")) {
            String value = xml.find(port);
            if (value != null) {
                edge.properties.put(port, Value.text(value));
            }
        }
        edges.add(edge);
        scopes.push(new Scope("edge", null, edge, scope.prefix, true));
    }

    /** A port's name; ports within ports are listed alike. */
    private void port(Scope scope) throws ReadingFailed {
        Thing thing = scope.thing;
        if (thing == null || scope.element.equals("graph")) {
            throw xml.error("a <port> stands in a <" + scope.element + ">, not in a <node>");
        }
        List<Value> ports = new ArrayList<>();
        if (thing.properties().get(PORTS) instanceof Value.ListOf(List<Value> known)) {
            ports.addAll(known);
        }
        ports.add(Value.text(xml.need("name")));
        thing.properties().put(PORTS, new Value.ListOf(ports));
        scopes.push(new Scope("port", thing, null, scope.prefix, true));
    }

    private void data(Scope scope) throws ReadingFailed {
        String id = xml.need("key");
        GraphMlKey key = keys.get(id);
        if (key == null) {
            graph.warn(xml.here(), "the key '" + id + "' is declared nowhere: read as text");
            key = new GraphMlKey("all", id, TypedText.STRING, null, "");
        }
        RawEdge edge = scope.edge;
        Thing thing = scope.thing;
        if (key.drawing().equals("nodegraphics") && thing != null) {
            drawn = true;
            labels(thing, YedGraphics.read(xml, thing.properties()));
        } else if (key.drawing().equals("edgegraphics") && edge != null) {
            drawn = true;
            labels(edge, YedGraphics.read(xml, edge.properties));
        } else if (!key.drawing().isEmpty() || scope.element.equals("port")) {
            drawn |= !key.drawing().isEmpty();
            if (key.drawing().isEmpty()) {
                graph.warn(xml.here(), "'" + key.name() + "' of a port is left out");
            }
            xml.skip();
        } else {
            String text = xml.textInside();
            if (!named(scope, id, text) && !(text.isEmpty() && isOfYed())) {
                put(scope, key.name(), key.value(text, xml, graph));
            }
        }
    }

    /** Takes what an export of this program has keys of its own for. */
    private boolean named(Scope scope, String id, String text) {
        if (!ours) {
            return false;
        }
        if (scope.edge != null && id.equals(Keys.TYPE)) {
            scope.edge.type = text;
        } else if (scope.thing != null && id.equals(Keys.NAME)) {
            scope.thing.call(text);
        } else if (scope.thing != null && id.equals(Keys.TYPES)) {
            scope.thing.types().addAll(Escapes.types(text));
        } else {
            return false;
        }
        return true;
    }

    private void put(Scope scope, String name, Value value) {
        if (scope.edge != null) {
            scope.edge.properties.put(name, value);
        } else if (scope.element.equals("node") && scope.thing != null) {
            scope.thing.properties().put(name, value);
        } else if (scope.element.equals("graph") && scope.thing != null) {
            if (scope.thing.properties().putIfAbsent(name, value) != null) {
                graph.warn(xml.here(), "'" + name + "' of the inner graph gives way to its node's");
            }
        } else if (scope.element.equals("graph")) {
            scope.graphData.put(name, value);
        } else {
            graph.warn(xml.here(), "'" + name + "' of a <" + scope.element + "> is left out");
        }
    }

    private static void labels(Thing thing, List<String> labels) {
        if (!labels.isEmpty()) {
            thing.call(labels.getFirst());
            if (labels.size() > 1) {
                thing.properties()
                        .putIfAbsent(
                                "further labels", Value.texts(labels.subList(1, labels.size())));
            }
        }
    }

    private static void labels(RawEdge edge, List<String> labels) {
        if (labels.size() == 1 && Naming.isTerm(labels.getFirst())) {
            edge.type = labels.getFirst();
        } else if (!labels.isEmpty()) {
            edge.properties.putIfAbsent("label", Value.text(String.join("\n", labels)));
        }
    }

    private boolean isOfYed() {
        return keys.values().stream().anyMatch(key -> !key.drawing().isEmpty());
    }

    /** Several graphs of a file are groups; what the only one says of itself has no place. */
    private void severalGraphs() throws ReadingFailed {
        for (var entry : graphs.entrySet()) {
            Scope one = entry.getValue();
            if (graphs.size() > 1) {
                Thing group = graph.thing("\0graph\0" + entry.getKey());
                group.becomeGroup();
                group.call(entry.getKey());
                group.properties().putAll(one.graphData);
                one.members.forEach(member -> member.putInto(group));
            } else if (!one.graphData.isEmpty()) {
                graph.warn(
                        "",
                        "what the graph says of itself is left out: "
                                + String.join(", ", one.graphData.keySet()));
            }
        }
    }

    private void defaults() {
        for (GraphMlKey key : keys.values()) {
            Value value = key.byDefault();
            if (value == null || !key.drawing().isEmpty()) {
                continue;
            }
            if (key.isFor("node")) {
                declared.forEach(thing -> thing.properties().putIfAbsent(key.name(), value));
            }
            if (key.isFor("edge")) {
                edges.forEach(edge -> edge.properties.putIfAbsent(key.name(), value));
            }
        }
    }

    private void join() throws ReadingFailed {
        for (RawEdge edge : edges) {
            Thing from = end(edge, edge.source);
            Thing to = end(edge, edge.target);
            if (from == null || to == null) {
                graph.warn(
                        edge.place,
                        "an edge joins the node '"
                                + (from == null ? edge.source : edge.target)
                                + "', which is not there: left out");
                continue;
            }
            Link link = graph.join(edge.id, from, to);
            link.type(edge.type);
            link.properties().putAll(edge.properties);
        }
    }

    private @Nullable Thing end(RawEdge edge, String id) {
        Thing own = graph.find(edge.prefix + id);
        return own != null ? own : graph.find(id);
    }
}
