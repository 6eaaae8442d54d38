package alchemist.exchange.folder;

import alchemist.exchange.DatedStatements;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import java.util.HashMap;
import java.util.Map;

/** States the folders that files are in, for readers of their contents. */
public final class FolderStatements {
    private final OpenedFiles files;
    private final DatedStatements statements;
    private final Map<String, Long> since = new HashMap<>();

    /** Those of opened files, added to these statements. */
    public FolderStatements(OpenedFiles files, DatedStatements statements) {
        this.files = files;
        this.statements = statements;
    }

    /**
     * Adds a folder, after those that it is in.
     *
     * @param folder its path from the root
     * @param effectiveAt since when at the latest, µs since 1970
     */
    public void add(String folder, long effectiveAt) {
        Long known = since.get(folder);
        if (known != null && known <= effectiveAt) {
            return;
        }
        since.put(folder, effectiveAt);
        if (folder.equals(files.prefix()) || folder.isEmpty()) {
            statements.add(
                    FileStatements.top(files.root(), folder, files.label(), Id.NONE), effectiveAt);
        } else {
            add(Root.parent(folder), effectiveAt);
            statements.add(FileStatements.folder(files.root(), folder), effectiveAt);
        }
    }
}
