/** Commands and events over HTTP, as fast as they go. */
@NullMarked
package alchemist.bench.http;

import org.jspecify.annotations.NullMarked;
