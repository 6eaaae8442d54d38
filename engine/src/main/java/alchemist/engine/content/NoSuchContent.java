package alchemist.engine.content;

import java.io.IOException;

/** A content is not in the store. */
public final class NoSuchContent extends IOException {
    private static final long serialVersionUID = 1;

    NoSuchContent(Cid cid, IOException cause) {
        super("the content " + cid + " is not here", cause);
    }
}
