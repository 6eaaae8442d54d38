package alchemist.engine.stream;

import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.thread.Threads;
import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.log.MemoryLog;
import alchemist.testkit.threads.ThreadsContract;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/** Who looks for a batch while one thread publishes and older ones are let go. */
@Param(name = "position", gen = IntGen.class, conf = "0:5")
public final class CommitsThreadsTest extends ThreadsContract {
    private static final CommitBlock[] BLOCKS = new CommitBlock[8];

    static {
        for (int i = 0; i < BLOCKS.length; i++) {
            BlockBuilder builder = new BlockBuilder(1024);
            builder.begin(i + 1, Hash.ZERO, 1);
            builder.command(new byte[] {1}, 0, 1);
            builder.event(new byte[] {2}, 0, 1);
            BLOCKS[i] = builder.seal(0);
        }
    }

    /** Two of these blocks fit. */
    private final Commits commits =
            new Commits(
                    new MemoryLog(Origin.root(new WorkspaceId(1, 2)), 0),
                    LedgerDecider.CONTRACT,
                    2L * BLOCKS[0].lengthBytes(),
                    1_000,
                    Threads.SYSTEM);

    private int published;

    @Operation(nonParallelGroup = "writer")
    public long publish() {
        if (published < BLOCKS.length) {
            commits.publish(Batch.read(BLOCKS[published++], LedgerDecider.CONTRACT));
        }
        return commits.position();
    }

    @Operation
    public long position() {
        return commits.position();
    }

    @Operation
    public long find(@Param(name = "position") int after) {
        @Nullable Batch batch = commits.find(after);
        return batch == null ? -1 : batch.firstPosition();
    }
}
