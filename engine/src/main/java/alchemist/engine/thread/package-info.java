/** How the engine's threads are made, and how they wait for each other. */
@NullMarked
package alchemist.engine.thread;

import org.jspecify.annotations.NullMarked;
