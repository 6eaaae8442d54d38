package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.BlockParser;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.MalformedBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What follows the last good block of the last segment.
 *
 * <p>One append is one write, and nothing is written before it is forced; so a crash leaves at most
 * one torn block, and nothing after it. Whatever else is there is damage to what was acknowledged.
 *
 * @param bytes how many there are up to the last that is not zero
 * @param content what is there, at most as much as a block can have, with zeros
 */
record Tail(long bytes, byte[] content) {

    static final Tail NONE = new Tail(0, new byte[0]);

    static Tail read(BlockScanner scanner) throws IOException {
        long from = scanner.next();
        long end = scanner.lastByte(from, scanner.fileSize());
        // A block itself may end with zeros: those of its length.
        return new Tail(end - from, scanner.read(from, CommitBlock.MAX_BYTES));
    }

    /**
     * Whether it cannot be what a crash left of one append: there is more than one block can have,
     * or a whole block, or a whole block after the broken one.
     *
     * @param head what the block here should follow
     */
    boolean isDamage(Log.Head head) {
        if (bytes > CommitBlock.MAX_BYTES) {
            return true;
        }
        BlockParser parser = new BlockParser();
        int claimed = claimedLength(head);
        for (int at = 0; at + CommitBlock.MIN_BYTES <= content.length; at++) {
            if (BlockParser.lengthAt(content, at) < 0) {
                continue;
            }
            try {
                BlockHeader found = parser.check(content, at, content.length);
                if (at == 0 || (isLater(found, head) && (at >= claimed || isLinked(found, at)))) {
                    return true;
                }
            } catch (MalformedBlock e) {
                if (e.newerVersion() != 0 && at >= claimed) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * How long the broken block says it is, when its header is credible: a block inside of that is
     * only somebody's data.
     */
    private int claimedLength(Log.Head head) {
        if (content.length < BlockHeader.BYTES || BlockParser.lengthAt(content, 0) < 0) {
            return 0;
        }
        BlockHeader header = BlockHeader.read(content, 0);
        return head.whyNotNext(header) == null ? header.lengthBytes() : 0;
    }

    private static boolean isLater(BlockHeader found, Log.Head head) {
        return found.firstPosition() > head.position()
                && found.recordedAtMicros() >= head.recordedAtMicros();
    }

    /** Whether the trailer before an offset is one of a block that begins where the tail does. */
    private boolean isLinked(BlockHeader found, int at) {
        byte[] trailer = Arrays.copyOfRange(content, at - CommitBlock.TRAILER_BYTES, at);
        int length = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt(36);
        return length == at && Hash.read(trailer, 0).equals(found.previous());
    }
}
