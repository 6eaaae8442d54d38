package alchemist.graph.read;

/** Two nodes of which somebody said that they are not the same thing. */
public record Separation(NodeSummary one, NodeSummary other) {}
