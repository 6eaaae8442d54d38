/**
 * Infrastructure as Terraform and OpenTofu describe it. The parser is written here: it reads names
 * and references, and evaluates nothing.
 */
@NullMarked
package alchemist.exchange.terraform;

import org.jspecify.annotations.NullMarked;
