/**
 * All that can be read, and all that can be written: the one place that names every reader and
 * every writer, so that what they share names none of them.
 */
@NullMarked
package alchemist.exchange.formats;

import org.jspecify.annotations.NullMarked;
