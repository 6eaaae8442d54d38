/** Outlines files with tree-sitter; runs in a process of its own. */
@NullMarked
package alchemist.exchange.code.parsing;

import org.jspecify.annotations.NullMarked;
