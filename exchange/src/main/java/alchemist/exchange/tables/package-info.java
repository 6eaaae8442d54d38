/**
 * Reads tables, whatever file they are in: a row becomes a node, and what it says of a row of
 * another table an edge. Each sub-package knows one kind of file.
 */
@NullMarked
package alchemist.exchange.tables;

import org.jspecify.annotations.NullMarked;
