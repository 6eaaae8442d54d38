/** Protocols: translate, nothing else; each in its own package. */
@NullMarked
package alchemist.gateway;

import org.jspecify.annotations.NullMarked;
