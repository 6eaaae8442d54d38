/** Benchmarks, beside what the bare disk can do; never shipped. */
@NullMarked
package alchemist.bench;

import org.jspecify.annotations.NullMarked;
