package alchemist.graph.read;

import alchemist.kernel.Id;
import java.util.List;

/**
 * An import source.
 *
 * @param label how people call it, as its last import said
 * @param trust 0 to 100
 * @param imports from the first to the last
 * @param forgotten nothing that it stated is left, and nothing was imported since
 * @param nodes how many nodes and groups it states
 * @param edges how many edges it states
 */
public record SourceRead(
        Id id,
        String label,
        String reader,
        String location,
        int trust,
        List<ImportRead> imports,
        boolean forgotten,
        int nodes,
        int edges) {}
