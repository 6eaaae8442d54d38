/** Benchmarks, with peers side by side; never shipped. */
@NullMarked
package alchemist.bench;

import org.jspecify.annotations.NullMarked;
