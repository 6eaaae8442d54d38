package alchemist.server.cli;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the file or folder of a path in a graph. */
final class PathNode {
    private static final int MOST = 1000;

    private final HistoryOptions.Asking asking;

    PathNode(HistoryOptions.Asking asking) {
        this.asking = asking;
    }

    /**
     * The id of what a path names: all of it, else its end.
     *
     * @throws Failure when nothing, or more than one, is called so
     */
    String find(String written) throws IOException, Failure {
        if (isId(written)) {
            return written;
        }
        String path =
                written.replace('\\', '/').replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
        if (path.isEmpty() || path.equals(".")) {
            return only(
                    Fields.objects(asking.asOf("/nodes?type=Repository&limit=" + MOST), "nodes"),
                    "there is no repository in this workspace",
                    "'.' could be several repositories; give the id of one");
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<Properties> whole = new ArrayList<>();
        List<Properties> ends = new ArrayList<>();
        for (Properties node : asking.called(name, "")) {
            String its = pathOf(Fields.text(node, "id"));
            if (its.equals(path)) {
                whole.add(node);
            } else if (its.endsWith("/" + path)) {
                ends.add(node);
            }
        }
        return only(
                whole.isEmpty() ? ends : whole,
                "no file or folder '" + path + "' is in the graph; give its path in the repository",
                "'" + path + "' could be several; give more of the path, or the id");
    }

    private static String only(List<Properties> found, String none, String several) throws Failure {
        if (found.size() == 1) {
            return Fields.text(found.getFirst(), "id");
        }
        StringBuilder ids = new StringBuilder();
        for (Properties one : found.subList(0, Math.min(found.size(), 10))) {
            ids.append("\n  ").append(Fields.text(one, "id")).append("  in ");
            ids.append(Fields.text(Fields.object(one, "group"), "name"));
        }
        throw new Failure(found.isEmpty() ? none : several + ":" + ids);
    }

    private String pathOf(String id) throws IOException, Failure {
        Properties node = Fields.object(asking.asOf("/nodes/" + id), "node");
        for (Properties property : Fields.objects(node, "properties")) {
            if (Fields.text(property, "key").equals("path") && isPlace(node)) {
                return Fields.text(property, "value");
            }
        }
        return "";
    }

    /** What code declares has the path of its file, and is not what is meant. */
    private static boolean isPlace(Properties node) {
        List<String> types = Fields.texts(node, "types");
        return types.contains("File") || types.contains("Folder");
    }

    static boolean isId(String text) {
        try {
            return text.length() == 26 && !Id.parse(text).isNone();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
