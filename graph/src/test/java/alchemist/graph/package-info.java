/** The graph view, its query engine and the levels of the map. */
@NullMarked
package alchemist.graph;

import org.jspecify.annotations.NullMarked;
