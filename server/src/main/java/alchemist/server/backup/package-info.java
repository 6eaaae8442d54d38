/** Copies of workspaces, and how one is made of a copy again. */
@NullMarked
package alchemist.server.backup;

import org.jspecify.annotations.NullMarked;
