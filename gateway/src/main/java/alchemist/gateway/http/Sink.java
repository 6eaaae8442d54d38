package alchemist.gateway.http;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Output;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSinkChannel;

/**
 * Where the body of an answer is written. Small pieces are gathered; who writes waits only when the
 * client is behind by more than what may be held for it. For one thread.
 */
public final class Sink extends OutputStream {
    private static final int PIECE_BYTES = 16 << 10;

    /** How much is held for a client that is behind, unless asked for more. */
    private static final int HELD_BYTES = 256 << 10;

    private final StreamSinkChannel channel;
    private final long stallNanos;
    private final @Nullable GZIPOutputStream gzip;
    private byte[] held = new byte[PIECE_BYTES + (PIECE_BYTES >> 1)];
    private int start;
    private int end;
    private int mayHold = HELD_BYTES;

    Sink(StreamSinkChannel channel, Duration stall, boolean compressed) throws IOException {
        this.channel = channel;
        this.stallNanos = stall.toNanos();
        this.gzip = compressed ? new GZIPOutputStream(new Plain(), PIECE_BYTES, true) : null;
    }

    /** How many bytes may be held for a client that takes nothing, before who writes waits. */
    public void mayHold(int bytes) {
        mayHold = bytes;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (gzip == null) {
            hold(bytes, offset, length);
        } else {
            gzip.write(bytes, offset, length);
        }
    }

    /** Writes what a writer wrote, and empties it. */
    public void write(JsonWriter json) throws IOException {
        write(json.output());
    }

    /** Writes what an output holds, and empties it. */
    public void write(Output out) throws IOException {
        write(out.bytes(), 0, out.size());
        out.clear();
    }

    /** Sends all that is held, and waits until it is taken. */
    @Override
    public void flush() throws IOException {
        if (gzip != null) {
            gzip.flush();
        }
        drain(0);
    }

    /** Sends of what is held as much as is taken at once. */
    public void poke() throws IOException {
        while (start < end) {
            int taken = send();
            if (taken == 0) {
                return;
            }
            start += taken;
        }
        start = 0;
        end = 0;
    }

    private int send() throws IOException {
        try {
            return channel.write(ByteBuffer.wrap(held, start, end - start));
        } catch (IOException e) {
            throw new ClientGone("the answer broke off", e);
        }
    }

    /** Ends the body. */
    void end() throws IOException {
        if (gzip != null) {
            gzip.finish();
        }
        drain(0);
        channel.shutdownWrites();
        while (!channel.flush()) {
            await();
        }
    }

    private void hold(byte[] bytes, int offset, int length) throws IOException {
        if (end + length > held.length) {
            makeRoom(length);
        }
        System.arraycopy(bytes, offset, held, end, length);
        end += length;
        if (end - start >= PIECE_BYTES) {
            poke();
            if (end - start > mayHold) {
                drain(mayHold / 2);
            }
        }
    }

    private void makeRoom(int length) {
        int size = end - start;
        byte[] to = held;
        if (size + length > held.length) {
            to = new byte[Math.max(Math.addExact(size, length), held.length * 2)];
        }
        System.arraycopy(held, start, to, 0, size);
        held = to;
        start = 0;
        end = size;
    }

    private void drain(int to) throws IOException {
        poke();
        while (end - start > to) {
            await();
            poke();
        }
    }

    private void await() throws IOException {
        if (!Channels.awaitWritable(channel, stallNanos)) {
            throw new ClientGone(
                    "the answer was given up", new IOException("the client takes nothing of it"));
        }
    }

    /** What the compressor writes to. */
    private final class Plain extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            hold(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            hold(bytes, offset, length);
        }
    }
}
