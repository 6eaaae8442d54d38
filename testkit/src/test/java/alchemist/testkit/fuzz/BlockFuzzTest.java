package alchemist.testkit.fuzz;

import alchemist.log.BlockHeader;
import alchemist.log.CommitBlock;
import alchemist.log.MalformedBlock;
import alchemist.log.Records;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commit blocks. */
final class BlockFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() throws Exception {
        return LogSamples.blocks().stream().map(CommitBlock::bytes).toList();
    }

    @Override
    protected byte @Nullable [] withChecksums(byte[] bytes) {
        return LogSamples.sealed(bytes);
    }

    @Override
    protected byte @Nullable [] rewritten(byte[] bytes) {
        CommitBlock block;
        try {
            block = CommitBlock.of(bytes);
        } catch (MalformedBlock _) {
            return null;
        }
        if (block.isFirst()) {
            block.origin();
        }
        int events = 0;
        for (Records records = block.records(); records.next(); ) {
            records.payload();
            events = (int) (records.position() - block.firstPosition());
        }
        if (events > block.events()) {
            throw new AssertionError(events + " events, and not " + block.events());
        }
        byte[] again = block.bytes().clone();
        block.header().write(again, 0);
        BlockHeader.read(again, 0).write(again, 0);
        return again;
    }
}
