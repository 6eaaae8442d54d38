/**
 * What the readers and writers of graph files share: the graph as a file holds it, texts, XML and
 * values of others.
 */
@NullMarked
package alchemist.exchange.graphfile;

import org.jspecify.annotations.NullMarked;
