/**
 * Other stores that keep events, each behind {@link alchemist.bench.peers.Peer} and used as its own
 * documentation advises for durable writes in batches.
 */
@NullMarked
package alchemist.bench.peers;

import org.jspecify.annotations.NullMarked;
