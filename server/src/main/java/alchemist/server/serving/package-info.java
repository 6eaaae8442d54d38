/** Wires the shapes together, and serves them. */
@NullMarked
package alchemist.server.serving;

import org.jspecify.annotations.NullMarked;
