package alchemist.exchange.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * Reads what the {@code .gitignore} files of a folder do not exclude, though it is in no
 * repository: that of the innermost folder that has something to say of a path decides.
 */
final class IgnoreFiles implements Rules {
    /** Larger ones are nobody's list of patterns. */
    static final long MAX_BYTES = 1L << 20;

    private static final String NAME = ".gitignore";

    private final Path top;
    private final Notes notes;
    private final Map<String, IgnoreNode> byFolder = new HashMap<>();

    IgnoreFiles(Path top, Notes notes) {
        this.top = top;
        this.notes = notes;
    }

    @Override
    public boolean enters(String path) {
        return !isIgnored(path, true);
    }

    @Override
    public boolean takes(String path) {
        return !isIgnored(path, false);
    }

    @Override
    public boolean takesEmptyFolders() {
        return true;
    }

    private boolean isIgnored(String path, boolean folder) {
        int slash = path.lastIndexOf('/');
        while (true) {
            String holder = slash < 0 ? "" : path.substring(0, slash);
            Boolean told = patterns(holder).checkIgnored(path.substring(slash + 1), folder);
            if (told != null) {
                return told;
            }
            if (slash < 0) {
                return false;
            }
            slash = path.lastIndexOf('/', slash - 1);
        }
    }

    private IgnoreNode patterns(String folder) {
        return byFolder.computeIfAbsent(folder, this::read);
    }

    private IgnoreNode read(String folder) {
        IgnoreNode patterns = new IgnoreNode();
        Path file = top.resolve(folder).resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return patterns;
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_BYTES) {
                notes.warn(folder + "/" + NAME, "is larger than 1 MB and passed over");
            } else {
                patterns.parse(folder + "/" + NAME, in);
            }
        } catch (IOException e) {
            notes.miss(folder + "/" + NAME, "cannot be read and is passed over: " + e);
        }
        return patterns;
    }
}
