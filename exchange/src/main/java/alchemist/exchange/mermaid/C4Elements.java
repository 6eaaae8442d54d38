package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The elements of C4 diagrams, each by the call that draws it. */
public final class C4Elements {
    private static final List<String> ELEMENT =
            List.of("alias", "label", "descr", "sprite", "tags", "link");
    private static final List<String> BUILT =
            List.of("alias", "label", "techn", "descr", "sprite", "tags", "link");
    private static final List<String> BOUNDARY =
            List.of("alias", "label", "type", "descr", "sprite", "tags", "link");
    private static final List<String> RELATION =
            List.of("from", "to", "label", "techn", "descr", "sprite", "tags", "link");

    /** A relation, whose ends may still be spoken of. */
    private record Pending(
            String from, String to, String label, SortedMap<String, Value> properties, int line) {}

    private final Draft draft;
    private final boolean dynamic;
    private final List<Pending> relations = new ArrayList<>();

    /**
     * Elements of a diagram.
     *
     * @param dynamic whether its relations have an order
     */
    public C4Elements(Draft draft, boolean dynamic) {
        this.draft = draft;
        this.dynamic = dynamic;
    }

    /** Whether a call draws something. */
    public static boolean isDrawn(String name) {
        return isRelation(name) || isAround(name) || !type(name).isEmpty();
    }

    /**
     * Takes a call.
     *
     * @param given the arguments in their places
     * @param named those with a name
     * @param within the boundary that it stands in, or empty
     * @return the boundary that it begins, or empty
     */
    public String take(
            String name, List<String> given, Map<String, String> named, String within, int line) {
        if (isRelation(name)) {
            relation(name, given, named, line);
        } else if (isAround(name)) {
            return boundary(name, given, named, within, line);
        } else if (!name.startsWith("Update")) {
            element(name, given, named, within, line);
        }
        return "";
    }

    /** States the relations, whose ends are all known now. */
    public void finish() {
        relations.forEach(this::relate);
    }

    private static boolean isAround(String name) {
        return name.endsWith("Boundary") || isDeploymentNode(name);
    }

    /** The arguments by their names, those in their places by what the places are for. */
    private static Map<String, String> byName(
            List<String> places, List<String> given, Map<String, String> named) {
        Map<String, String> all = new HashMap<>(named);
        for (int i = 0; i < given.size() && i < places.size(); i++) {
            all.putIfAbsent(places.get(i), given.get(i));
        }
        return all;
    }

    private static boolean isRelation(String name) {
        return name.equals("Rel")
                || name.startsWith("Rel_")
                || name.startsWith("RelIndex")
                || name.startsWith("BiRel");
    }

    private static boolean isDeploymentNode(String name) {
        return switch (name) {
            case "Deployment_Node",
                    "Deployment_Node_L",
                    "Deployment_Node_R",
                    "Node",
                    "Node_L",
                    "Node_R" ->
                    true;
            default -> false;
        };
    }

    private String boundary(
            String name, List<String> given, Map<String, String> named, String within, int line) {
        Map<String, String> said = byName(BOUNDARY, given, named);
        String id = alias(name, said, line);
        if (id.isEmpty()) {
            id = draft.freeGroupId(name, new HashMap<>());
        }
        draft.group(id, label(said, id), within, line);
        return id;
    }

    private void element(
            String name, List<String> given, Map<String, String> named, String within, int line) {
        String type = type(name);
        if (type.isEmpty()) {
            draft.problem(line, "'" + name + "' is no element of C4");
            return;
        }
        boolean built = name.startsWith("Container") || name.startsWith("Component");
        Map<String, String> said = byName(built ? BUILT : ELEMENT, given, named);
        String id = alias(name, said, line);
        if (id.isEmpty()) {
            return;
        }
        Sketch node = draft.node(id, type, line);
        node.type = type;
        node.label = label(said, id);
        if (!within.isEmpty()) {
            node.group = within;
        }
        node.say("technology", Labels.of(said.getOrDefault("techn", "")));
        node.say("description", Labels.of(said.getOrDefault("descr", "")));
        node.say("tags", Labels.of(said.getOrDefault("tags", "")));
        node.say("link", Labels.asWritten(said.getOrDefault("link", "")));
    }

    private String alias(String name, Map<String, String> said, int line) {
        String alias = Labels.asWritten(said.getOrDefault("alias", ""));
        if (alias.isEmpty()) {
            draft.problem(line, name + " needs an alias");
        }
        return alias;
    }

    private static String label(Map<String, String> said, String id) {
        return Draft.relation(Labels.of(said.getOrDefault("label", "")), id);
    }

    /** Of {@code SystemDb_Ext} {@code External system database}; empty where it is none. */
    private static String type(String name) {
        boolean external = name.endsWith("_Ext");
        String kind = external ? name.substring(0, name.length() - 4) : name;
        String what =
                switch (kind) {
                    case "Person" -> "Person";
                    case "System" -> "System";
                    case "SystemDb" -> "System database";
                    case "SystemQueue" -> "System queue";
                    case "Container" -> "Container";
                    case "ContainerDb" -> "Container database";
                    case "ContainerQueue" -> "Container queue";
                    case "Component" -> "Component";
                    case "ComponentDb" -> "Component database";
                    case "ComponentQueue" -> "Component queue";
                    default -> "";
                };
        return external && !what.isEmpty()
                ? "External "
                        + what.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        + what.substring(1)
                : what;
    }

    private void relation(String name, List<String> given, Map<String, String> named, int line) {
        boolean indexed = name.startsWith("RelIndex") && !given.isEmpty();
        List<String> places = indexed ? given.subList(1, given.size()) : given;
        Map<String, String> said = byName(RELATION, places, named);
        String from = Labels.asWritten(said.getOrDefault("from", ""));
        String to = Labels.asWritten(said.getOrDefault("to", ""));
        boolean back = name.startsWith("Rel_Back");
        SortedMap<String, Value> properties =
                Draft.texts(
                        "technology", Labels.of(said.getOrDefault("techn", "")),
                        "description", Labels.of(said.getOrDefault("descr", "")),
                        "tags", Labels.of(said.getOrDefault("tags", "")),
                        "link", Labels.asWritten(said.getOrDefault("link", "")),
                        "arrow", name.startsWith("BiRel") ? "both" : "");
        if (dynamic) {
            properties.put("order", new Value.Int(relations.size() + 1L));
        }
        String label = Labels.of(said.getOrDefault("label", ""));
        relations.add(new Pending(back ? to : from, back ? from : to, label, properties, line));
    }

    private void relate(Pending relation) {
        for (String end : List.of(relation.from(), relation.to())) {
            if (draft.find(end) == null && !draft.hasGroup(end)) {
                draft.problem(
                        relation.line(), "a relation names '" + end + "', which is not there");
                return;
            }
        }
        String says = Draft.relation(relation.label(), "relates to");
        draft.link(relation.from(), relation.to(), says, relation.properties(), relation.line());
    }
}
