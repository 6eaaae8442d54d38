package alchemist.graph.read;

/**
 * A name as it is shown.
 *
 * @param text plain, or opened; "(erased)" stands where a part can no longer be opened; empty where
 *     nobody states a name
 * @param erased a part of it can no longer be opened
 */
public record Display(String text, boolean erased) {
    /** No name. */
    public static final Display NONE = new Display("", false);
}
