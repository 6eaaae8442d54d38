package alchemist.server.cli;

import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.List;

/** Finds the node that somebody means by an id, a path or a name. */
final class NamedNode {
    private static final int MOST_TOLD = 10;

    private final HistoryOptions.Asking asking;
    private final String type;

    /**
     * A finder.
     *
     * @param type that it must be of; empty: any
     */
    NamedNode(HistoryOptions.Asking asking, String type) {
        this.asking = asking;
        this.type = type;
    }

    /**
     * The id of the node.
     *
     * @throws Failure when nothing, or more than one, is called so
     */
    String find(String written) throws IOException, Failure {
        if (PathNode.isId(written)) {
            return written;
        }
        List<Properties> called = asking.called(written, type);
        if (called.isEmpty() && written.indexOf('/') >= 0) {
            return asking.node(written);
        }
        for (Properties one : called) {
            if (holdsOthers(one, called)) {
                return Fields.text(one, "id");
            }
        }
        throw new Failure(
                called.isEmpty()
                        ? "nothing "
                                + (type.isEmpty() ? "" : "of type '" + type + "' ")
                                + "is called '"
                                + written
                                + "'; look for it with 'find'"
                        : "'"
                                + written
                                + "' could be several; give --type, or the id of one:\n"
                                + NodeLines.of(
                                                called.subList(
                                                        0, Math.min(MOST_TOLD, called.size())))
                                        .stripTrailing()
                                + (called.size() > MOST_TOLD ? "\n…" : ""));
    }

    /** Whether all others of its name are in it, as constructors are in their class. */
    private static boolean holdsOthers(Properties one, List<Properties> called) {
        String id = Fields.text(one, "id");
        return called.stream()
                .allMatch(
                        other ->
                                Fields.text(other, "id").equals(id)
                                        || Fields.text(Fields.object(other, "group"), "id")
                                                .equals(id));
    }
}
