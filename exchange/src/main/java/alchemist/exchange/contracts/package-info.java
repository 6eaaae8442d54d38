/** Contracts between programs: OpenAPI 2 and 3, and AsyncAPI 2 and 3. */
@NullMarked
package alchemist.exchange.contracts;

import org.jspecify.annotations.NullMarked;
