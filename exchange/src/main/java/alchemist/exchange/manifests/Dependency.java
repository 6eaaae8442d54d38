package alchemist.exchange.manifests;

/**
 * What a module needs.
 *
 * @param name as its ecosystem writes it
 * @param requires which versions will do, as it is written; empty where nothing is said
 * @param scope what for, such as {@code test}; empty for all
 * @param folder where it is, by its path from the root; {@link #ELSEWHERE} where nothing is said
 * @param line in the manifest
 */
record Dependency(String name, String requires, String scope, String folder, int line) {
    /** No folder is a path like this. */
    static final String ELSEWHERE = "\0";
}
