/**
 * Runs the engine and its log in a world that follows from a seed, and looks whether it is true.
 */
@NullMarked
package alchemist.engine.simulation;

import org.jspecify.annotations.NullMarked;
