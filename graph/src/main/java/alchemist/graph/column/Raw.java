package alchemist.graph.column;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Columns in checkpoints: little-endian, just as they lie in memory, so that a large graph is read
 * as quickly as its file.
 */
final class Raw {
    /** So many numbers are read or written at once: more need not lie in memory twice. */
    private static final int PART = 8192;

    private Raw() {}

    /** Refuses to make room for more than is there to be read. */
    static void need(Input in, long bytes) {
        if (bytes > in.remaining()) {
            throw new MalformedBytes(
                    bytes + " bytes are needed where " + in.remaining() + " are left");
        }
    }

    static void write(int[] cells, int count, Output out) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, PART);
            int at = out.extend(4 * part);
            order(out.bytes(), at, 4 * part).asIntBuffer().put(cells, done, part);
            done += part;
        }
    }

    static void read(Input in, int[] cells, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, PART);
            in.require(4 * part);
            order(in.bytes(), in.position(), 4 * part).asIntBuffer().get(cells, done, part);
            in.skip(4 * part);
            done += part;
        }
    }

    static void write(long[] cells, int count, Output out) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, PART);
            int at = out.extend(8 * part);
            order(out.bytes(), at, 8 * part).asLongBuffer().put(cells, done, part);
            done += part;
        }
    }

    static void read(Input in, long[] cells, int count) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, PART);
            in.require(8 * part);
            order(in.bytes(), in.position(), 8 * part).asLongBuffer().get(cells, done, part);
            in.skip(8 * part);
            done += part;
        }
    }

    private static ByteBuffer order(byte[] bytes, int at, int length) {
        return ByteBuffer.wrap(bytes, at, length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
