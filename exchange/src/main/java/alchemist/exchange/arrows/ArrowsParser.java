package alchemist.exchange.arrows;

import alchemist.exchange.PlainJson;
import alchemist.exchange.arrows.ArrowsDiagram.Gang;
import alchemist.exchange.arrows.ArrowsDiagram.Node;
import alchemist.exchange.arrows.ArrowsDiagram.Relationship;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonReader.Kind;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pulls a diagram out of JSON. */
final class ArrowsParser {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final List<Gang> gangs = new ArrayList<>();
    private final TreeSet<String> unknown = new TreeSet<>();
    private boolean anyNodes;

    ArrowsDiagram parse(JsonReader json) {
        graph(json);
        json.end();
        if (!anyNodes) {
            throw json.error("the list 'nodes' is missing");
        }
        return new ArrowsDiagram(nodes, relationships, gangs, unknown);
    }

    private void graph(JsonReader json) {
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "nodes" -> nodes(json);
                case "relationships" -> relationships(json);
                case "gangs" -> gangs(json);
                case "graph" -> graph(json);
                case "style" -> json.skip(); // of the drawing, not of what is drawn
                default -> {
                    unknown.add(name);
                    json.skip();
                }
            }
        }
    }

    private void nodes(JsonReader json) {
        anyNodes = true;
        Map<String, Integer> known = new HashMap<>();
        json.array();
        for (int i = 0; json.hasNext(); i++) {
            String where = "nodes[" + i + "]";
            Node node = node(i, where, json);
            Integer twin = known.put(node.id(), i);
            if (twin != null) {
                throw json.error(
                        where + " has the id '" + node.id() + "', which nodes[" + twin + "] has");
            }
            nodes.add(node);
        }
    }

    private Node node(int index, String where, JsonReader json) {
        String id = "";
        String caption = "";
        List<String> labels = List.of();
        Value.Point position = null;
        SortedMap<String, Value> properties = new TreeMap<>();
        SortedMap<String, Value> style = new TreeMap<>();
        object(where, json);
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            String at = where + "." + name;
            switch (name) {
                case "id" -> id = id(at, json);
                case "caption" -> caption = text(at, json);
                case "labels" -> labels = texts(at, json);
                case "position" -> position = position(at, json);
                case "properties" -> properties = values(at, json);
                case "style" -> style = values(at, json);
                default -> unknown("nodes[]." + name, json);
            }
        }
        need(id, where, "id", json);
        return new Node(index, id, caption, labels, position, properties, style);
    }

    private void relationships(JsonReader json) {
        Map<String, Integer> known = new HashMap<>();
        json.array();
        for (int i = 0; json.hasNext(); i++) {
            String where = "relationships[" + i + "]";
            Relationship one = relationship(i, where, json);
            Integer twin = known.put(one.id(), i);
            if (twin != null) {
                throw json.error(
                        where
                                + " has the id '"
                                + one.id()
                                + "', which relationships["
                                + twin
                                + "] has");
            }
            relationships.add(one);
        }
    }

    private Relationship relationship(int index, String where, JsonReader json) {
        String id = "";
        String from = "";
        String to = "";
        String type = "";
        SortedMap<String, Value> properties = new TreeMap<>();
        SortedMap<String, Value> style = new TreeMap<>();
        object(where, json);
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            String at = where + "." + name;
            switch (name) {
                case "id" -> id = id(at, json);
                case "fromId" -> from = id(at, json);
                case "toId" -> to = id(at, json);
                case "type" -> type = text(at, json);
                case "properties" -> properties = values(at, json);
                case "style" -> style = values(at, json);
                default -> unknown("relationships[]." + name, json);
            }
        }
        need(id, where, "id", json);
        need(from, where, "fromId", json);
        need(to, where, "toId", json);
        return new Relationship(index, id, from, to, type, properties, style);
    }

    private void gangs(JsonReader json) {
        json.array();
        for (int i = 0; json.hasNext(); i++) {
            String where = "gangs[" + i + "]";
            String id = "";
            String caption = "";
            List<String> members = List.of();
            object(where, json);
            for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
                String at = where + "." + name;
                switch (name) {
                    case "id" -> id = id(at, json);
                    case "caption" -> caption = text(at, json);
                    case "members" -> members = members(at, json);
                    default -> json.skip(); // where it was drawn
                }
            }
            need(id, where, "id", json);
            gangs.add(new Gang(i, id, caption, members));
        }
    }

    private static List<String> members(String where, JsonReader json) {
        List<String> members = new ArrayList<>();
        expect(Kind.ARRAY, where, json);
        json.array();
        for (int i = 0; json.hasNext(); i++) {
            String at = where + "[" + i + "]";
            String node = "";
            object(at, json);
            for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
                if (name.equals("nodeId")) {
                    node = id(at + ".nodeId", json);
                } else {
                    json.skip();
                }
            }
            need(node, at, "nodeId", json);
            members.add(node);
        }
        return members;
    }

    private void unknown(String path, JsonReader json) {
        unknown.add(path);
        json.skip();
    }

    private static void object(String where, JsonReader json) {
        expect(Kind.OBJECT, where, json);
        json.object();
    }

    private static String id(String where, JsonReader json) {
        if (json.peek() == Kind.NUMBER) {
            return json.number();
        }
        expect(Kind.TEXT, where, json);
        return json.text();
    }

    private static String text(String where, JsonReader json) {
        if (json.peek() == Kind.NULL) {
            json.nothing();
            return "";
        }
        expect(Kind.TEXT, where, json);
        return json.text();
    }

    private static List<String> texts(String where, JsonReader json) {
        List<String> texts = new ArrayList<>();
        if (json.peek() == Kind.NULL) {
            json.nothing();
            return texts;
        }
        expect(Kind.ARRAY, where, json);
        json.array();
        for (int i = 0; json.hasNext(); i++) {
            texts.add(text(where + "[" + i + "]", json));
        }
        return texts;
    }

    private static Value.@Nullable Point position(String where, JsonReader json) {
        if (json.peek() == Kind.NULL) {
            json.nothing();
            return null;
        }
        double x = Double.NaN;
        double y = Double.NaN;
        object(where, json);
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "x" -> x = real(where + ".x", json);
                case "y" -> y = real(where + ".y", json);
                default -> json.skip();
            }
        }
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw json.error(where + " needs two finite numbers, x and y");
        }
        return new Value.Point(7203, x, y, 0);
    }

    private static double real(String where, JsonReader json) {
        expect(Kind.NUMBER, where, json);
        return json.real();
    }

    private static SortedMap<String, Value> values(String where, JsonReader json) {
        SortedMap<String, Value> values = new TreeMap<>();
        if (json.peek() == Kind.NULL) {
            json.nothing();
            return values;
        }
        object(where, json);
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            values.put(name, PlainJson.read(json));
        }
        return values;
    }

    private static void need(String value, String where, String field, JsonReader json) {
        if (value.isEmpty()) {
            throw json.error(where + " lacks the field '" + field + "'");
        }
    }

    private static void expect(Kind kind, String where, JsonReader json) {
        Kind found = json.peek();
        if (found != kind) {
            throw json.error(where + " must be " + kind + ", not " + found);
        }
    }
}
