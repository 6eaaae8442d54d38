package alchemist.server.cli;

import static alchemist.server.cli.Fields.flag;
import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.text;

import alchemist.kernel.value.Properties;

/** What an import would change, as a readable tree. */
final class DiffText {
    private static final int MOST_NAMED = 5;

    private DiffText() {}

    static String of(Properties diff) {
        ChangeTree tree = new ChangeTree(MOST_NAMED);
        for (Properties type : objects(diff, "types")) {
            tree.count(
                    text(type, "kind"),
                    flag(type, "edge"),
                    text(type, "type"),
                    number(type, "count"));
        }
        for (Properties example : objects(diff, "examples")) {
            if (!flag(example, "edge")) {
                tree.one(
                        text(example, "kind"), false, text(example, "type"), text(example, "name"));
            }
        }
        return tree.isEmpty() ? "nothing would change\n" : tree.text();
    }
}
