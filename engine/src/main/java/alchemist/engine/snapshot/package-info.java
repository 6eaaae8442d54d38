/** Files that spare folding a log from its beginning. A cache: deleting them loses nothing. */
@NullMarked
package alchemist.engine.snapshot;

import org.jspecify.annotations.NullMarked;
