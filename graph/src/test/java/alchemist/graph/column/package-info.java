/** The columns, read while one thread writes. */
@NullMarked
package alchemist.graph.column;

import org.jspecify.annotations.NullMarked;
