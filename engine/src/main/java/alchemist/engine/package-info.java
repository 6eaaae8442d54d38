/**
 * Runs the shapes over a log: one writer a workspace, views, reactors, snapshots, contents, keys.
 * Holds no rule of the business.
 */
@NullMarked
package alchemist.engine;

import org.jspecify.annotations.NullMarked;
