package alchemist.exchange.tables;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of a table's columns say they are, where it is one of nodes or of edges: those of
 * Neo4j's and of KGX's files, of Gephi's, and plain ones. A column is known by its place; -1 is
 * none.
 *
 * @param id by which nodes are known, declared as that
 * @param labels that hold types of nodes or edges, declared as that
 * @param from where edges begin
 * @param to where they end
 * @param declared whether the ends are declared, so that nothing else can be meant
 * @param idSpace of a node's id
 * @param fromSpace the kind of node at the beginning
 * @param toSpace that at the end
 */
record Roles(
        int id,
        int labels,
        int from,
        int to,
        boolean declared,
        String idSpace,
        String fromSpace,
        String toSpace) {

    private static final Pattern NEO4J =
            Pattern.compile(
                    "(.*?):(ID|LABEL|TYPE|START_ID|END_ID|IGNORE)(?:\\(([^)]*)\\))?(?:\\{.*\\})?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPED =
            Pattern.compile(
                    "(.+?):(STRING|INT|INTEGER|LONG|SHORT|BYTE|FLOAT|DOUBLE|BOOLEAN|BOOL|CHAR|DATE"
                            + "|LOCALDATETIME|DATETIME|TIME|LOCALTIME|POINT|DURATION)(\\[\\])?(?:\\{.*\\})?",
                    Pattern.CASE_INSENSITIVE);
    private static final List<List<String>> ENDS =
            List.of(
                    List.of("subject", "object"),
                    List.of("source", "target"),
                    List.of("source id", "target id"),
                    List.of("from", "to"),
                    List.of("from id", "to id"),
                    List.of("src", "dst"),
                    List.of("start id", "end id"),
                    List.of("from node", "to node"));

    /** Names of columns that hold an edge's type, the best first. */
    static final List<String> EDGE_TYPES =
            List.of(
                    "predicate",
                    "type",
                    "relation",
                    "relationship",
                    "relationship type",
                    "edge type",
                    "rel type",
                    "edge label",
                    "label");

    /** Names of columns that hold a node's types, the best first. */
    static final List<String> NODE_TYPES = List.of("labels", "category", "type", "label");

    /** What a header says. */
    static Roles of(List<String> header) {
        int id = -1;
        int labels = -1;
        int from = -1;
        int to = -1;
        String idSpace = "";
        String fromSpace = "";
        String toSpace = "";
        for (int i = 0; i < header.size(); i++) {
            Matcher m = NEO4J.matcher(header.get(i));
            if (!m.matches()) {
                continue;
            }
            String space = m.group(3) == null ? "" : m.group(3);
            switch (m.group(2).toUpperCase(Locale.ROOT)) {
                case "ID" -> {
                    id = i;
                    idSpace = space;
                }
                case "LABEL", "TYPE" -> labels = i;
                case "START_ID" -> {
                    from = i;
                    fromSpace = space;
                }
                case "END_ID" -> {
                    to = i;
                    toSpace = space;
                }
                default -> {}
            }
        }
        boolean declared = from >= 0 && to >= 0;
        for (int p = 0; p < ENDS.size() && !declared && (from < 0 || to < 0); p++) {
            from = find(header, ENDS.get(p).getFirst());
            to = find(header, ENDS.get(p).getLast());
        }
        return from >= 0 && to >= 0
                ? new Roles(id, labels, from, to, declared, idSpace, fromSpace, toSpace)
                : new Roles(id, labels, -1, -1, false, idSpace, "", "");
    }

    /** Whether it has columns that can be the ends of edges. */
    boolean hasEnds() {
        return from >= 0;
    }

    /** The place of a column of a name, however that is written, or -1. */
    static int find(List<String> header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (Words.joined(header.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a column is to be left out. */
    static boolean isIgnored(String column) {
        Matcher m = NEO4J.matcher(column);
        return m.matches() && m.group(2).equalsIgnoreCase("IGNORE");
    }

    /** A column's name without what it declares. */
    static String plain(String column) {
        Matcher neo4j = NEO4J.matcher(column);
        if (neo4j.matches()) {
            return neo4j.group(1).isEmpty()
                    ? neo4j.group(2).toLowerCase(Locale.ROOT)
                    : neo4j.group(1);
        }
        Matcher typed = TYPED.matcher(column);
        return typed.matches() ? typed.group(1) : column;
    }

    /** Whether a column declares that it holds text. */
    static boolean isText(String column) {
        Matcher typed = TYPED.matcher(column);
        return typed.matches()
                && (typed.group(2).equalsIgnoreCase("STRING")
                        || typed.group(2).equalsIgnoreCase("CHAR"));
    }

    /** Whether a column declares that it holds whole numbers, of any length. */
    static boolean isWhole(String column) {
        Matcher typed = TYPED.matcher(column);
        return typed.matches()
                && List.of("INT", "INTEGER", "LONG", "SHORT", "BYTE")
                        .contains(typed.group(2).toUpperCase(Locale.ROOT));
    }

    /** Whether a column declares that it holds several values. */
    static boolean isList(String column) {
        Matcher typed = TYPED.matcher(column);
        return typed.matches() && typed.group(3) != null;
    }
}
