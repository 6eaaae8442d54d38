/** Tests of the part for the browser, and the files that the browser is compared with. */
@NullMarked
package alchemist.wasm;

import org.jspecify.annotations.NullMarked;
