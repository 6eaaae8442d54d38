@NullMarked
package alchemist.gateway.upload;

import org.jspecify.annotations.NullMarked;
