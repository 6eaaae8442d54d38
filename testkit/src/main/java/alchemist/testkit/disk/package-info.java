/**
 * A disk that crashes, tears, fills up and forgets, the same way again for the same seed; what
 * stands before a disk; folders of the real one.
 */
@NullMarked
package alchemist.testkit.disk;

import org.jspecify.annotations.NullMarked;
