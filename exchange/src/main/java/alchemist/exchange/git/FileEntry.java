package alchemist.exchange.git;

import alchemist.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * What a commit's tree holds at a path.
 *
 * @param life which file; null where one was and is no more
 * @param mode as Git has it, such as 100644 in octal
 * @param content the first 128 bits of the hash of its content
 * @param target of a submodule, the commit that it is at; else empty
 * @param since when the content came there, µs since 1970
 * @param aside whether the file was born on this line behind where it parted from what led to HEAD
 */
record FileEntry(
        @Nullable FileLife life, int mode, Id content, String target, long since, boolean aside) {
    static final FileEntry GONE = new FileEntry(null, 0, Id.NONE, "", 0, false);

    /** Another repository, at one of its commits. */
    static final int SUBMODULE = 0160000;

    /** A symbolic link. */
    static final int LINK = 0120000;

    /** A file that can be run. */
    static final int EXECUTABLE = 0100755;

    boolean holds(int otherMode, Id otherContent) {
        return mode == otherMode && content.equals(otherContent);
    }
}
