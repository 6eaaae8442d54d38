/** Kernel, domain and layout for the browser. */
@NullMarked
package alchemist.wasm;

import org.jspecify.annotations.NullMarked;
