/** Reads diagrams of PlantUML, into what diagrams of Mermaid become as well. */
@NullMarked
package alchemist.exchange.plantuml;

import org.jspecify.annotations.NullMarked;
