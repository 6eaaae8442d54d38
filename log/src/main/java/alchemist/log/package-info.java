/**
 * The Log interface, commit blocks, checksums, chain and proofs: the same bytes on every medium.
 *
 * <p>Read in this order: {@link alchemist.log.CommitBlock} (the bytes), {@link
 * alchemist.log.BlockBuilder} (how they are made), {@link alchemist.log.Log} (where they go),
 * {@link alchemist.log.EventProof} (what they prove), {@link alchemist.log.Disk} (what logs and
 * snapshots ask of a disk). A record is bytes here; what is in it is for the engine to know.
 */
@NullMarked
package alchemist.log;

import org.jspecify.annotations.NullMarked;
