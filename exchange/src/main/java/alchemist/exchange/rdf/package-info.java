/** RDF: Turtle and JSON-LD, read and written. */
@NullMarked
package alchemist.exchange.rdf;

import org.jspecify.annotations.NullMarked;
