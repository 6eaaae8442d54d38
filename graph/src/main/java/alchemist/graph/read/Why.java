package alchemist.graph.read;

import alchemist.kernel.Id;
import java.util.List;

/**
 * Where a statement comes from.
 *
 * @param statement what is stated, and by whom
 * @param positions the events that stated it and its former versions, the latest first
 * @param importId the import that stated it, NONE for a person
 */
public record Why(StatementRead statement, List<Long> positions, Id importId) {}
