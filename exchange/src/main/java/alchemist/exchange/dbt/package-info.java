/**
 * Projects of dbt: what models are made of, and what is said of them. Templates are never run: read
 * is what stands in them as it is.
 */
@NullMarked
package alchemist.exchange.dbt;

import org.jspecify.annotations.NullMarked;
