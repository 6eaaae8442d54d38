package alchemist.graph.read;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.util.List;

/**
 * All of an edge.
 *
 * @param type its relation as it is shown; may be empty
 * @param from the node that it leaves, as it is shown
 * @param to the node that it enters, as it is shown
 * @param shownProperties what is shown
 * @param properties likewise with all that is stated
 * @param existenceStatements who states that it is there, or denies it
 * @param sources all who state that it is there
 * @param addedAt the position of the first event that stated it
 * @param effectiveFrom when it began to be there, µs since 1970
 * @param effectiveTo when it ceased to be; {@link Long#MAX_VALUE} while it is there
 */
public record EdgeRead(
        Id id,
        String type,
        NodeSummary from,
        NodeSummary to,
        Properties shownProperties,
        List<PropertyRead> properties,
        List<StatementRead> existenceStatements,
        List<SourceRef> sources,
        long addedAt,
        long effectiveFrom,
        long effectiveTo) {}
