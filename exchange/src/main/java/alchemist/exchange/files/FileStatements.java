package alchemist.exchange.files;

import alchemist.domain.graph.NodeStatement;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every reader states of files and folders. */
public final class FileStatements {
    private FileStatements() {}

    /** The property of an opened folder that says what is left out of it. */
    public static final String EXCLUDES = "excludes";

    /**
     * A file in its folder.
     *
     * @param id its id, which is not that of its present path where it was renamed
     * @param path from the root
     * @param more what only this reader knows
     */
    public static NodeStatement file(
            Root root, Id id, String path, String type, Map<String, Value> more) {
        Map<String, Value> properties = new TreeMap<>(more);
        properties.put("path", Value.text(path));
        @Nullable String language = Languages.of(Root.name(path));
        if (language != null && type.equals("File")) {
            properties.put("language", Value.text(language));
        }
        return new NodeStatement(
                id,
                Value.text(Root.name(path)),
                List.of(type),
                Properties.of(properties),
                root.folder(Root.parent(path)),
                false);
    }

    /** A folder below the root, in the one that it is in. */
    public static NodeStatement folder(Root root, String path) {
        return new NodeStatement(
                root.folder(path),
                Value.text(Root.name(path)),
                List.of("Folder"),
                Properties.of("path", Value.text(path)),
                root.folder(Root.parent(path)),
                true);
    }

    /**
     * The folder where a reading begins.
     *
     * @param within the group that it is in, NONE for none
     */
    public static NodeStatement top(Root root, String path, String name, Id within) {
        return top(root, path, name, within, List.of());
    }

    /**
     * The same, with what was asked to be left out of it.
     *
     * @param excludes patterns, which the next reading keeps to
     */
    public static NodeStatement top(
            Root root, String path, String name, Id within, List<String> excludes) {
        Map<String, Value> properties = new TreeMap<>();
        if (!path.isEmpty()) {
            properties.put("path", Value.text(path));
        }
        if (!excludes.isEmpty()) {
            properties.put(EXCLUDES, new Value.ListOf(excludes.stream().map(Value::text).toList()));
        }
        return new NodeStatement(
                root.folder(path),
                Value.text(name),
                List.of("Folder"),
                Properties.of(properties),
                within,
                true);
    }
}
