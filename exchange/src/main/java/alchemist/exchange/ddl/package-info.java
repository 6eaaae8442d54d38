/**
 * Tables, views and indexes, as SQL defines them. Written here: a parser of one dialect refuses a
 * whole script for one statement of another, and here only a few kinds of statements matter.
 */
@NullMarked
package alchemist.exchange.ddl;

import org.jspecify.annotations.NullMarked;
