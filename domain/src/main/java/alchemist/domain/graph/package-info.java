/** The graph: nodes, edges, groups and merges, and who states what of them. */
@NullMarked
package alchemist.domain.graph;

import org.jspecify.annotations.NullMarked;
