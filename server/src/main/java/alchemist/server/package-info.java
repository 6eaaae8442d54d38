/** Main, configuration, wiring and the command line. */
@NullMarked
package alchemist.server;

import org.jspecify.annotations.NullMarked;
