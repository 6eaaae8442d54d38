/**
 * Growing columns that one thread writes and many read without locks.
 *
 * <p>The protocol, for every class here: the writer fills a cell with plain stores and then makes
 * it reachable with one <em>release</em> store (of an index, or of an entry of a table). A reader
 * follows an index that it loaded with <em>acquire</em>, and from then on sees all that was written
 * before the release, the chunks and directories that hold it included. Nothing that was made
 * reachable is ever moved or taken back; a directory or table that grows is replaced whole, and a
 * reader that still holds the former one misses at most what is newer than the position that it
 * reads at.
 */
@NullMarked
package alchemist.graph.column;

import org.jspecify.annotations.NullMarked;
