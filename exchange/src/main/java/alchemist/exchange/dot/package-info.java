/** Graphs in the language of Graphviz. */
@NullMarked
package alchemist.exchange.dot;

import org.jspecify.annotations.NullMarked;
