/** A small real context for the tests of the engine: accounts, and amounts between them. */
@NullMarked
package alchemist.engine.ledger;

import org.jspecify.annotations.NullMarked;
