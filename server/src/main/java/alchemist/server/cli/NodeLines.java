package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.util.List;

/** Nodes as lines of text, in columns: type, name, where it is, id. */
final class NodeLines {
    private static final int WIDEST_NAME = 50;

    private NodeLines() {}

    static String of(List<Properties> nodes) {
        int types = 1;
        int names = 1;
        for (Properties node : nodes) {
            types = Math.max(types, type(node).length());
            names = Math.max(names, Math.min(WIDEST_NAME, place(node).length()));
        }
        StringBuilder text = new StringBuilder();
        for (Properties node : nodes) {
            text.append(
                    String.format(
                            "%-" + types + "s  %-" + names + "s  %s%n",
                            type(node),
                            place(node),
                            Fields.text(node, "id")));
        }
        return text.toString();
    }

    /** The name, and the group that it is in. */
    private static String place(Properties node) {
        String group = Fields.text(Fields.object(node, "group"), "name");
        return Fields.text(node, "name") + (group.isEmpty() ? "" : "  in " + group);
    }

    /** Its first type; a group without one is a group. */
    static String type(Properties node) {
        List<String> types = Fields.texts(node, "types");
        return !types.isEmpty() ? types.getFirst() : Fields.flag(node, "isGroup") ? "group" : "–";
    }
}
