/** Reads what is in a folder now. */
@NullMarked
package alchemist.exchange.folder;

import org.jspecify.annotations.NullMarked;
