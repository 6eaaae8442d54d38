package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.GraphPolicyAdopted;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.kernel.schema.Schema;

/**
 * How merges, reversals and policies are stored: names and tags are a file format, added and never
 * edited.
 */
final class GraphEventSchemas {
    static final Schema<NodesMerged> NODES_MERGED =
            Schema.<NodesMerged>record("graph.nodes-merged", 1, "Two nodes are the same thing")
                    .id(1, "survivor", "the node that stays", NodesMerged::survivor)
                    .required()
                    .id(2, "absorbed", "the node that is shown as it", NodesMerged::absorbed)
                    .required()
                    .id(
                            3,
                            "source",
                            "the import source or person that states it",
                            NodesMerged::source)
                    .required()
                    .count(
                            4,
                            "since",
                            "position from which it counts, if not this event's",
                            NodesMerged::since)
                    .make(s -> new NodesMerged(s.id(1), s.id(2), s.id(3), s.count(4)));

    static final Schema<NodesUnmerged> NODES_UNMERGED =
            Schema.<NodesUnmerged>record(
                            "graph.nodes-unmerged", 1, "Two nodes are not the same thing after all")
                    .id(1, "survivor", "the node that had stayed", NodesUnmerged::survivor)
                    .required()
                    .id(
                            2,
                            "absorbed",
                            "the node that stands for itself again",
                            NodesUnmerged::absorbed)
                    .required()
                    .id(
                            3,
                            "source",
                            "the import source or person that states it",
                            NodesUnmerged::source)
                    .required()
                    .count(
                            4,
                            "previousSince",
                            "position from which the merge had counted",
                            NodesUnmerged::previousSince)
                    .make(s -> new NodesUnmerged(s.id(1), s.id(2), s.id(3), s.count(4)));

    static final Schema<ThingReverted> THING_REVERTED =
            Schema.<ThingReverted>record(
                            "graph.thing-reverted",
                            1,
                            "What a source states of a thing is again what it stated at a former position")
                    .id(1, "thing", "the node or edge", ThingReverted::thing)
                    .required()
                    .id(
                            2,
                            "source",
                            "the import source or person that states it",
                            ThingReverted::source)
                    .required()
                    .count(
                            3,
                            "to",
                            "the position; absent: before the source stated anything",
                            ThingReverted::to)
                    .make(s -> new ThingReverted(s.id(1), s.id(2), s.count(3)));

    static final Schema<GraphPolicyAdopted> GRAPH_POLICY_ADOPTED =
            Schema.<GraphPolicyAdopted>record(
                            "graph.graph-policy-adopted",
                            1,
                            "What edges the graph may have is decided")
                    .flag(
                            1,
                            "refuseSelfLoops",
                            "self-loops are refused",
                            GraphPolicyAdopted::refuseSelfLoops)
                    .flag(
                            2,
                            "refuseParallelEdges",
                            "parallel edges are refused",
                            GraphPolicyAdopted::refuseParallelEdges)
                    .flag(
                            3,
                            "previousRefuseSelfLoops",
                            "the former policy",
                            GraphPolicyAdopted::previousRefuseSelfLoops)
                    .flag(
                            4,
                            "previousRefuseParallelEdges",
                            "the former policy",
                            GraphPolicyAdopted::previousRefuseParallelEdges)
                    .make(s -> new GraphPolicyAdopted(s.flag(1), s.flag(2), s.flag(3), s.flag(4)));

    private GraphEventSchemas() {}
}
