@NullMarked
package alchemist.gateway.live;

import org.jspecify.annotations.NullMarked;
