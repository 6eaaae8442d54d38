/** Graphs in Gephi's exchange format, and their times. */
@NullMarked
package alchemist.exchange.gexf;

import org.jspecify.annotations.NullMarked;
