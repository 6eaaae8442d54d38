/**
 * Reads code: which types and functions its files declare, what they import, extend and call.
 * Parsed by a process of its own, so that a fault of a parser harms nothing else.
 */
@NullMarked
package alchemist.exchange.code;

import org.jspecify.annotations.NullMarked;
