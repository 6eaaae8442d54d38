package alchemist.exchange;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

/**
 * A place cannot be read as what it seemed to be. The message says what is wrong, where, and what
 * to do.
 */
public final class ReadingFailed extends IOException {
    private static final long serialVersionUID = 1;

    /** Something is wrong there. */
    public ReadingFailed(String what) {
        super(what);
    }

    /** Something is wrong there, because of something else. */
    public ReadingFailed(String what, Throwable cause) {
        super(what, cause);
    }

    /** Something could not be read from the disk. */
    public static ReadingFailed of(Place place, IOException cause) {
        if (cause instanceof ReadingFailed failed) {
            return failed;
        }
        String why =
                cause instanceof AccessDeniedException
                        ? "may not be read: grant the right to"
                        : "cannot be read (" + cause + ")";
        return new ReadingFailed(place.location() + " " + why, cause);
    }

    /** What is wrong. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
