package alchemist.graph.read;

import alchemist.kernel.Id;

/**
 * A reading of a source. Its counts are those that it came to, also where it is looked at in a
 * moment in which it still went on.
 *
 * @param state running, applied, reverting, cancelled or reverted
 * @param position of its start
 * @param startedAt µs since 1970
 * @param endedAt µs since 1970, 0 while it goes on
 * @param nodes how many nodes and groups it added
 * @param edges how many edges it added
 * @param refused how many statements broke a rule and were left out
 */
public record ImportRead(
        Id id,
        Id source,
        String reader,
        String location,
        String label,
        String state,
        long position,
        long startedAt,
        long endedAt,
        int nodes,
        int edges,
        int refused) {}
