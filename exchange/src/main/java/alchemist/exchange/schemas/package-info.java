/**
 * Schemas of Protocol Buffers and GraphQL. Their grammars are small, and of a damaged file what
 * stands before the damage is wanted: so their parsers are written here.
 */
@NullMarked
package alchemist.exchange.schemas;

import org.jspecify.annotations.NullMarked;
