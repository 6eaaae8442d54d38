/**
 * The three shapes, what travels between them, and ids. Depends on nothing; also compiles to
 * WebAssembly.
 */
@NullMarked
package alchemist.kernel;

import org.jspecify.annotations.NullMarked;
