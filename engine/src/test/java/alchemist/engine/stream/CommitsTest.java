package alchemist.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.thread.Threads;
import alchemist.kernel.schema.Contract;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CommitsTest {
    private static final int BLOCKS = 10;

    private final Contract contract = LedgerDecider.rules().contract();
    private final List<CommitBlock> blocks = new ArrayList<>();

    @BeforeEach
    void fill() throws Exception {
        ScriptedLog log = new ScriptedLog();
        Ledgers.fill(log, BLOCKS);
        try (BlockCursor cursor = log.read(0)) {
            cursor.next(); // without events
            for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                blocks.add(block);
            }
        }
        assertEquals(BLOCKS, blocks.size());
    }

    private Commits published(long maxBytes) {
        Commits commits = new Commits(new ScriptedLog(), contract, maxBytes, 1_000, Threads.SYSTEM);
        for (CommitBlock block : blocks) {
            commits.publish(Batch.read(block, contract));
            assertEquals(block.lastPosition(), commits.position());
        }
        return commits;
    }

    @Test
    void keepsTheLatestBlocksUpToAsManyBytesAsItMay() {
        long lastThree = 0;
        for (CommitBlock block : blocks.subList(BLOCKS - 3, BLOCKS)) {
            lastThree += block.lengthBytes();
        }
        Commits commits = published(lastThree);

        assertNull(commits.find(BLOCKS - 4));
        assertNotNull(commits.find(BLOCKS - 3));
        assertNotNull(commits.find(BLOCKS - 1));
        assertNull(commits.find(BLOCKS));
    }

    @Test
    void keepsTheLastBlockHoweverLongItIs() {
        Commits commits = published(1);

        assertNull(commits.find(BLOCKS - 2));
        assertNotNull(commits.find(BLOCKS - 1));
    }

    @Test
    void keepsAllWhereThereIsRoom() {
        assertNotNull(published(1 << 20).find(0));
    }
}
