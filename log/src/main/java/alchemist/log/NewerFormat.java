package alchemist.log;

/** The log was written by a newer version of the program. */
public final class NewerFormat extends LogException {
    private static final long serialVersionUID = 1;

    /**
     * A refusal to read what this program cannot know.
     *
     * @param file which
     * @param version of its format
     * @param known the newest version that this program reads
     */
    public NewerFormat(String file, int version, int known) {
        super(
                file
                        + " was written by a newer version (format "
                        + version
                        + ", this program reads up to "
                        + known
                        + "); use the newer program",
                null);
    }
}
