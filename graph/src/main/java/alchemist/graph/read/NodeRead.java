package alchemist.graph.read;

import alchemist.kernel.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of a node or group.
 *
 * @param id of the node as which it is shown
 * @param mergedFrom the nodes that it absorbed
 * @param properties by key; those that are denied are among them, with a null value
 * @param typeStatements what is stated of each type, by type as sources call it
 * @param nameStatements what is stated of its name, the shown one first
 * @param groupStatements what is stated of its group: values are ids as text
 * @param existenceStatements who states that it is there, or denies it
 * @param sources all who state that it is there
 * @param addedAt the position of the first event that stated it
 * @param effectiveFrom when it began to be there, µs since 1970
 * @param effectiveTo when it ceased to be; {@link Long#MAX_VALUE} while it is there
 * @param neighborCounts by relation and direction
 */
public record NodeRead(
        Id id,
        Display name,
        List<String> types,
        boolean isGroup,
        @Nullable GroupRef group,
        List<Id> mergedFrom,
        List<PropertyRead> properties,
        List<PropertyRead> typeStatements,
        List<StatementRead> nameStatements,
        List<StatementRead> groupStatements,
        List<StatementRead> existenceStatements,
        List<SourceRef> sources,
        long addedAt,
        long effectiveFrom,
        long effectiveTo,
        List<NeighborCount> neighborCounts) {}
