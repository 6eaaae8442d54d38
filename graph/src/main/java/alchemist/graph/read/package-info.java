/** What the graph view answers: plain records, each true at one position. */
@NullMarked
package alchemist.graph.read;

import org.jspecify.annotations.NullMarked;
