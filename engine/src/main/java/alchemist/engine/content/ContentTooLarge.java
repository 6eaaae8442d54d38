package alchemist.engine.content;

import java.io.IOException;

/** A content is longer than the store takes. */
public final class ContentTooLarge extends IOException {
    private static final long serialVersionUID = 1;

    ContentTooLarge(long maxBytes) {
        super("the content is longer than the limit of " + maxBytes + " bytes");
    }
}
