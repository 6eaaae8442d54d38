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
        return new NodeStatement(
                root.folder(path),
                Value.text(name),
                List.of("Folder"),
                path.isEmpty() ? Properties.NONE : Properties.of("path", Value.text(path)),
                within,
                true);
    }
}
