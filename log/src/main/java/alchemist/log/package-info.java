/**
 * The Log interface, commit blocks, checksums, chain and proofs: the same bytes on every medium.
 */
@NullMarked
package alchemist.log;

import org.jspecify.annotations.NullMarked;
