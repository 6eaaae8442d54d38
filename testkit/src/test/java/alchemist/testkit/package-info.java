/** Tests of the test kit. */
@NullMarked
package alchemist.testkit;

import org.jspecify.annotations.NullMarked;
