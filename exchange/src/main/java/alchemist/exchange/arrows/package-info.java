/** Reads the diagrams of <a href="https://arrows.app">arrows.app</a>. */
@NullMarked
package alchemist.exchange.arrows;

import org.jspecify.annotations.NullMarked;
