package alchemist.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * Numbers in byte arrays: little-endian in blocks, most significant byte first in hashes and ids.
 */
final class Bytes {
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    static int u16(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) | (bytes[offset + 1] & 0xff) << 8;
    }

    static void u16(byte[] bytes, int offset, int value) {
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >>> 8);
    }

    static int i32(byte[] bytes, int offset) {
        return (int) INT.get(bytes, offset);
    }

    static void i32(byte[] bytes, int offset, int value) {
        INT.set(bytes, offset, value);
    }

    static long i64(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset);
    }

    static void i64(byte[] bytes, int offset, long value) {
        LONG.set(bytes, offset, value);
    }

    static long bigEndian(byte[] bytes, int offset) {
        return (long) BIG_LONG.get(bytes, offset);
    }

    static void bigEndian(byte[] bytes, int offset, long value) {
        BIG_LONG.set(bytes, offset, value);
    }

    static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
