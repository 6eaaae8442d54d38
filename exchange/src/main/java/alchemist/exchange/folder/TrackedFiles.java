package alchemist.exchange.folder;

import alchemist.exchange.files.Root;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads just the files that Git lists: those it tracks, and those it neither tracks nor ignores.
 */
final class TrackedFiles implements Rules {
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /** The rules of a list, in which folders that are repositories themselves end with a slash. */
    TrackedFiles(Iterable<String> listed) {
        for (String one : listed) {
            String path = one.endsWith("/") ? one.substring(0, one.length() - 1) : one;
            files.add(path);
            if (one.endsWith("/")) {
                folders.add(path);
            }
            for (String folder = Root.parent(path);
                    !folder.isEmpty() && folders.add(folder);
                    folder = Root.parent(folder)) {}
        }
    }

    @Override
    public boolean enters(String path) {
        return folders.contains(path);
    }

    @Override
    public boolean takes(String path) {
        return files.contains(path);
    }

    @Override
    public boolean takesEmptyFolders() {
        return false;
    }
}
