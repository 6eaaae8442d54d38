/** A disk that crashes, tears, fills up and forgets, the same way again for the same seed. */
@NullMarked
package alchemist.testkit.disk;

import org.jspecify.annotations.NullMarked;
