package alchemist.exchange.imports;

import java.util.List;

/**
 * What an import changes, or would change, of what its source states.
 *
 * @param added things that the source did not state before
 * @param changed things of which it states something else
 * @param withdrawn things of which it states nothing any more
 * @param types the same by kind of change and type, most first
 * @param examples a few things of each type
 */
public record Diff(
        Count added, Count changed, Count withdrawn, List<OfType> types, List<Example> examples) {

    /** Nothing. */
    public static final Diff NONE =
            new Diff(Count.NONE, Count.NONE, Count.NONE, List.of(), List.of());

    /** What became of a thing. */
    public enum Kind {
        ADDED("added", '+'),
        CHANGED("changed", '~'),
        WITHDRAWN("withdrawn", '-');

        private final String text;
        private final char sign;

        Kind(String text, char sign) {
            this.text = text;
            this.sign = sign;
        }

        /** How the API says it. */
        public String text() {
            return text;
        }
    }

    /**
     * How many.
     *
     * @param nodes nodes and groups
     * @param edges edges
     */
    public record Count(int nodes, int edges) {
        static final Count NONE = new Count(0, 0);

        Count and(Count other) {
            return new Count(nodes + other.nodes, edges + other.edges);
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return nodes == 0 && edges == 0;
        }
    }

    /**
     * How many things of a type.
     *
     * @param type a node's first type, an edge's relation; may be empty
     * @param edge whether they are edges
     */
    public record OfType(Kind kind, String type, boolean edge, int count) {}

    /**
     * One thing.
     *
     * @param name what it is called; of an edge, its relation
     * @param type a node's first type, an edge's relation; may be empty
     * @param edge whether it is an edge
     */
    public record Example(Kind kind, String name, String type, boolean edge) {}

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && withdrawn.isEmpty();
    }

    /** This and what another import changes. */
    public Diff and(Diff other) {
        return new Diff(
                added.and(other.added),
                changed.and(other.changed),
                withdrawn.and(other.withdrawn),
                joined(types, other.types),
                joined(examples, other.examples));
    }

    /** A tree for people: kinds of change, in them types with their number, in them examples. */
    public String tree() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            Count count = count(kind);
            if (!count.isEmpty()) {
                text.append(kind.sign).append(' ').append(kind.text).append(": ");
                text.append(count.nodes).append(" nodes, ").append(count.edges).append(" edges\n");
                for (OfType type : types) {
                    if (type.kind == kind) {
                        branch(type, text);
                    }
                }
            }
        }
        return text.isEmpty() ? "nothing changes\n" : text.toString();
    }

    private Count count(Kind kind) {
        return switch (kind) {
            case ADDED -> added;
            case CHANGED -> changed;
            case WITHDRAWN -> withdrawn;
        };
    }

    private void branch(OfType type, StringBuilder text) {
        text.append("    ").append(type.edge ? "–" : "").append(named(type.type));
        text.append(type.edge ? "→" : "").append(": ").append(type.count).append('\n');
        int left = type.count;
        for (Example example : examples) {
            if (!type.edge
                    && !example.edge
                    && example.kind == type.kind
                    && example.type.equals(type.type)) {
                text.append("        ").append(named(example.name)).append('\n');
                left--;
            }
        }
        if (!type.edge && left > 0) {
            text.append("        … and ").append(left).append(" more\n");
        }
    }

    private static String named(String name) {
        return name.isEmpty() ? "(none)" : name.replaceAll("\\p{Cntrl}+", " ");
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return some.isEmpty()
                ? more
                : java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
