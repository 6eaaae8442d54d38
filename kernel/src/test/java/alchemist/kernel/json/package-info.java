/** Tests of {@code alchemist.kernel.json}. */
@NullMarked
package alchemist.kernel.json;

import org.jspecify.annotations.NullMarked;
