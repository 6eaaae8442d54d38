/** The one description of every record, and what derives from it: bytes, JSON, documentation. */
@NullMarked
package alchemist.kernel.schema;

import org.jspecify.annotations.NullMarked;
