/** Reads notebooks of Jupyter: what stands in their cells, and where. */
@NullMarked
package alchemist.exchange.notebook;

import org.jspecify.annotations.NullMarked;
