/** Tests of {@code alchemist.kernel}. */
@NullMarked
package alchemist.kernel;

import org.jspecify.annotations.NullMarked;
