package alchemist.log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An open file of a {@link Disk}. Offsets are in bytes from its beginning. Reads may run beside
 * each other and beside a write; writes may not run beside each other.
 */
public interface DiskFile extends Closeable {
    /**
     * Of what offsets and lengths of writes must be multiples, and the address of a direct buffer
     * too: a power of two, in bytes. It is 1, for any, unless the file was opened past the system's
     * cache.
     */
    int alignment();

    /** How long the file is now, in bytes. */
    long size() throws IOException;

    /**
     * Reads into what remains of the buffer, or less.
     *
     * @return how many bytes, or -1 when the offset is at the end or beyond
     */
    int read(ByteBuffer target, long offset) throws IOException;

    /**
     * Writes what remains in the buffer, or less.
     *
     * @return how many bytes
     * @throws DiskFull when there is no room; part of it may have been written
     */
    int write(ByteBuffer source, long offset) throws IOException;

    /**
     * Makes what was written durable.
     *
     * @param metadata also what is not needed to read the bytes back, like the time of change; the
     *     length of the file is durable either way
     */
    void force(boolean metadata) throws IOException;

    /** Cuts the file to a length; not durable until forced. */
    void truncate(long size) throws IOException;

    /**
     * Fills what remains of the buffer.
     *
     * @throws EOFException when the file ends before
     */
    default void readFully(ByteBuffer target, long offset) throws IOException {
        long at = offset;
        while (target.hasRemaining()) {
            int n = read(target, at);
            if (n < 0) {
                throw new EOFException("the file ends at byte " + at);
            }
            at += n;
        }
    }

    /** Writes all that remains in the buffer. */
    default void writeFully(ByteBuffer source, long offset) throws IOException {
        long at = offset;
        while (source.hasRemaining()) {
            at += write(source, at);
        }
    }
}
