/** The ontology: types and relations, and what constrains their properties. */
@NullMarked
package alchemist.domain.ontology;

import org.jspecify.annotations.NullMarked;
