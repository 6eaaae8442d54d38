/** The graph view: folds what is stated, and answers for any moment of it. */
@NullMarked
package alchemist.graph;

import org.jspecify.annotations.NullMarked;
