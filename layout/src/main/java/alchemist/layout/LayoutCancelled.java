package alchemist.layout;

/** The {@link LayoutProgress} of a placement asked for its end; nothing was placed. */
public final class LayoutCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LayoutCancelled() {
        super("the placement was cancelled by its progress callback");
    }
}
