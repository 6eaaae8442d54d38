package alchemist.server.cli;

import static alchemist.server.cli.Fields.flag;
import static alchemist.server.cli.Fields.number;
import static alchemist.server.cli.Fields.object;
import static alchemist.server.cli.Fields.objects;
import static alchemist.server.cli.Fields.shown;
import static alchemist.server.cli.Fields.text;
import static alchemist.server.cli.Fields.texts;

import alchemist.graph.At;
import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moments of a workspace, and what differs between them. */
final class Moments {
    /** How many changes the server is asked for at most. */
    private static final int MOST = 10_000;

    private static final int MOST_CHARS = 60;

    private Moments() {}

    static boolean isMoment(String text) {
        try {
            At.parse(text);
            return !text.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The answer of the API; up to now where no second moment is given.
     *
     * @param passing properties that may differ, parted by commas
     */
    static Properties changes(
            Api api, String workspace, String since, @Nullable String at, String passing)
            throws IOException, Failure {
        return api.get(
                Api.workspace(workspace)
                        + "/changes?limit="
                        + MOST
                        + "&since="
                        + Api.encoded(since)
                        + (passing.isEmpty() ? "" : "&passing=" + Api.encoded(passing))
                        + (at == null ? "" : "&at=" + Api.encoded(at)));
    }

    static ChangeTree tree(Properties changes, int mostNamed) {
        ChangeTree tree = new ChangeTree(mostNamed);
        for (Properties total : objects(changes, "totals")) {
            tree.count(
                    text(total, "kind"),
                    flag(total, "isEdge"),
                    text(total, "type"),
                    number(total, "count"));
        }
        for (Properties change : objects(changes, "changes")) {
            List<String> types = texts(change, "types");
            tree.one(
                    text(change, "kind"),
                    flag(change, "isEdge"),
                    types.isEmpty() ? "" : types.getFirst(),
                    line(change));
        }
        return tree;
    }

    private static String line(Properties change) {
        StringBuilder line = new StringBuilder();
        if (flag(change, "isEdge")) {
            line.append(text(object(change, "from"), "name"));
            line.append(" → ").append(text(object(change, "to"), "name"));
        } else {
            line.append(text(change, "name"));
        }
        String path = text(change, "path");
        if (!path.isEmpty() && !path.endsWith("/" + line) && !path.contentEquals(line)) {
            line.append("  in ").append(path);
        } else if (!path.isEmpty()) {
            line.setLength(0);
            line.append(path);
        }
        String separator = ": ";
        for (Properties field : objects(change, "fields")) {
            String key = text(field, "key");
            line.append(separator).append(key.isEmpty() ? text(field, "what") : key).append(' ');
            line.append(value(field, "before")).append(" → ").append(value(field, "after"));
            separator = ", ";
        }
        return line.toString();
    }

    private static String value(Properties field, String name) {
        String text = shown(field, name);
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }
}
