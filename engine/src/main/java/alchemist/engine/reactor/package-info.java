/** Runs reactors: each event once, in order, whatever crash there was. */
@NullMarked
package alchemist.engine.reactor;

import org.jspecify.annotations.NullMarked;
