/** What every reader of bytes keeps, tried with bytes that nobody wrote. */
@NullMarked
package alchemist.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
