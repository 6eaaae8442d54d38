/**
 * Reads pages of Markdown: documents and notes, with what they link to and the diagrams in them.
 */
@NullMarked
package alchemist.exchange.markdown;

import org.jspecify.annotations.NullMarked;
