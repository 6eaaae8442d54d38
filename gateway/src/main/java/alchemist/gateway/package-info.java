/**
 * Protocols: requests are translated into commands and questions, answers into bytes; no rule is
 * here.
 */
@NullMarked
package alchemist.gateway;

import org.jspecify.annotations.NullMarked;
