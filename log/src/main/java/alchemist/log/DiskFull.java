package alchemist.log;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no room left on the disk, or the quota is used up. */
public final class DiskFull extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * A refusal for want of room.
     *
     * @param message what the system said
     * @param cause the system's own exception
     */
    public DiskFull(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
