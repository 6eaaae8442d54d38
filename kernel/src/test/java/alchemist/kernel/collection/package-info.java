/** Tests of {@code alchemist.kernel.collection}. */
@NullMarked
package alchemist.kernel.collection;

import org.jspecify.annotations.NullMarked;
