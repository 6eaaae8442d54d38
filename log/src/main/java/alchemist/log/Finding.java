package alchemist.log;

/**
 * What was found in the files of a workspace and somebody should know.
 *
 * @param text a sentence that names the file and the offset, and says what is still there
 * @param isDamage whether something is lost or must be put back; else it is as it may be after a
 *     crash
 */
public record Finding(String text, boolean isDamage) {
    /** Something is lost or must be put back. */
    public static Finding damage(String text) {
        return new Finding(text, true);
    }

    /** Something is as it may be after a crash. */
    public static Finding notice(String text) {
        return new Finding(text, false);
    }
}
