/** The map: everything that ever was, placed in the plane, in levels of detail. */
@NullMarked
package alchemist.graph.map;

import org.jspecify.annotations.NullMarked;
