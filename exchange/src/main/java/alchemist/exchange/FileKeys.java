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

    /**
     * Adds what a file's key depends on beside the file's place.
     *
     * @throws ReadingFailed when it cannot be found out
     */
    default void fingerprint(Place file, Fingerprint print) throws ReadingFailed {
        // On nothing else, where they are known by where they are.
    }
}
