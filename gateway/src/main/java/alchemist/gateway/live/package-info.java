/**
 * The live socket of a workspace: its events as they come, and who looks at what. The protocol is
 * described in {@code docs/reference/live.md}.
 */
@NullMarked
package alchemist.gateway.live;

import org.jspecify.annotations.NullMarked;
