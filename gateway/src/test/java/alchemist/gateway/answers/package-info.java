@NullMarked
package alchemist.gateway.answers;

import org.jspecify.annotations.NullMarked;
