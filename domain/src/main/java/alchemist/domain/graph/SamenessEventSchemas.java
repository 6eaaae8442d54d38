package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.NodesKeptApart;
import alchemist.domain.graph.GraphEvent.NodesReconsidered;
import alchemist.kernel.schema.Schema;

/**
 * How it is stored that nodes are not the same thing: names and tags are a file format, added and
 * never edited.
 */
final class SamenessEventSchemas {
    static final Schema<NodesKeptApart> NODES_KEPT_APART =
            Schema.<NodesKeptApart>record(
                            "graph.nodes-kept-apart", 1, "Two nodes are not the same thing")
                    .id(1, "one", "a node", NodesKeptApart::one)
                    .required()
                    .id(2, "other", "another", NodesKeptApart::other)
                    .required()
                    .id(3, "source", "the person that states it", NodesKeptApart::source)
                    .required()
                    .make(s -> new NodesKeptApart(s.id(1), s.id(2), s.id(3)));

    static final Schema<NodesReconsidered> NODES_RECONSIDERED =
            Schema.<NodesReconsidered>record(
                            "graph.nodes-reconsidered",
                            1,
                            "Whether two nodes are the same thing is open again")
                    .id(1, "one", "a node", NodesReconsidered::one)
                    .required()
                    .id(2, "other", "another", NodesReconsidered::other)
                    .required()
                    .id(3, "source", "the person that states it", NodesReconsidered::source)
                    .required()
                    .make(s -> new NodesReconsidered(s.id(1), s.id(2), s.id(3)));

    private SamenessEventSchemas() {}
}
