/** Logs for tests, and the contract that every log keeps. */
@NullMarked
package alchemist.testkit.log;

import org.jspecify.annotations.NullMarked;
