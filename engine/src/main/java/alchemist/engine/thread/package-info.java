/** What threads of the engine share. */
@NullMarked
package alchemist.engine.thread;

import org.jspecify.annotations.NullMarked;
