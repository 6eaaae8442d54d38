/** A graph as GraphML, for other programs to draw and count, and GraphML of others. */
@NullMarked
package alchemist.exchange.graphml;

import org.jspecify.annotations.NullMarked;
