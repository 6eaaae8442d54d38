/** Graphs as JSON: lists of nodes and of edges, as many programs write them. */
@NullMarked
package alchemist.exchange.nodelink;

import org.jspecify.annotations.NullMarked;
