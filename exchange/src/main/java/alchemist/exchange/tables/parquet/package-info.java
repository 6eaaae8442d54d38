/** Tables as Parquet files. */
@NullMarked
package alchemist.exchange.tables.parquet;

import org.jspecify.annotations.NullMarked;
