/** The embedded Log: segments, forces, recovery. */
@NullMarked
package alchemist.logfile;

import org.jspecify.annotations.NullMarked;
