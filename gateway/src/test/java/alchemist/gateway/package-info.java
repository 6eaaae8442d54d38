@NullMarked
package alchemist.gateway;

import org.jspecify.annotations.NullMarked;
