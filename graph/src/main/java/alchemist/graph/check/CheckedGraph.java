package alchemist.graph.check;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;

/** The visible nodes and edges of a graph, by number from 0, in the order of their coming. */
public interface CheckedGraph {
    /** How many nodes and groups there are. */
    int nodes();

    /** A node in short. */
    NodeSummary summary(int node);

    /** What is shown of a node. */
    Properties properties(int node);

    /** How many edges there are. */
    int edges();

    /** Which edge it is. */
    Id edge(int edge);

    /** The node that an edge leaves. */
    int from(int edge);

    /** The node that an edge enters. */
    int to(int edge);

    /** The relation of an edge, as it is shown. */
    String relation(int edge);

    /** What is shown of an edge. */
    Properties edgeProperties(int edge);
}
