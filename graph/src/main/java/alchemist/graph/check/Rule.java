package alchemist.graph.check;

import alchemist.graph.read.Direction;

/** Something that must hold of a graph. */
public sealed interface Rule {
    /** How people call it: “web does not reach into the engine”. */
    String name();

    /**
     * Nothing of one kind leads to anything of another.
     *
     * @param indirectly also by way of others, over the same edges
     */
    record Forbidden(String name, Selection from, Edges edges, Selection to, boolean indirectly)
            implements Rule {}

    /**
     * Nothing leads back to itself.
     *
     * @param among what counts; edges to others do not
     * @param level what is one: things stand for the file or folder that they are in
     */
    record Acyclic(String name, Selection among, Edges edges, Level level) implements Rule {}

    /**
     * Each has as many edges to others as are asked for.
     *
     * @param direction of the edges, seen from each
     * @param atLeast how many distinct others there must be, 0 or more
     * @param atMost how many there may be
     */
    record Required(
            String name,
            Selection each,
            Direction direction,
            Edges edges,
            Selection others,
            int atLeast,
            int atMost)
            implements Rule {}

    /**
     * What counts as one in a cycle.
     *
     * @param segments of its path: 1 for the outermost folder; {@link #THING} or {@link #FILE} or
     *     {@link #FOLDER}
     */
    record Level(int segments) {
        /** Each thing by itself. */
        public static final Level THING = new Level(-3);

        /** All that stands in one file. */
        public static final Level FILE = new Level(-2);

        /** All that stands in files of one folder, those in folders within it not among them. */
        public static final Level FOLDER = new Level(-1);

        /** The outermost folders of a path. */
        public static Level outermost(int segments) {
            if (segments < 1) {
                throw new IllegalArgumentException("a path has 1 segment or more, not " + segments);
            }
            return new Level(segments);
        }

        /** How the one is called that a thing of a path belongs to; itself, where it has none. */
        String unit(String path, String itself) {
            if (path.isEmpty() || equals(THING)) {
                return itself;
            }
            if (equals(FILE)) {
                return path;
            }
            int end = path.lastIndexOf('/');
            if (!equals(FOLDER)) {
                int at = -1;
                for (int i = 0; i < segments; i++) {
                    int next = path.indexOf('/', at + 1);
                    if (next < 0) {
                        break;
                    }
                    at = next;
                }
                end = at;
            }
            return end < 0 ? "." : path.substring(0, end);
        }
    }
}
