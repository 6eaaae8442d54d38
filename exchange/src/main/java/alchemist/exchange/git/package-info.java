/**
 * Reads Git repositories with the {@code git} command: their whole history, what is in them now,
 * and which file is which through renames.
 */
@NullMarked
package alchemist.exchange.git;

import org.jspecify.annotations.NullMarked;
