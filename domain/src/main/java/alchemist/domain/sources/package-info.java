/** Sources, their imports, and how much they are trusted. */
@NullMarked
package alchemist.domain.sources;

import org.jspecify.annotations.NullMarked;
