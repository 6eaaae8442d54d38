package alchemist.gateway;

import alchemist.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * A workspace that there is, as far as it is known without opening it.
 *
 * @param id of the workspace
 * @param name that it is called by, in paths and subjects
 * @param position of its last event
 * @param open all of it, where it is open
 */
public record Listed(Id id, String name, long position, @Nullable Hosted open) {
    /** One that is open. */
    public static Listed of(Hosted hosted) {
        return new Listed(hosted.id(), hosted.name(), hosted.workspace().position(), hosted);
    }
}
