/** Tests of {@code alchemist.kernel.schema}. */
@NullMarked
package alchemist.kernel.schema;

import org.jspecify.annotations.NullMarked;
