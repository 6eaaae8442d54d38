/** Reading and writing JSON text, without reflection. */
@NullMarked
package alchemist.kernel.json;

import org.jspecify.annotations.NullMarked;
