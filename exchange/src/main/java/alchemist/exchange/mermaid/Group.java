package alchemist.exchange.mermaid;

/**
 * A frame around nodes: a subgraph, a namespace, a composite state, a boundary, a box.
 *
 * @param id what the diagram calls it; unique among its nodes and groups
 * @param label what is written on it, on one line; may be empty
 * @param within the id of the group it lies in; empty where it lies in none
 * @param line where it begins, from 1
 */
public record Group(String id, String label, String within, int line) {}
