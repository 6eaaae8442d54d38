/** Tables as objects of JSON, in one array or line by line. */
@NullMarked
package alchemist.exchange.tables.json;

import org.jspecify.annotations.NullMarked;
