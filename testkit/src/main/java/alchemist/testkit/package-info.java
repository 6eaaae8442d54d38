/**
 * Scenario, LogContract, simulated clock and disk. Sees kernel and log only, so that the engine can
 * be tested with it.
 */
@NullMarked
package alchemist.testkit;

import org.jspecify.annotations.NullMarked;
