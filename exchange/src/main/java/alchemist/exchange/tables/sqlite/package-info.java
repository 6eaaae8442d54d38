/** Tables of an SQLite database. */
@NullMarked
package alchemist.exchange.tables.sqlite;

import org.jspecify.annotations.NullMarked;
