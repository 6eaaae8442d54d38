/** Scripts in Cypher that create a graph. */
@NullMarked
package alchemist.exchange.cypher;

import org.jspecify.annotations.NullMarked;
