package alchemist.exchange.plantuml;

import alchemist.exchange.mermaid.Draft;
import alchemist.exchange.mermaid.Draft.Sketch;
import alchemist.exchange.plantuml.Scan.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names mean in a diagram, by the frames that they stand in. */
final class UmlElements {
    /** How deep frames may lie in one another. */
    private static final int MAX_DEPTH = 100;

    /** Before the id of a frame: a thing may be called as it is. */
    private static final String FRAME = "in ";

    private record Open(String id, int line) {}

    private final Draft draft;

    /** What something is that nobody declares. */
    private final String undeclared;

    private final Map<String, String> names = new HashMap<>();
    private final List<Open> open = new ArrayList<>();

    UmlElements(Draft draft, String undeclared) {
        this.draft = draft;
        this.undeclared = undeclared;
    }

    String undeclared() {
        return undeclared;
    }

    /** The frame that is open, or empty. */
    String within() {
        return open.isEmpty() ? "" : open.getLast().id;
    }

    void open(String id, int number) {
        if (open.size() >= MAX_DEPTH) {
            draft.problem(number, "frames lie more than " + MAX_DEPTH + " deep in one another");
            open.add(open.getLast());
        } else {
            open.add(new Open(id, number));
        }
    }

    void close(int number) {
        if (open.isEmpty()) {
            draft.problem(number, "'}' closes nothing");
        } else {
            open.removeLast();
        }
    }

    /** Tells of frames that have no end. */
    void end() {
        open.stream()
                .distinct()
                .forEach(one -> draft.problem(one.line, "what begins here has no end '}'"));
    }

    /** The id of a frame. */
    String frame(String name, String shown, String label, int number) {
        String within = within();
        String id = (within.isEmpty() ? FRAME : within + "/") + name;
        draft.group(id, label.isEmpty() ? name : label, within, number);
        names.putIfAbsent(name, id);
        alias(shown, id);
        return id;
    }

    void alias(String shown, String id) {
        if (!shown.isEmpty()) {
            names.putIfAbsent(shown, id);
        }
    }

    /** The node that is declared in the frame that is open. */
    Sketch declared(String name, int number) {
        String within = within();
        String known = names.get(name);
        String id = known != null && draft.find(known) != null ? known : name;
        Sketch before = draft.find(id);
        String around = before == null ? "" : before.group;
        if (!around.isEmpty() && !within.isEmpty() && !around.equals(within)) {
            id = within + "/" + name; // another one of the name
        }
        Sketch node = draft.node(id, undeclared, number);
        if (node.group.isEmpty()) {
            node.group = within;
        }
        names.putIfAbsent(name, id);
        names.putIfAbsent(qualified(name), id);
        return node;
    }

    /** The name behind those of the packages that it is in, as others name it. */
    private String qualified(String name) {
        String within = within();
        String plain = within.startsWith(FRAME) ? within.substring(FRAME.length()) : within;
        return within.isEmpty() ? name : plain.replace('/', '.') + "." + name;
    }

    /** The id of what a relation names in a frame; it is made where nobody declared it. */
    String end(Reference named, String within, int line) {
        String inFrame = within + "/" + named.name();
        if (draft.find(inFrame) != null) {
            return inFrame;
        }
        String id = resolved(named.name());
        if (draft.find(id) == null && !draft.hasGroup(id)) {
            Sketch node = draft.node(id, named.type().isEmpty() ? undeclared : named.type(), line);
            node.label = named.label();
            node.group = within;
        }
        return id;
    }

    /** The id of what a name means; a member's is that of what it is of. */
    String resolved(String name) {
        String known = names.get(name);
        if (known != null || draft.find(name) != null) {
            return known == null ? name : known;
        }
        int member = name.indexOf("::");
        return member < 0 ? name : names.getOrDefault(name.substring(0, member), name);
    }
}
