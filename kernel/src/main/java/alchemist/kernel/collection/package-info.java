/** Maps and lists of primitives, for states of a million things. */
@NullMarked
package alchemist.kernel.collection;

import org.jspecify.annotations.NullMarked;
