package alchemist.server.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What changes, as a tree for people: what became of things, in it their types with how many, in
 * them some by name.
 */
final class ChangeTree {
    /** What became of things, in the order in which it is told, each with its sign. */
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("added", "+");
        SIGNS.put("changed", "~");
        SIGNS.put("withdrawn", "-");
        SIGNS.put("removed", "-");
    }

    private record Key(String kind, boolean isEdge, String type) {}

    private record Branch(long count, List<String> some) {}

    private final Map<Key, Branch> branches = new LinkedHashMap<>();
    private final int mostNamed;

    /** A tree that names so many things of each type. */
    ChangeTree(int mostNamed) {
        this.mostNamed = mostNamed;
    }

    /** So many things of a type. */
    void count(String kind, boolean isEdge, String type, long count) {
        branches.put(new Key(kind, isEdge, type), new Branch(count, new ArrayList<>()));
    }

    /** One of those that were counted. */
    void one(String kind, boolean isEdge, String type, String line) {
        Branch branch = branches.get(new Key(kind, isEdge, type));
        if (branch != null && branch.some.size() < mostNamed) {
            branch.some.add(line.replaceAll("\\p{Cntrl}+", " "));
        }
    }

    boolean isEmpty() {
        return branches.isEmpty();
    }

    private long sum(String kind, boolean isEdge) {
        return branches.entrySet().stream()
                .filter(b -> b.getKey().kind.equals(kind) && b.getKey().isEdge == isEdge)
                .mapToLong(b -> b.getValue().count)
                .sum();
    }

    private static String counted(long nodes, long edges) {
        String ofNodes = String.format(Locale.ROOT, "%,d %s", nodes, nodes == 1 ? "node" : "nodes");
        String ofEdges = String.format(Locale.ROOT, "%,d %s", edges, edges == 1 ? "edge" : "edges");
        return nodes == 0 ? ofEdges : edges == 0 ? ofNodes : ofNodes + ", " + ofEdges;
    }

    /** For terminals; empty where nothing changes. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> kind : SIGNS.entrySet()) {
            long nodes = sum(kind.getKey(), false);
            long edges = sum(kind.getKey(), true);
            if (nodes + edges == 0) {
                continue;
            }
            text.append(kind.getValue()).append(' ').append(kind.getKey());
            text.append(": ").append(counted(nodes, edges)).append('\n');
            branches.forEach(
                    (key, branch) -> {
                        if (key.kind.equals(kind.getKey())) {
                            text.append("    ").append(title(key)).append(": ");
                            text.append(branch.count).append('\n');
                            branch.some.forEach(
                                    one -> text.append("        ").append(one).append('\n'));
                            if (!branch.some.isEmpty() && branch.count > branch.some.size()) {
                                text.append("        … and ")
                                        .append(branch.count - branch.some.size())
                                        .append(" more\n");
                            }
                        }
                    });
        }
        return text.toString();
    }

    private static String title(Key key) {
        String type = key.type.isEmpty() ? "(none)" : key.type;
        return key.isEdge ? "–" + type + "→" : type;
    }

    /** For a pull request; empty where nothing changes. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> kind : SIGNS.entrySet()) {
            long nodes = sum(kind.getKey(), false);
            long edges = sum(kind.getKey(), true);
            if (nodes + edges == 0) {
                continue;
            }
            text.append("\n<details><summary><b>").append(kind.getKey()).append("</b>: ");
            text.append(counted(nodes, edges)).append("</summary>\n\n");
            branches.forEach(
                    (key, branch) -> {
                        if (key.kind.equals(kind.getKey())) {
                            text.append("- **").append(escaped(title(key))).append("**: ");
                            text.append(branch.count).append('\n');
                            branch.some.forEach(
                                    one -> text.append("  - ").append(escaped(one)).append('\n'));
                            if (!branch.some.isEmpty() && branch.count > branch.some.size()) {
                                text.append("  - … and ")
                                        .append(branch.count - branch.some.size())
                                        .append(" more\n");
                            }
                        }
                    });
            text.append("\n</details>\n");
        }
        return text.toString();
    }

    /** What would be markup stands for itself. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
