@NullMarked
package alchemist.gateway.rest;

import org.jspecify.annotations.NullMarked;
