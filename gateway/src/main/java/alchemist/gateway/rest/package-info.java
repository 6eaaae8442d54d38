/** REST: one class a resource; they translate and decide nothing. */
@NullMarked
package alchemist.gateway.rest;

import org.jspecify.annotations.NullMarked;
