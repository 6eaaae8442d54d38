package alchemist.logfile;

import alchemist.log.CommitBlock;
import alchemist.log.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes a whole segment under a name that does not count yet, then gives it its name. */
final class SegmentCopy implements Closeable {
    private final LogDirectory directory;
    private final SegmentHeader header;
    private final DiskFile file;
    private final ByteBuffer buffer = ByteBuffer.allocate(2 * CommitBlock.MAX_BYTES);
    private long written;

    SegmentCopy(LogDirectory directory, SegmentHeader header) throws IOException {
        this.directory = directory;
        this.header = header;
        this.file = directory.prepare(name());
        buffer.put(header.bytes());
    }

    private String name() {
        return SegmentHeader.name(header.firstPosition());
    }

    long lengthBytes() {
        return written + buffer.position();
    }

    boolean hasBlocks() {
        return lengthBytes() > SegmentHeader.BYTES;
    }

    void write(CommitBlock block) throws IOException {
        if (buffer.remaining() < block.lengthBytes()) {
            flush();
        }
        buffer.put(block.bytes());
    }

    private void flush() throws IOException {
        buffer.flip();
        int length = buffer.remaining();
        file.writeFully(buffer, written);
        written += length;
        buffer.clear();
    }

    /** Makes it durable, then gives it its name: after a crash it is there wholly or not at all. */
    void publish() throws IOException {
        flush();
        file.force(true);
        file.close();
        directory.publish(name());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
