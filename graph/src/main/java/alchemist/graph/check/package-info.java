/** Rules of how a graph should be, and what breaks them. */
@NullMarked
package alchemist.graph.check;

import org.jspecify.annotations.NullMarked;
