/**
 * What diagrams of <a href="https://mermaid.js.org">Mermaid</a> say, as nodes, groups and links.
 */
@NullMarked
package alchemist.exchange.mermaid;

import org.jspecify.annotations.NullMarked;
