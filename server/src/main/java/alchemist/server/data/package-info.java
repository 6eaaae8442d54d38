/** Where things are on this machine. */
@NullMarked
package alchemist.server.data;

import org.jspecify.annotations.NullMarked;
