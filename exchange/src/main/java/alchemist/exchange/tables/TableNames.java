package alchemist.exchange.tables;

/** What tables are called that have no name but their file's. */
public final class TableNames {
    private TableNames() {}

    /** A file's name without its ending, and without what says that it holds nodes or edges. */
    public static String ofFile(String file) {
        int dot = file.lastIndexOf('.');
        String name = dot > 0 ? file.substring(0, dot) : file;
        String bare = name.replaceAll("(?i)\\.(nodes|edges|vertices|relationships)$", "");
        return bare.isEmpty() ? name : bare;
    }
}
