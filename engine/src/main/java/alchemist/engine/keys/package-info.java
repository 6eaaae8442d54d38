/** The keys of people: what is personal is sealed with them, and gone when they are destroyed. */
@NullMarked
package alchemist.engine.keys;

import org.jspecify.annotations.NullMarked;
