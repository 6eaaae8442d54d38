/**
 * Readers and writers of foreign formats. A {@link alchemist.exchange.Reader} turns what it finds
 * at a {@link alchemist.exchange.Place} into whole statements; {@code imports} compares them with
 * what the source states already and submits only what differs.
 */
@NullMarked
package alchemist.exchange;

import org.jspecify.annotations.NullMarked;
