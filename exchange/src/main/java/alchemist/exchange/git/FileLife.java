package alchemist.exchange.git;

import java.util.ArrayList;
import java.util.List;

/**
 * One file from its birth on, through all its names.
 *
 * <p>Its key is the path at which it was born; where a file had been there before on the same line
 * of history, the path, {@code #} and the commit of the birth. So the key follows from the commit's
 * ancestors alone, and stays the same whatever is added to the history later.
 */
final class FileLife {
    private final String key;
    private final List<String> paths = new ArrayList<>(1);

    FileLife(String key) {
        this.key = key;
    }

    /** What it is called for good. */
    String key() {
        return key;
    }

    /** Every path that it ever had anywhere. */
    List<String> paths() {
        return paths;
    }

    void had(String path) {
        if (!paths.contains(path)) {
            paths.add(path);
        }
    }
}
