package alchemist.exchange.folder;

import alchemist.exchange.files.IgnorePatterns;
import java.nio.file.Path;

/**
 * Reads what the {@code .gitignore} files of a folder do not exclude, though it is in no
 * repository.
 */
final class IgnoreFiles implements Rules {
    private static final String NAME = ".gitignore";

    private final IgnorePatterns patterns;

    IgnoreFiles(Path top, Notes notes) {
        this.patterns =
                new IgnorePatterns(
                        top,
                        NAME,
                        new IgnorePatterns.Problems() {
                            @Override
                            public void warn(String path, String what) {
                                notes.warn(path, what);
                            }

                            @Override
                            public void miss(String path, String what) {
                                notes.miss(path, what);
                            }
                        });
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
        Boolean told = patterns.told(path, folder);
        return told != null && told;
    }
}
