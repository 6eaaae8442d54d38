package alchemist.engine.workspace;

import alchemist.kernel.schema.Deferred;
import alchemist.log.Hash;

/**
 * What a machine was at the end of a block, which is durable.
 *
 * @param position of the block's last event
 * @param hash of the block
 * @param content what {@link Machine#save} would have written then
 */
record Frozen(long position, Hash hash, Deferred content) {}
