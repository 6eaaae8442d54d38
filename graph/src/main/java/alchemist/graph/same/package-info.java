/** Which nodes are probably the same thing, and why: suggestions, never facts. */
@NullMarked
package alchemist.graph.same;

import org.jspecify.annotations.NullMarked;
