package alchemist.exchange.tables.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Walks over the pages of a column, from header to header, before they are read: the library goes
 * round for ever where a header is damaged. Headers are Thrift's, in its compact protocol.
 *
 * @see <a
 *     href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">
 *     parquet.thrift</a>
 */
final class Pages {
    /** A header with statistics of long texts is longer than most. */
    private static final int HEADER_BYTES = 1 << 16;

    private static final int MAX_DEPTH = 16;

    private static final int PACKED_SIZE = 3;
    private static final int DATA = 5;
    private static final int DATA_V2 = 8;
    private static final int VALUES = 1;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;
    private static final int UUID = 13;

    private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    private long packed;
    private long values;

    /**
     * Walks over a column's pages.
     *
     * @param start of its first page in the file
     * @param length of all of them with their headers
     * @param expected how many values they hold, with those that are null
     * @throws IOException when they are not whole; says at which byte
     */
    void walk(FileChannel file, long start, long length, long expected) throws IOException {
        if (start < 0 || length < 0 || start > file.size() - length) {
            throw new IOException("a column is said to be at byte " + start + ", outside of it");
        }
        long end = start + length;
        long found = 0;
        for (long at = start; found < expected; ) {
            long left = end - at;
            readHeader(file, at, left);
            if (packed < 0 || values < 0 || header.position() + packed > left) {
                throw new IOException("the page at byte " + at + " is damaged");
            }
            found += values;
            at += header.position() + packed;
        }
    }

    private void readHeader(FileChannel file, long at, long left) throws IOException {
        header.clear().limit((int) Math.min(HEADER_BYTES, left));
        while (header.hasRemaining()) {
            if (file.read(header, at + header.position()) < 0) {
                break;
            }
        }
        header.flip();
        packed = -1;
        values = 0;
        try {
            struct(0, 0);
        } catch (EOFException e) {
            throw new IOException("the page at byte " + at + " is cut off", e);
        }
    }

    /**
     * Reads or passes over the fields of a struct.
     *
     * @param of the field that it is in the header, 0 for the header itself
     */
    private void struct(int of, int depth) throws IOException {
        int id = 0;
        for (int head = u8(); head != 0; head = u8()) {
            int type = head & 0x0f;
            id = head >>> 4 == 0 ? (int) zigzag() : id + (head >>> 4);
            if (depth == 0 && id == PACKED_SIZE && type == I32) {
                packed = zigzag();
            } else if (depth == 1 && (of == DATA || of == DATA_V2) && id == VALUES && type == I32) {
                values = zigzag();
            } else {
                pass(type, depth == 0 ? id : 0, depth + 1);
            }
        }
    }

    private void pass(int type, int field, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("the header of a page is nested too deeply");
        }
        switch (type) {
            case TRUE, FALSE -> {}
            case BYTE -> skip(1);
            case I16, I32, I64 -> zigzag();
            case DOUBLE -> skip(8);
            case BINARY -> skip(varint());
            case UUID -> skip(16);
            case LIST, SET -> {
                int head = u8();
                long count = head >>> 4 == 15 ? varint() : head >>> 4;
                for (long i = 0; i < count; i++) {
                    element(head & 0x0f, depth);
                }
            }
            case MAP -> {
                long count = varint();
                int types = count == 0 ? 0 : u8();
                for (long i = 0; i < count; i++) {
                    element(types >>> 4, depth);
                    element(types & 0x0f, depth);
                }
            }
            case STRUCT -> struct(field, depth);
            default -> throw new IOException("the header of a page has a type " + type);
        }
    }

    /** Within a list a flag takes a byte, which in a field it does not. */
    private void element(int type, int depth) throws IOException {
        if (type == TRUE || type == FALSE) {
            skip(1);
        } else {
            pass(type, 0, depth + 1);
        }
    }

    private int u8() throws EOFException {
        if (!header.hasRemaining()) {
            throw new EOFException();
        }
        return header.get() & 0xff;
    }

    private void skip(long bytes) throws EOFException {
        if (bytes < 0 || bytes > header.remaining()) {
            throw new EOFException();
        }
        header.position(header.position() + (int) bytes);
    }

    private long varint() throws EOFException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = u8();
            number |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return number;
            }
        }
        throw new EOFException();
    }

    private long zigzag() throws EOFException {
        long number = varint();
        return number >>> 1 ^ -(number & 1);
    }
}
