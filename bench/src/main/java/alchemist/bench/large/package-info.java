/**
 * Opening large repositories: one that is generated from a seed, and how long it takes to be there.
 */
@NullMarked
package alchemist.bench.large;

import org.jspecify.annotations.NullMarked;
