/**
 * The command line: each command talks to a running server, or starts one for as long as it needs
 * it.
 */
@NullMarked
package alchemist.server.cli;

import org.jspecify.annotations.NullMarked;
