package alchemist.gateway;

import org.jspecify.annotations.Nullable;

/** A workspace that is there and cannot be opened; the message says why, and what to do. */
public final class WorkspaceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A workspace, by its name, and what keeps it from being opened. */
    public WorkspaceUnavailable(String name, String reason, @Nullable Throwable cause) {
        super("the workspace '" + name + "' cannot be opened: " + reason, cause);
    }
}
