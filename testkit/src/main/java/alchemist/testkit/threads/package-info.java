/** What is shared by threads, tried in many orders of their steps. */
@NullMarked
package alchemist.testkit.threads;

import org.jspecify.annotations.NullMarked;
