@NullMarked
package alchemist.gateway.http;

import org.jspecify.annotations.NullMarked;
