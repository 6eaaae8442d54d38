/** The graph as readers and writers of foreign formats see it, with what is personal opened. */
@NullMarked
package alchemist.gateway.copy;

import org.jspecify.annotations.NullMarked;
