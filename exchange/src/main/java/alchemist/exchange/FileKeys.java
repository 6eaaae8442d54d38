package alchemist.exchange;

/** What a file is called for good, whoever reads it: the same for the same file. */
@FunctionalInterface
public interface FileKeys {
    /** Files are known by where they are. */
    FileKeys BY_PATH = Place::location;

    /**
     * The key of a file.
     *
     * @throws ReadingFailed when it cannot be found out
     */
    String keyOf(Place file) throws ReadingFailed;
}
