/**
 * Imports: a reading is compared with what its source states already, and what differs is submitted
 * in bounded batches that can be cancelled and taken back.
 *
 * <pre>
 * Reader ─ whole statements ─▶ Fitting ─▶ Planner ─ what differs ─▶ Parcels ─ StateBatch ─▶ Pipeline ─▶ workspace
 *                                            └─▶ Diff
 * </pre>
 */
@NullMarked
package alchemist.exchange.imports;

import org.jspecify.annotations.NullMarked;
