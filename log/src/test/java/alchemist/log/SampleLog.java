package alchemist.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few known blocks as a log that can only be read. */
final class SampleLog implements Log {
    private final List<CommitBlock> blocks;
    private int reading;

    private SampleLog(CommitBlock... blocks) {
        this.blocks = List.of(blocks);
    }

    /** The known first block, the known block after it, and one with position 4. */
    static SampleLog ofFiveRecordsAndMore() throws MalformedBlock {
        CommitBlock root = CommitBlock.of(Hex.resource("root.hex"));
        CommitBlock second = CommitBlock.of(Hex.resource("block.hex"));
        BlockBuilder builder = new BlockBuilder(1024);
        builder.begin(4, second.hash(), 1);
        builder.command(new byte[] {1}, 0, 1);
        builder.event(new byte[] {2}, 0, 1);
        return new SampleLog(root, second, builder.seal(second.recordedAtMicros()));
    }

    @Override
    public Origin origin() {
        return blocks.getFirst().origin();
    }

    @Override
    public Head head() {
        return Head.of(blocks.getLast());
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public void append(long expectedPosition, CommitBlock block) throws LogException {
        throw new LogReadOnly("this log", "it is a sample");
    }

    @Override
    public BlockCursor read(long afterPosition) {
        reading++;
        return new BlockCursor() {
            private int next;

            @Override
            public @Nullable CommitBlock next() {
                while (next < blocks.size()) {
                    CommitBlock block = blocks.get(next++);
                    boolean origin = block.isFirst() && block.firstPosition() > afterPosition;
                    if (origin || block.lastPosition() > afterPosition) {
                        return block;
                    }
                }
                return null;
            }

            @Override
            public void close() {
                reading--;
            }
        };
    }

    /** How many cursors are not closed. */
    int reading() {
        return reading;
    }

    @Override
    public void close() {}
}
