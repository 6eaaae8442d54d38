/** Tests of what the benchmarks measure with. */
@NullMarked
package alchemist.bench;

import org.jspecify.annotations.NullMarked;
