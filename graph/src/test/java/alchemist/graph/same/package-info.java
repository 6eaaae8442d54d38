@NullMarked
package alchemist.graph.same;

import org.jspecify.annotations.NullMarked;
