package alchemist.exchange.mermaid;

import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads C4 diagrams. */
final class C4Diagram {
    private static final List<String> ELEMENT =
            List.of("alias", "label", "descr", "sprite", "tags", "link");
    private static final List<String> BUILT =
            List.of("alias", "label", "techn", "descr", "sprite", "tags", "link");
    private static final List<String> BOUNDARY =
            List.of("alias", "label", "type", "descr", "sprite", "tags", "link");
    private static final List<String> RELATION =
            List.of("from", "to", "label", "techn", "descr", "sprite", "tags", "link");

    private record Open(String id, int line) {}

    /** A relation, whose ends may still be spoken of. */
    private record Pending(
            String from, String to, String label, SortedMap<String, Value> properties, int line) {}

    private final Cursor cursor;
    private final Draft draft;
    private final boolean dynamic;
    private final List<Open> open = new ArrayList<>();
    private final List<Pending> relations = new ArrayList<>();

    C4Diagram(Cursor cursor, Draft draft, boolean dynamic) {
        this.cursor = cursor;
        this.draft = draft;
        this.dynamic = dynamic;
    }

    void read() {
        while (cursor.toStatement()) {
            statement();
        }
        for (Open boundary : open) {
            draft.problem(boundary.line(), "the boundary '" + boundary.id() + "' has no end '}'");
        }
        relations.forEach(this::relate);
    }

    private void statement() {
        if (cursor.peek() == '}') {
            close();
        } else if (cursor.sees("%%")
                || cursor.seesKeyword("direction")
                || cursor.seesKeyword("accDescription")) {
            cursor.takeLine();
        } else if (cursor.seesKeyword("title")) {
            cursor.skip("title".length());
            draft.title(Labels.of(cursor.takeLine()));
        } else if (!CommonLines.take(cursor, draft)) {
            call();
        }
    }

    private void close() {
        if (open.isEmpty()) {
            draft.problem(cursor.line(), "'}' closes nothing");
        } else {
            open.removeLast();
        }
        cursor.skip(1);
    }

    private void call() {
        int line = cursor.line();
        int start = cursor.position();
        while (Cursor.isWord(cursor.peek())) {
            cursor.skip(1);
        }
        String name = cursor.between(start, cursor.position());
        cursor.skipSpaces();
        if (name.isEmpty() || !cursor.take("(")) {
            cursor.moveTo(start);
            draft.problem(line, "not understood: '" + cursor.glimpse() + "'");
            cursor.takeLine();
            return;
        }
        List<String> given = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        if (!arguments(given, named)) {
            draft.problem(line, name + "( has no end ')'");
            cursor.takeLine();
            return;
        }
        if (isRelation(name)) {
            relation(name, given, named, line);
        } else if (name.endsWith("Boundary") || isDeploymentNode(name)) {
            boundary(name, given, named, line);
        } else if (!name.startsWith("Update")) {
            element(name, given, named, line);
        }
    }

    /** Reads what stands up to {@code )}; false where it does not end. */
    private boolean arguments(List<String> given, Map<String, String> named) {
        while (true) {
            cursor.skipBlank();
            String key = "";
            if (cursor.peek() == '$') {
                int start = cursor.position();
                cursor.skip(1);
                while (Cursor.isWord(cursor.peek())) {
                    cursor.skip(1);
                }
                key = cursor.between(start + 1, cursor.position());
                cursor.skipSpaces();
                if (!cursor.take("=")) {
                    cursor.moveTo(start);
                    key = "";
                }
                cursor.skipSpaces();
            }
            String value = value();
            if (value == null) {
                return false;
            }
            if (key.isEmpty()) {
                given.add(value);
            } else {
                named.put(key, value);
            }
            cursor.skipBlank();
            if (cursor.take(")")) {
                return true;
            }
            if (!cursor.take(",")) {
                return false;
            }
        }
    }

    private @Nullable String value() {
        if (cursor.peek() == '"') {
            return cursor.takeQuoted();
        }
        int start = cursor.position();
        while (!cursor.atLineEnd() && cursor.peek() != ',' && cursor.peek() != ')') {
            cursor.skip(1);
        }
        return cursor.between(start, cursor.position()).strip();
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
                || name.equals("RelIndex")
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

    private void boundary(String name, List<String> given, Map<String, String> named, int line) {
        Map<String, String> said = byName(BOUNDARY, given, named);
        String id = alias(name, said, line);
        String within = open.isEmpty() ? "" : open.getLast().id();
        if (id.isEmpty()) {
            id = draft.freeGroupId(name, new HashMap<>());
        }
        draft.group(id, label(said, id), within, line);
        cursor.skipBlank();
        if (cursor.take("{")) {
            open.add(new Open(id, line));
        }
    }

    private void element(String name, List<String> given, Map<String, String> named, int line) {
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
        if (!open.isEmpty()) {
            node.group = open.getLast().id();
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
        boolean indexed = name.equals("RelIndex") && !given.isEmpty();
        List<String> places = indexed ? given.subList(1, given.size()) : given;
        Map<String, String> said = byName(RELATION, places, named);
        String from = Labels.asWritten(said.getOrDefault("from", ""));
        String to = Labels.asWritten(said.getOrDefault("to", ""));
        boolean back = name.equals("Rel_Back");
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
