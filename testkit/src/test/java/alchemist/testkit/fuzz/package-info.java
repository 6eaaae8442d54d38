/** The kernel's and the log's readers of bytes, which see no test kit of their own. */
@NullMarked
package alchemist.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
