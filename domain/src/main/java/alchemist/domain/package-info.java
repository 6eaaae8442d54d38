/** The rules, one package per context. Sees the kernel only; also compiles to WebAssembly. */
@NullMarked
package alchemist.domain;

import org.jspecify.annotations.NullMarked;
