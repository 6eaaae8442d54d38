package alchemist.log;

/**
 * Cuts a block at the end of one of its commands: what a log that is put back to a position ends
 * with.
 */
public final class BlockCut {
    private BlockCut() {}

    /** Whether a position is the end of a command of a block, so that it may be cut there. */
    public static boolean isCommandsEnd(CommitBlock block, long position) {
        return commandsEndAtOrBefore(block, position) == position;
    }

    /**
     * The last position up to which a block has whole commands, not after a given one; the position
     * before the block when its first command goes further.
     */
    public static long commandsEndAtOrBefore(CommitBlock block, long position) {
        long end = block.firstPosition() - 1;
        long at = end;
        for (Records r = block.records(); r.next(); ) {
            if (r.kind() == RecordKind.EVENT) {
                at = r.position();
            } else if (at <= position) {
                end = at;
            }
        }
        return at <= position ? at : end;
    }

    /**
     * The commands of a block up to a position, as a block: the same records, the same time, the
     * same rules, the same block before it. Its hash is its own, unless that is all of it.
     *
     * @throws IllegalArgumentException when no command ends there
     */
    public static CommitBlock upTo(CommitBlock block, long position) {
        if (position == block.lastPosition()) {
            return block;
        }
        if (position < block.firstPosition() || !isCommandsEnd(block, position)) {
            throw new IllegalArgumentException("no command of " + block + " ends at " + position);
        }
        BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);
        BlockHeader header = block.header();
        if (block.isFirst()) {
            builder.beginLog(block.origin(), header.rulesVersion());
        } else {
            builder.begin(block.firstPosition(), block.previous(), header.rulesVersion());
        }
        for (Records r = block.records(); r.next(); ) {
            if (r.kind() == RecordKind.EVENT && r.position() <= position) {
                builder.event(r.bytes(), r.offset(), r.length());
            } else if (r.kind() == RecordKind.COMMAND && r.position() <= position) {
                builder.command(r.bytes(), r.offset(), r.length());
            }
        }
        return builder.seal(block.recordedAtMicros());
    }
}
