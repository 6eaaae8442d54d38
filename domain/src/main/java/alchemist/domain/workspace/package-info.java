/** The contexts of a workspace composed: one decider, one state, one contract. */
@NullMarked
package alchemist.domain.workspace;

import org.jspecify.annotations.NullMarked;
