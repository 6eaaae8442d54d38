/** Tables as sheets of a workbook. */
@NullMarked
package alchemist.exchange.tables.xlsx;

import org.jspecify.annotations.NullMarked;
