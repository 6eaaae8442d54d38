package alchemist.server.cli;

import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.object;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;
import java.util.List;

/** What an import would change, as a readable tree. */
final class DiffText {
    private DiffText() {}

    static String of(Properties diff) {
        StringBuilder tree = new StringBuilder();
        for (String kind : List.of("added", "changed", "withdrawn")) {
            Properties count = object(diff, kind);
            long nodes = number(count, "nodes");
            long edges = number(count, "edges");
            if (nodes + edges > 0) {
                tree.append(kind)
                        .append(": ")
                        .append(nodes)
                        .append(" nodes, ")
                        .append(edges)
                        .append(" edges\n");
                for (Properties example : Fields.objects(diff, "examples")) {
                    if (text(example, "kind").equals(kind)) {
                        String type = text(example, "type");
                        tree.append("  ").append(text(example, "name"));
                        tree.append(type.isEmpty() ? "" : " (" + type + ")").append('\n');
                    }
                }
            }
        }
        return tree.isEmpty() ? "nothing would change\n" : tree.toString();
    }
}
