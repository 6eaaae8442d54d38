package alchemist.exchange.graphfile;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.Warning;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A graph as its file holds it: things are known by what the file calls them. One thread. */
public final class FileGraph {
    /** How many nodes and edges a file may hold. */
    public static final int MAX_THINGS = 2_000_000;

    /** How deep things may nest in a file. */
    public static final int MAX_DEPTH = 1000;

    /** A time in which something is there, µs since 1970; null where it is open. */
    public record Span(@Nullable Long from, @Nullable Long until) {}

    /** A node or group. */
    public static final class Thing {
        private final String key;
        private final SortedMap<String, Value> properties = new TreeMap<>();
        private final Set<String> types = new LinkedHashSet<>();
        private final List<Span> spans = new ArrayList<>();
        private Value name = Value.NULL;
        private String iri = "";
        private @Nullable Thing group;
        private boolean formsGroup;

        private Thing(String key) {
            this.key = key;
        }

        /** What the file calls it: the same for the same thing. */
        public String key() {
            return key;
        }

        /** Its properties, to be added to. */
        public SortedMap<String, Value> properties() {
            return properties;
        }

        /** Its types, to be added to. */
        public Set<String> types() {
            return types;
        }

        /** When it is there; always, where this is empty. To be added to. */
        public List<Span> spans() {
            return spans;
        }

        /** Its display name. */
        public Value name() {
            return name;
        }

        /** Gives it a display name; an empty one is none. */
        public void call(String text) {
            name = text.isEmpty() ? Value.NULL : Value.text(text);
        }

        /** The name by which the whole world knows it; empty: only its file does. */
        public String iri() {
            return iri;
        }

        /** Says by which name the whole world knows it. */
        public void knownAs(String name) {
            iri = name;
        }

        /** The group that it is in, or null. */
        public @Nullable Thing group() {
            return group;
        }

        /** Puts it into a group. */
        public void putInto(@Nullable Thing within) {
            group = within;
            if (within != null) {
                within.formsGroup = true;
            }
        }

        /** Whether it is a group. */
        public boolean isGroup() {
            return formsGroup;
        }

        /** Makes it a group. */
        public void becomeGroup() {
            formsGroup = true;
        }
    }

    /** An edge. */
    public static final class Link {
        private final String key;
        private final Thing from;
        private final Thing to;
        private final SortedMap<String, Value> properties = new TreeMap<>();
        private final List<Span> spans = new ArrayList<>();
        private String type = "";

        private Link(String key, Thing from, Thing to) {
            this.key = key;
            this.from = from;
            this.to = to;
        }

        /** What the file calls it; empty where it has no name there. */
        public String key() {
            return key;
        }

        /** The node that it leaves. */
        public Thing from() {
            return from;
        }

        /** The node that it enters. */
        public Thing to() {
            return to;
        }

        /** Its properties, to be added to. */
        public SortedMap<String, Value> properties() {
            return properties;
        }

        /** When it is there; always, where this is empty. To be added to. */
        public List<Span> spans() {
            return spans;
        }

        /** Its relation; may be empty. */
        public String type() {
            return type;
        }

        /** Gives it a relation. */
        public void type(String relation) {
            type = relation;
        }
    }

    private final String where;
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<Warning> warnings = new LinkedHashSet<>();

    /**
     * An empty graph.
     *
     * @param where the file, for people
     */
    public FileGraph(String where) {
        this.where = where;
    }

    /** The file, for people. */
    public String where() {
        return where;
    }

    /** The thing of a key, which is there from now on. */
    public Thing thing(String key) throws ReadingFailed {
        Thing known = things.get(key);
        if (known != null) {
            return known;
        }
        count();
        Thing thing = new Thing(key);
        things.put(key, thing);
        return thing;
    }

    /** The thing of a key, or null. */
    public @Nullable Thing find(String key) {
        return things.get(key);
    }

    /**
     * Joins two things.
     *
     * @param key what the file calls the edge; empty where it has no name there
     */
    public Link join(String key, Thing from, Thing to) throws ReadingFailed {
        count();
        Link link = new Link(key, from, to);
        links.add(link);
        return link;
    }

    /** All things, in the order of the file. */
    public Collection<Thing> things() {
        return things.values();
    }

    /** All edges, in the order of the file. */
    public List<Link> links() {
        return links;
    }

    /** Tells once what was left out or changed. */
    public void warn(String at, String what) {
        if (warnings.size() < MAX_THINGS) {
            warnings.add(new Warning(at.isEmpty() ? where : where + " " + at, what));
        }
    }

    /** What was left out or changed. */
    public Collection<Warning> warnings() {
        return warnings;
    }

    private void count() throws ReadingFailed {
        if (things.size() + links.size() >= MAX_THINGS) {
            throw new ReadingFailed(
                    where
                            + " holds more than "
                            + MAX_THINGS
                            + " nodes and edges: split it into several files");
        }
    }
}
