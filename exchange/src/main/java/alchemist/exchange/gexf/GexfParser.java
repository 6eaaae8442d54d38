package alchemist.exchange.gexf;

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
import javax.xml.stream.XMLStreamConstants;

/** Pulls a graph out of GEXF. */
final class GexfParser {
    private final XmlIn xml;
    private final FileGraph graph;
    private final Map<String, GexfAttribute> attributes = new LinkedHashMap<>();
    private final Map<String, Value> defaults = new LinkedHashMap<>();
    private final Map<Thing, String> parents = new LinkedHashMap<>();
    private final Set<Thing> declared = new HashSet<>();
    private final List<GexfItem> edges = new ArrayList<>();
    private final Deque<GexfItem> open = new ArrayDeque<>();
    private final Map<Integer, GexfItem> begun = new HashMap<>();
    private String classOf = "";
    private boolean directed = true;
    private boolean ours;
    private boolean rooted;
    private boolean untimed;

    GexfParser(XmlIn xml, FileGraph graph) {
        this.xml = xml;
        this.graph = graph;
    }

    void parse() throws ReadingFailed {
        for (int event = xml.next(); event != 0; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                GexfItem ended = begun.remove(xml.depth() + 1);
                if (ended != null) {
                    open.pop();
                    end(ended);
                }
            }
        }
        parents();
        join();
        if (untimed) {
            graph.warn(
                    "",
                    "its times are numbers, not dates: they stand as properties, and everything is"
                            + " there at once");
        }
    }

    private void start() throws ReadingFailed {
        String name = xml.name();
        if (!rooted) {
            if (!name.equals("gexf")) {
                throw xml.error("it begins with <" + name + ">, not with <gexf>");
            }
            rooted = true;
            ours = xml.own("export").equals("1");
            return;
        }
        switch (name) {
            case "graph" -> directed = !xml.attribute("defaultedgetype").equals("undirected");
            case "attributes" -> classOf = xml.attribute("class");
            case "attribute" -> attribute();
            case "node", "edge" -> item(name);
            case "attvalue" -> value();
            case "spell" -> spell();
            case "color" -> color();
            case "position" -> position();
            case "size", "thickness" -> style(name, TypedText.DOUBLE);
            case "shape" -> style(name, TypedText.STRING);
            case "parent" -> {
                GexfItem item = open.peek();
                if (item != null && item.thing != null) {
                    parents.putIfAbsent(item.thing, xml.attribute("for"));
                }
            }
            case "nodes", "edges", "attvalues", "spells", "parents", "slices" -> {
                // hold what follows
            }
            case "meta" -> xml.skip();
            default -> {
                graph.warn(xml.here(), "<" + name + "> is not read and left out");
                xml.skip();
            }
        }
    }

    private void attribute() throws ReadingFailed {
        String id = xml.need("id");
        String title = xml.attribute("title");
        GexfAttribute attribute =
                GexfAttribute.of(
                        title.isEmpty() ? id : title, xml.attribute("type"), xml.own("kind"));
        attributes.put(classOf + "\0" + id, attribute);
        int inside = xml.depth();
        while (xml.depth() >= inside) {
            int event = xml.next();
            if (event == 0) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("default")) {
                    String text = xml.textInside();
                    defaults.put(classOf + "\0" + id, read(attribute, text));
                } else {
                    xml.skip(); // options
                }
            }
        }
    }

    private Value read(GexfAttribute attribute, String text) {
        Value value = attribute.value(text);
        if (value == null) {
            graph.warn(
                    xml.here(),
                    "'" + attribute.title() + "' is no " + attribute.kind() + ": read as text");
            return Value.text(text);
        }
        return value;
    }

    private void item(String element) throws ReadingFailed {
        boolean node = element.equals("node");
        GexfItem outer = open.peek();
        if (outer != null && !(node && outer.element.equals("node"))) {
            throw xml.error("a <" + element + "> stands in a <" + outer.element + ">");
        }
        GexfItem item =
                new GexfItem(element, node ? xml.need("id") : xml.attribute("id"), xml.here());
        item.label = xml.attribute("label");
        if (node) {
            Thing thing = graph.thing(item.id);
            item.thing = thing;
            if (!declared.add(thing)) {
                graph.warn(xml.here(), "the node '" + item.id + "' stands twice, read as one");
            }
            if (outer != null) {
                thing.putInto(outer.thing);
            } else if (!xml.attribute("pid").isEmpty()) {
                parents.put(thing, xml.attribute("pid"));
            }
            if (ours && xml.own("group").equals("true")) {
                thing.becomeGroup();
            }
        } else {
            item.source = xml.need("source");
            item.target = xml.need("target");
            item.describeEdge(xml, directed);
        }
        span(item);
        open.push(item);
        begun.put(xml.depth(), item);
    }

    private void span(GexfItem item) {
        untimed |= !item.addSpan(GexfTimes.start(xml), GexfTimes.end(xml));
    }

    private GexfItem item() throws ReadingFailed {
        GexfItem item = open.peek();
        if (item == null) {
            throw xml.error("<" + xml.name() + "> stands outside of every node and edge");
        }
        return item;
    }

    private void value() throws ReadingFailed {
        GexfItem item = item();
        String id = xml.find("for") != null ? xml.attribute("for") : xml.attribute("id");
        String text = xml.attribute("value");
        String known = item.element + "\0" + id;
        GexfAttribute attribute = attributes.get(known);
        if (attribute == null) {
            graph.warn(xml.here(), "the attribute '" + id + "' is declared nowhere: read as text");
            attribute = new GexfAttribute(id, TypedText.STRING, false);
        }
        item.told.add(known);
        if (ours && id.equals(GexfExport.TYPES)) {
            item.types = text;
            return;
        }
        item.addValue(
                attribute.title(), read(attribute, text), GexfTimes.start(xml), GexfTimes.end(xml));
    }

    private void spell() throws ReadingFailed {
        span(item());
    }

    private void color() throws ReadingFailed {
        String hex = xml.attribute("hex");
        item().properties.put("style.color", Value.text(hex.isEmpty() ? rgb() : hex));
    }

    private String rgb() {
        StringBuilder hex = new StringBuilder("#");
        for (String part : List.of("r", "g", "b")) {
            Value value = TypedText.value(TypedText.LONG, xml.attribute(part));
            long number = value instanceof Value.Int(long told) ? Math.clamp(told, 0, 255) : 0;
            hex.append(Character.forDigit((int) number >> 4, 16));
            hex.append(Character.forDigit((int) number & 15, 16));
        }
        return hex.toString();
    }

    private void position() throws ReadingFailed {
        Value x = TypedText.value(TypedText.DOUBLE, xml.attribute("x"));
        Value y = TypedText.value(TypedText.DOUBLE, xml.attribute("y"));
        if (x instanceof Value.Real(double across)
                && y instanceof Value.Real(double down)
                && Double.isFinite(across)
                && Double.isFinite(down)) {
            item().properties.put("position", new Value.Point(7203, across, down, 0));
        }
    }

    private void style(String name, String kind) throws ReadingFailed {
        String text = xml.attribute("value");
        Value value = TypedText.value(kind, text);
        item().properties.put("style." + name, value == null ? Value.text(text) : value);
    }

    private void end(GexfItem item) {
        item.settleTimes();
        defaults.forEach(
                (known, value) -> {
                    GexfAttribute attribute = Objects.requireNonNull(attributes.get(known));
                    if (known.startsWith(item.element + "\0") && !item.told.contains(known)) {
                        item.properties.putIfAbsent(attribute.title(), value);
                    }
                });
        Thing thing = item.thing;
        if (thing == null) {
            edges.add(item);
            return;
        }
        thing.properties().putAll(item.properties);
        thing.spans().addAll(item.spans);
        thing.types().addAll(Escapes.types(item.types));
        if (ours) {
            thing.call(item.label);
        } else {
            name(thing, item);
        }
    }

    /** A label that is but a number gives way to a name, and stays as a property. */
    private static void name(Thing thing, GexfItem item) {
        boolean number = item.label.matches("[0-9]*") || item.label.equals(item.id);
        if (!number || !(thing.properties().get("name") instanceof Value.Text)) {
            thing.call(item.label);
        } else if (!item.label.isEmpty()) {
            thing.properties().putIfAbsent("label", Value.text(item.label));
            thing.call(TypedText.of(thing.properties().getOrDefault("name", Value.NULL)));
        }
        Naming.apply(thing, item.id);
    }

    private void parents() throws ReadingFailed {
        for (var entry : parents.entrySet()) {
            Thing parent = graph.find(entry.getValue());
            if (parent == null || !declared.contains(parent)) {
                graph.warn(
                        "",
                        "the node '"
                                + entry.getKey().key()
                                + "' should be in '"
                                + entry.getValue()
                                + "', which is not there");
            } else if (entry.getKey().group() == null) {
                entry.getKey().putInto(parent);
            }
        }
    }

    private void join() throws ReadingFailed {
        for (GexfItem edge : edges) {
            Thing from = graph.find(edge.source);
            Thing to = graph.find(edge.target);
            if (from == null || to == null) {
                graph.warn(
                        edge.place,
                        "an edge joins the node '"
                                + (from == null ? edge.source : edge.target)
                                + "', which is not there: left out");
                continue;
            }
            Link link = graph.join(edge.id, from, to);
            link.properties().putAll(edge.properties);
            link.spans().addAll(edge.spans);
            if (ours || Naming.isTerm(edge.label)) {
                link.type(edge.label);
            } else if (!edge.label.isEmpty()) {
                link.properties().put("label", Value.text(edge.label));
            }
            if (!ours) {
                if (edge.label.isEmpty()
                        && link.properties().get("kind") instanceof Value.Text(String kind)
                        && Naming.isTerm(kind)) {
                    link.type(kind);
                }
                Naming.apply(link);
            }
        }
    }
}
