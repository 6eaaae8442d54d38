package alchemist.exchange.folder;

/**
 * Which files and folders are read. Paths are from the opened folder, with {@code /} between names.
 */
interface Rules {
    /** Whether a folder is looked into. */
    boolean enters(String path);

    /** Whether a file is read. */
    boolean takes(String path);

    /** Whether a folder in which nothing is read is told of nevertheless. */
    boolean takesEmptyFolders();
}
