package alchemist.exchange.folder;

import alchemist.exchange.Place;
import alchemist.exchange.files.Excludes;

/** Reads what other rules let it read, but for what people exclude. */
final class Excluding implements Rules {
    private final Rules others;
    private final Excludes excludes;
    private final String prefix;

    /**
     * Rules of a folder in the opened place, or that itself.
     *
     * @param others that hold there as well
     */
    Excluding(Rules others, Place folder, Excludes excludes) {
        this.others = others;
        this.excludes = excludes;
        this.prefix = excludes.pathOf(folder.path());
    }

    @Override
    public boolean enters(String path) {
        return others.enters(path) && !excludes.isExcluded(full(path), true);
    }

    @Override
    public boolean takes(String path) {
        return others.takes(path) && !excludes.isExcluded(full(path), false);
    }

    @Override
    public boolean takesEmptyFolders() {
        return others.takesEmptyFolders();
    }

    private String full(String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }
}
