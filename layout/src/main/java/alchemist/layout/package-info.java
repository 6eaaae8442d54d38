/**
 * Positions and communities of a graph over plain arrays. No dependencies; also compiles to
 * WebAssembly.
 */
@NullMarked
package alchemist.layout;

import org.jspecify.annotations.NullMarked;
