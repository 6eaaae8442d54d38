package alchemist.graph.read;

import alchemist.kernel.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node or group in short.
 *
 * @param types as they are shown, the one stated first in front
 * @param isGroup it is a group
 */
public record NodeSummary(
        Id id, Display name, List<String> types, boolean isGroup, @Nullable GroupRef group) {}
