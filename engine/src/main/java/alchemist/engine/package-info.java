/** Runs the shapes over a Log: the workspace writer, views, reactors, snapshots, content. */
@NullMarked
package alchemist.engine;

import org.jspecify.annotations.NullMarked;
