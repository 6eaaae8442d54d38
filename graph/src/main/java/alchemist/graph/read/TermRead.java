package alchemist.graph.read;

import java.util.List;

/**
 * A type of nodes, or a relation of edges.
 *
 * @param term the name as sources state it
 * @param label the name that is shown
 * @param description what it means; empty: nobody says
 * @param relation a relation of edges, else a type of nodes
 * @param standing proposed, accepted or rejected
 * @param count how many visible nodes and groups are of the type, or edges of the relation
 * @param properties what is shown of them, by key; of a relation nothing
 */
public record TermRead(
        String term,
        String label,
        String description,
        boolean relation,
        String standing,
        int count,
        List<PropertyUse> properties) {}
