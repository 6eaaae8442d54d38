/**
 * What the readers of definitions share: the file that is read, data as trees that know their
 * lines, and what all files together state.
 */
@NullMarked
package alchemist.exchange.blueprint;

import org.jspecify.annotations.NullMarked;
