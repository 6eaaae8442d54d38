package alchemist.graph.read;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;

/** All that one source states of an edge. */
public record StatedEdge(Id edge, Id from, Id to, String type, Properties properties) {}
