/**
 * The writer of a workspace: one thread that decides, one that appends, and what is remembered of
 * each client.
 */
@NullMarked
package alchemist.engine.workspace;

import org.jspecify.annotations.NullMarked;
