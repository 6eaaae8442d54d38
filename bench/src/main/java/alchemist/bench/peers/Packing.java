package alchemist.bench.peers;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Several events in one message: each as length (i32) and bytes. */
final class Packing {
    private Packing() {}

    static byte[] pack(List<byte[]> events) {
        int bytes = 0;
        for (byte[] event : events) {
            bytes += Integer.BYTES + event.length;
        }
        ByteBuffer packed = ByteBuffer.allocate(bytes);
        for (byte[] event : events) {
            packed.putInt(event.length).put(event);
        }
        return packed.array();
    }

    static void unpack(byte[] message, Consumer<byte[]> each) {
        for (ByteBuffer packed = ByteBuffer.wrap(message); packed.hasRemaining(); ) {
            byte[] event = new byte[packed.getInt()];
            packed.get(event);
            each.accept(event);
        }
    }
}
