package alchemist.exchange.mermaid;

import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A diagram while it is read, whatever it is written in. */
public final class Draft {
    /** How many links a diagram may have: a line of {@code a & b --> c & d} states a product. */
    static final int MAX_LINKS = 100_000;

    /** How many problems are told one by one. */
    static final int MAX_PROBLEMS = 1_000;

    /** A node while more may be said of it. */
    public static final class Sketch {
        public final String id;
        public final int line;
        private final SortedMap<String, Value> properties = new TreeMap<>();
        private final SortedMap<String, List<Value>> lists = new TreeMap<>();
        public String label;
        public String type;
        public String group = "";

        private Sketch(String id, String type, int line) {
            this.id = id;
            this.label = id;
            this.type = type;
            this.line = line;
        }

        /** States a property; an empty text states nothing. */
        public void say(String key, String text) {
            if (!text.isEmpty()) {
                properties.put(key, new Value.Text(text));
            }
        }

        /** Adds to a property that is a list. */
        public void add(String key, Value value) {
            lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
        }

        private Node finish() {
            lists.forEach((key, values) -> properties.put(key, new Value.ListOf(values)));
            return new Node(id, label, type, group, properties, line);
        }
    }

    private final Map<String, Sketch> nodes = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int moreProblems;
    private boolean full;
    private String title = "";

    /** Nothing yet. */
    public Draft() {}

    /** The title, unless there is one already. */
    public void title(String text) {
        if (title.isEmpty()) {
            title = text;
        }
    }

    /** The node of this id, made where there is none. */
    public Sketch node(String id, String type, int line) {
        return nodes.computeIfAbsent(id, _ -> new Sketch(id, type, line));
    }

    /** The node of this id, or null. */
    public @Nullable Sketch find(String id) {
        return nodes.get(id);
    }

    /** A group; one of the same id stays as it is. */
    public void group(String id, String label, String within, int line) {
        groups.putIfAbsent(id, new Group(id, label, within, line));
    }

    /** What a group is called that was called nothing so far, or its id. */
    void rename(String id, String label) {
        groups.computeIfPresent(
                id,
                (_, group) ->
                        group.label().isEmpty() || group.label().equals(id)
                                ? new Group(id, label, group.within(), group.line())
                                : group);
    }

    /** Whether there is a group of this id. */
    public boolean hasGroup(String id) {
        return groups.containsKey(id);
    }

    /** An id that no group has yet: this one, or this and a number. */
    public String freeGroupId(String wanted, Map<String, Integer> taken) {
        String id = wanted;
        while (groups.containsKey(id) || nodes.containsKey(id)) {
            id = wanted + " " + taken.merge(wanted, 2, (had, _) -> had + 1);
        }
        return id;
    }

    /** A link, unless there are too many. */
    public void link(
            String from, String to, String relation, SortedMap<String, Value> more, int line) {
        if (links.size() < MAX_LINKS) {
            links.add(new Link(from, to, relation, more, line));
        } else if (!full) {
            full = true;
            problem(line, "only the first " + MAX_LINKS + " links are read");
        }
    }

    /** Whether no further link will be taken. */
    boolean full() {
        return full;
    }

    /** A part that was not understood. */
    public void problem(int line, String what) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(line, what));
        } else {
            moreProblems++;
        }
    }

    /** Tells what is expected where something else stands, and passes that line over. */
    void unreadable(String expected, Cursor cursor) {
        problem(cursor.line(), expected + " is expected at '" + cursor.glimpse() + "'");
        cursor.takeLine();
    }

    /** The diagram; what is a node and a group of the same id is the group. */
    public Diagram finish(String kind) {
        List<Node> all = new ArrayList<>();
        for (Sketch sketch : nodes.values()) {
            if (!groups.containsKey(sketch.id)) {
                all.add(sketch.finish());
            }
        }
        problems.sort(Comparator.comparingInt(Problem::line));
        if (moreProblems > 0) {
            int last = problems.getLast().line();
            problems.add(new Problem(last, "and " + moreProblems + " problems more"));
        }
        return new Diagram(kind, title, all, List.copyOf(groups.values()), links, problems);
    }

    /** What a link says: its text, or where it has none this. */
    public static String relation(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** Properties of the pairs whose value is not empty. */
    public static SortedMap<String, Value> texts(String... pairs) {
        SortedMap<String, Value> map = new TreeMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                map.put(pairs[i], new Value.Text(pairs[i + 1]));
            }
        }
        return map;
    }
}
