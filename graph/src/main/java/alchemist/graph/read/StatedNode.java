package alchemist.graph.read;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/**
 * All that one source states of a node or group, as it stated it: personal parts stay sealed.
 *
 * @param name null where it states none
 * @param group the group that it is in, NONE for none
 */
public record StatedNode(
        Id node,
        boolean isGroup,
        Value name,
        List<String> types,
        Properties properties,
        Id group) {}
