package alchemist.engine.content;

import java.io.IOException;

/** The bytes of a content are not those that were put in. */
public final class DamagedContent extends IOException {
    private static final long serialVersionUID = 1;

    DamagedContent(Cid cid) {
        super(
                "the content "
                        + cid
                        + " was damaged on the disk; delete its file and read its source again");
    }
}
