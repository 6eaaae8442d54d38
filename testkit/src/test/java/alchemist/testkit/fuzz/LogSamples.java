package alchemist.testkit.fuzz;

import alchemist.log.BlockCursor;
import alchemist.log.BlockHeader;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.testkit.log.Blocks;
import alchemist.testkit.log.MemoryLog;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** A small log, and its blocks. */
final class LogSamples {
    private LogSamples() {}

    static Log log() throws LogException {
        MemoryLog log = new MemoryLog(Origin.root(new WorkspaceId(1, 2)), 0);
        Blocks blocks = new Blocks(3);
        for (int events = 1; events < 9; events += 3) {
            log.append(log.position(), blocks.after(log.head(), events));
        }
        return log;
    }

    static List<CommitBlock> blocks() throws LogException {
        List<CommitBlock> blocks = new ArrayList<>();
        try (Log log = log();
                BlockCursor cursor = log.read(0)) {
            for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** The same with the lengths, the hash and the checksum of a block. */
    static byte[] sealed(byte[] bytes) {
        int length = Math.clamp(bytes.length, CommitBlock.MIN_BYTES, CommitBlock.MAX_BYTES);
        byte[] block = Arrays.copyOf(bytes, length);
        ByteBuffer b = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, 'A' | 'L' << 8 | 'C' << 16 | 'B' << 24).putShort(4, (short) 1);
        b.putInt(8, length);
        BlockHeader.read(block, 0).hash().write(block, length - CommitBlock.TRAILER_BYTES);
        CRC32C crc = new CRC32C();
        crc.update(block, 0, length - 8);
        b.putInt(length - 8, (int) crc.getValue()).putInt(length - 4, length);
        return block;
    }
}
