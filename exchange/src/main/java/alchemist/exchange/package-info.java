/** Readers and writers of foreign formats. */
@NullMarked
package alchemist.exchange;

import org.jspecify.annotations.NullMarked;
