/**
 * Runs views: folds them as events are committed, keeps checkpoints, parks what cannot be folded.
 */
@NullMarked
package alchemist.engine.view;

import org.jspecify.annotations.NullMarked;
