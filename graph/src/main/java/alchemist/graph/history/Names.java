package alchemist.graph.history;

/** How readers of histories and of code call what is looked at here. */
final class Names {
    static final String FILE = "File";
    static final String COMMIT = "Commit";
    static final String TAG = "Tag";

    static final String CHANGES = "changes";
    static final String FOLLOWS = "follows";
    static final String AUTHORED_BY = "authored by";
    static final String CO_AUTHORED_BY = "co-authored by";
    static final String POINTS_TO = "points to";
    static final String DECLARES = "declares";
    static final String MENTIONS = "mentions";

    static final String COMMITTED = "committed";
    static final String TAGGED = "tagged";
    static final String ADDED = "added";
    static final String DELETED = "deleted";
    static final String PATH = "path";
    static final String LINES = "lines";
    static final String COMPLEXITY = "complexity";

    private Names() {}
}
