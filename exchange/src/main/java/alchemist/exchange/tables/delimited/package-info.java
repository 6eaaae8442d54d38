/** Tables as lines of text: CSV and its kin. */
@NullMarked
package alchemist.exchange.tables.delimited;

import org.jspecify.annotations.NullMarked;
