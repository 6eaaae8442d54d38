@NullMarked
package alchemist.graph.history;

import org.jspecify.annotations.NullMarked;
