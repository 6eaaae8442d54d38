/** The values that properties take: those of openCypher, and sealed personal ones. */
@NullMarked
package alchemist.kernel.value;

import org.jspecify.annotations.NullMarked;
