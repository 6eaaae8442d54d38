/** Models of software as Structurizr's DSL describes them: the C4 model, without its views. */
@NullMarked
package alchemist.exchange.structurizr;

import org.jspecify.annotations.NullMarked;
