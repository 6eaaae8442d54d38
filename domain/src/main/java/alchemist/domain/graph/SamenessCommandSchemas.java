package alchemist.domain.graph;

import alchemist.domain.graph.GraphCommand.KeepNodesApart;
import alchemist.domain.graph.GraphCommand.MergePairs;
import alchemist.domain.graph.GraphCommand.ReconsiderNodes;
import alchemist.kernel.schema.Schema;

/**
 * How commands about many pairs of nodes are written: names and tags are a file format, added and
 * never edited.
 */
final class SamenessCommandSchemas {
    static final Schema<MergePairs> MERGE_PAIRS =
            Schema.<MergePairs>record(
                            "graph.merge-pairs",
                            1,
                            "States of pairs of nodes that the two of each are the same thing")
                    .ids(1, "survivors", "of each pair the node that stays", MergePairs::survivors)
                    .required()
                    .ids(
                            2,
                            "absorbed",
                            "of each pair the node that is shown as it",
                            MergePairs::absorbed)
                    .required()
                    .make(s -> new MergePairs(s.list(1), s.list(2)));

    static final Schema<KeepNodesApart> KEEP_NODES_APART =
            Schema.<KeepNodesApart>record(
                            "graph.keep-nodes-apart",
                            1,
                            "States of pairs of nodes that the two of each are not the same thing")
                    .ids(1, "ones", "of each pair one node", KeepNodesApart::ones)
                    .required()
                    .ids(2, "others", "of each pair the other node", KeepNodesApart::others)
                    .required()
                    .make(s -> new KeepNodesApart(s.list(1), s.list(2)));

    static final Schema<ReconsiderNodes> RECONSIDER_NODES =
            Schema.<ReconsiderNodes>record(
                            "graph.reconsider-nodes",
                            1,
                            "Takes back that pairs of nodes are not the same thing")
                    .ids(1, "ones", "of each pair one node", ReconsiderNodes::ones)
                    .required()
                    .ids(2, "others", "of each pair the other node", ReconsiderNodes::others)
                    .required()
                    .make(s -> new ReconsiderNodes(s.list(1), s.list(2)));

    private SamenessCommandSchemas() {}
}
