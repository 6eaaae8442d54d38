@NullMarked
package alchemist.bench.large;

import org.jspecify.annotations.NullMarked;
