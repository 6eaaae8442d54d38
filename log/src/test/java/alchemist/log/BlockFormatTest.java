package alchemist.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes of a block, as they must be for ever. */
final class BlockFormatTest {
    private static final byte[] ROOT = Hex.resource("root.hex");
    private static final byte[] BLOCK = Hex.resource("block.hex");
    private static final byte[] BRANCH = Hex.resource("branch.hex");

    private static final WorkspaceId WORKSPACE =
            new WorkspaceId(0x0123456789abcdefL, 0xfedcba9876543210L);
    private static final long CREATED = 1_700_000_000_000_000L;

    private static boolean command(BlockBuilder builder, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        return builder.command(bytes, 0, bytes.length);
    }

    private static boolean event(BlockBuilder builder, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        return builder.event(bytes, 0, bytes.length);
    }

    @Test
    void writesTheFirstBlockOfARoot() throws Exception {
        BlockBuilder builder = new BlockBuilder(1024);
        builder.beginLog(Origin.root(WORKSPACE), 0);
        assertArrayEquals(ROOT, builder.seal(CREATED).bytes());
    }

    @Test
    void writesCommandsAndEvents() throws Exception {
        BlockBuilder builder = new BlockBuilder(1024);
        builder.begin(1, CommitBlock.of(ROOT).hash(), 0xfffffffe);
        byte[] counting = new byte[256];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        assertTrue(command(builder, "add-node"));
        assertTrue(event(builder, "node-added"));
        assertTrue(builder.event(counting, 0, 200));
        assertTrue(builder.command(counting, 5, 0));
        assertTrue(builder.event(counting, 256, 0));
        assertArrayEquals(BLOCK, builder.seal(CREATED + 1_234_567).bytes());
    }

    @Test
    void writesTheFirstBlockOfABranch() throws Exception {
        CommitBlock parent = CommitBlock.of(BLOCK);
        BlockBuilder builder = new BlockBuilder(1024);
        builder.beginLog(new Origin(new WorkspaceId(0, 2), WORKSPACE, 3, parent.hash()), 7);
        assertTrue(command(builder, "fork"));
        assertTrue(event(builder, "forked"));
        assertArrayEquals(BRANCH, builder.seal(CREATED + 2_000_000).bytes());
    }

    @Test
    void readsTheFirstBlockOfARoot() throws Exception {
        CommitBlock root = CommitBlock.of(ROOT);
        assertTrue(root.isFirst());
        assertEquals(Origin.root(WORKSPACE), root.origin());
        assertFalse(root.origin().isBranch());
        assertEquals(1, root.firstPosition());
        assertEquals(0, root.lastPosition());
        assertEquals(0, root.events());
        assertEquals(1, root.recordCount());
        assertEquals(Hash.ZERO, root.previous());
        assertEquals(CREATED, root.recordedAtMicros());
        assertEquals(
                Hash.parse("ffb65fb60d3cd04fc338221332a1821f7462931bc67a025b3b2cd3ef7f055037"),
                root.hash());
        assertEquals(root.hash(), root.header().hash());
    }

    @Test
    void readsCommandsAndEvents() throws Exception {
        CommitBlock block = CommitBlock.of(BLOCK);
        assertEquals(CommitBlock.of(ROOT).hash(), block.previous());
        assertEquals(0xfffffffe, block.rulesVersion());
        assertEquals(3, block.lastPosition());
        assertEquals(block.bytes().length, block.lengthBytes());
        assertEquals(BLOCK.length, block.buffer().remaining());
        Records r = block.records();
        assertRecord(r, RecordKind.COMMAND, 1, HexFormat.of().formatHex(ascii("add-node")));
        assertRecord(r, RecordKind.EVENT, 1, HexFormat.of().formatHex(ascii("node-added")));
        assertTrue(r.next());
        assertEquals(2, r.position());
        assertEquals(200, r.length());
        assertEquals((byte) 199, r.bytes()[r.offset() + 199]);
        assertRecord(r, RecordKind.COMMAND, 3, "");
        assertRecord(r, RecordKind.EVENT, 3, "");
        assertEquals(4, r.index());
        assertFalse(r.next());
        assertThrows(IllegalStateException.class, block::origin);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static void assertRecord(Records r, RecordKind kind, long position, String payload) {
        assertTrue(r.next());
        assertEquals(kind, r.kind());
        assertEquals(position, r.position());
        assertEquals(payload, HexFormat.of().formatHex(r.payload()));
    }

    @Test
    void readsTheFirstBlockOfABranch() throws Exception {
        CommitBlock branch = CommitBlock.of(BRANCH);
        Origin origin = branch.origin();
        assertTrue(origin.isBranch());
        assertEquals(WORKSPACE, origin.parent());
        assertEquals(3, origin.parentPosition());
        assertEquals(CommitBlock.of(BLOCK).hash(), origin.parentBlock());
        assertEquals(origin.parentBlock(), branch.previous());
        assertEquals(4, branch.firstPosition());
        assertEquals(4, branch.lastPosition());
        assertEquals(7, branch.rulesVersion());
    }

    @Test
    void refusesEveryBlockWithAFlippedBit() throws Exception {
        for (byte[] good : new byte[][] {ROOT, BLOCK, BRANCH}) {
            for (int bit = 0; bit < 8 * good.length; bit++) {
                byte[] bad = good.clone();
                bad[bit / 8] ^= (byte) (1 << (bit % 8));
                MalformedBlock e = assertThrows(MalformedBlock.class, () -> CommitBlock.of(bad));
                assertEquals(0, e.newerVersion());
            }
        }
    }

    @Test
    void refusesEveryPartOfABlock() {
        for (int length = 0; length < BLOCK.length; length++) {
            byte[] part = Arrays.copyOf(BLOCK, length);
            assertThrows(MalformedBlock.class, () -> CommitBlock.of(part));
        }
        byte[] more = Arrays.copyOf(BLOCK, BLOCK.length + 1);
        assertThrows(MalformedBlock.class, () -> CommitBlock.of(more));
    }
}
