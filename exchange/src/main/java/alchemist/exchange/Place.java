package alchemist.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is opened: a file or a folder.
 *
 * @param path its real path: absolute, links followed
 * @param effectiveAt when what is there came to be, µs since 1970, where whoever found the place
 *     knows better than its file system; {@link Batch#WHEN_RECORDED} when not
 */
public record Place(Path path, long effectiveAt) {
    /**
     * The place that a path leads to.
     *
     * @throws ReadingFailed when nothing is there, or it may not be looked at
     */
    public static Place at(Path path) throws ReadingFailed {
        try {
            return new Place(path.toRealPath(), Batch.WHEN_RECORDED);
        } catch (IOException e) {
            throw new ReadingFailed(
                    "there is nothing to open at " + path.toAbsolutePath() + ": check the path", e);
        }
    }

    /** How a source at this place is known: the same text for the same place. */
    public String location() {
        return PathText.of(path);
    }

    /** How people call it. */
    public String label() {
        Path last = path.getFileName();
        return last == null ? location() : PathText.of(last);
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    /** Whether it is a file. */
    public boolean isFile() {
        return Files.isRegularFile(path);
    }
}
