/** Tests of {@code alchemist.kernel.value}. */
@NullMarked
package alchemist.kernel.value;

import org.jspecify.annotations.NullMarked;
