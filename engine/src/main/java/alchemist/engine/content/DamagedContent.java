package alchemist.engine.content;

import java.io.IOException;
import java.nio.file.Path;

/** The bytes of a content are not those that were put in. */
public final class DamagedContent extends IOException {
    private static final long serialVersionUID = 1;

    DamagedContent(Cid cid, Path file) {
        super(
                "the content "
                        + cid
                        + " in "
                        + file
                        + " was damaged on the disk; put the file back from a backup, or delete it"
                        + " and read its source again");
    }
}
