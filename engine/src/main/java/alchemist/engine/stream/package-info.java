/** What a workspace committed, in order: read from the log, or followed as it comes. */
@NullMarked
package alchemist.engine.stream;

import org.jspecify.annotations.NullMarked;
