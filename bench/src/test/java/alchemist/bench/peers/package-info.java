/** Tests of what can be tested of the peers without a server. */
@NullMarked
package alchemist.bench.peers;

import org.jspecify.annotations.NullMarked;
