package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.BlockParser;
import alchemist.log.CommitBlock;
import alchemist.log.Disk;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import alchemist.log.MalformedBlock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Walks over the blocks of one file through a window that it reads ahead, checks each to be whole,
 * and copies only what is asked for. For one thread.
 */
final class BlockScanner implements Closeable {
    private static final int FIRST_WINDOW_BYTES = 64 * 1024;
    private static final int MAX_WINDOW_BYTES = 1 << 20;

    private DiskFile file;
    private final BlockParser parser = new BlockParser();

    private byte[] window = new byte[FIRST_WINDOW_BYTES];
    private long windowOffset;
    private int windowLength;

    private long offset;
    private long next;
    private BlockHeader header;

    @SuppressWarnings("NullAway.Init") // there is no header before the first step
    private BlockScanner(DiskFile file, long offset) {
        this.file = file;
        this.windowOffset = offset;
        this.next = offset;
    }

    static BlockScanner open(Segment segment, long offset) throws IOException {
        return new BlockScanner(segment.directory().open(segment.name(), Disk.Mode.READ), offset);
    }

    /** Where the next step will look, in bytes. */
    long next() {
        return next;
    }

    /** Goes on from an offset, and forgets what it has read ahead. */
    void seek(long to) {
        next = to;
        windowLength = 0;
    }

    /** Opens the file of that name again and goes on where it was. */
    void reopen(Segment segment) throws IOException {
        DiskFile again = segment.directory().open(segment.name(), Disk.Mode.READ);
        file.close();
        file = again;
        seek(next);
    }

    /** How long the file is now. */
    long fileSize() throws IOException {
        return file.size();
    }

    DiskFile file() {
        return file;
    }

    /**
     * Steps to the next block.
     *
     * @param limit where the file's blocks end
     * @return false when the limit is reached
     * @throws MalformedBlock when there is no whole block; the scanner stays where it is
     */
    boolean step(long limit) throws IOException, MalformedBlock {
        if (next >= limit) {
            return false;
        }
        int available = load(12, limit);
        if (available >= 12) {
            int length = BlockParser.lengthAt(window, at());
            if (length > available) {
                available = load(length, limit);
            }
        }
        header = parser.check(window, at(), at() + available);
        offset = next;
        next += header.lengthBytes();
        return true;
    }

    /** Where the block of the last step begins. */
    long offset() {
        return offset;
    }

    /** The header of the block of the last step. */
    BlockHeader header() {
        return header;
    }

    /** The hash of the block of the last step. */
    Hash hash() {
        return BlockParser.hashAt(window, (int) (offset - windowOffset), header.lengthBytes());
    }

    /** The block of the last step, as its own copy. */
    CommitBlock block() {
        int from = (int) (offset - windowOffset);
        return BlockParser.copy(window, from, header);
    }

    /**
     * Goes to the next offset after this one where a whole block begins.
     *
     * @return false when there is none; then it has gone to the limit
     */
    boolean findNext(long limit) throws IOException {
        for (next = next + 1; limit - next >= CommitBlock.MIN_BYTES; next++) {
            if (isWholeHere(limit)) {
                return true;
            }
        }
        next = limit;
        return false;
    }

    private boolean isWholeHere(long limit) throws IOException {
        int available = load(12, limit);
        int length = available < 12 ? -1 : BlockParser.lengthAt(window, at());
        if (length < 0 || length > limit - next) {
            return false;
        }
        available = load(length, limit);
        try {
            parser.check(window, at(), at() + available);
            return true;
        } catch (MalformedBlock e) {
            return false; // only bytes that look like the beginning of one
        }
    }

    /** The end of the last byte in a range that is not zero; its beginning when all are. */
    long lastByte(long from, long to) throws IOException {
        long last = from;
        for (long at = from; at < to; ) {
            byte[] b = read(at, (int) Math.min(FIRST_WINDOW_BYTES, to - at));
            if (b.length == 0) {
                break;
            }
            for (int i = 0; i < b.length; i++) {
                if (b[i] != 0) {
                    last = at + i + 1;
                }
            }
            at += b.length;
        }
        return last;
    }

    /** Reads from anywhere in the file: so many bytes, or what there is. */
    byte[] read(long at, int most) throws IOException {
        int length = Math.clamp(fileSize() - at, 0, most);
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            // Another process may cut the file meanwhile.
            if (file.read(bytes, at + bytes.position()) < 0) {
                return Arrays.copyOf(bytes.array(), bytes.position());
            }
        }
        return bytes.array();
    }

    private int at() {
        return (int) (next - windowOffset);
    }

    /** Has at least so many bytes in the window, or all there are; answers how many there are. */
    private int load(int needed, long limit) throws IOException {
        boolean outside = next < windowOffset || next > windowOffset + windowLength;
        int have = outside ? 0 : (int) (windowOffset + windowLength - next);
        int wanted = (int) Math.min(needed, limit - next);
        if (have >= wanted) {
            return (int) Math.min(have, limit - next);
        }
        byte[] target = window;
        if (needed > window.length || (have > 0 && window.length < MAX_WINDOW_BYTES)) {
            int doubled = Math.max(2 * window.length, Integer.highestOneBit(needed) << 1);
            target = new byte[Math.min(MAX_WINDOW_BYTES, doubled)];
        }
        if (have > 0) {
            System.arraycopy(window, at(), target, 0, have);
        }
        window = target;
        windowOffset = next;
        windowLength = have;
        int room = (int) Math.min(window.length, limit - next);
        while (windowLength < room) {
            ByteBuffer rest = ByteBuffer.wrap(window, windowLength, room - windowLength);
            int n = file.read(rest, windowOffset + windowLength);
            if (n < 0) {
                break;
            }
            windowLength += n;
        }
        return windowLength;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
