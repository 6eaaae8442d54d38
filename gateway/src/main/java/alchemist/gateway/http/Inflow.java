package alchemist.gateway.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/** The body of a request, as it arrives. For one thread. */
final class Inflow {
    private static final int FIRST_BYTES = 8 << 10;

    private final @Nullable StreamSourceChannel channel;
    private final long announced;
    private final Limits limits;
    private final Budget budget;
    private long taken;

    /**
     * A body.
     *
     * @param channel null for none
     * @param announced its length, -1 when that is not known
     */
    Inflow(@Nullable StreamSourceChannel channel, long announced, Limits limits, Budget budget) {
        this.channel = channel;
        this.announced = announced;
        this.limits = limits;
        this.budget = budget;
    }

    /** All of it. */
    byte[] whole() throws IOException {
        if (announced > limits.bodyBytes()) {
            throw tooLarge();
        }
        long deadline = System.nanoTime() + limits.bodyTime().toNanos();
        byte[] bytes = grow(new byte[0], announced < 0 ? FIRST_BYTES : firstBytes());
        int size = 0;
        for (int read = 0; read >= 0; size += Math.max(0, read)) {
            if (size == bytes.length && size != announced) {
                if (size > limits.bodyBytes()) {
                    throw tooLarge();
                }
                bytes = grow(bytes, (int) Math.min(size * 2L, limits.bodyBytes() + 1L));
            }
            // Behind the last byte that was announced, the end must be read too.
            boolean atEnd = size == bytes.length;
            read =
                    read(
                            atEnd ? new byte[1] : bytes,
                            atEnd ? 0 : size,
                            deadline - System.nanoTime());
        }
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** An announcement costs the client nothing; so it is not believed for more than this. */
    private int firstBytes() {
        return (int) Math.min(Math.max(1, announced), 1 << 20);
    }

    /**
     * The next bytes; waits until there are some.
     *
     * @return how many; -1 at the end
     */
    int read(byte[] into, int offset) throws IOException {
        return read(into, offset, Long.MAX_VALUE);
    }

    /** The next bytes, waited for so long and no longer. */
    int readFor(byte[] into, long nanos) throws IOException {
        return read(into, 0, nanos);
    }

    /** The next bytes that are there already; 0 when none are, -1 at the end. */
    int poll(byte[] into, int offset) throws IOException {
        if (channel == null) {
            return -1;
        }
        try {
            return channel.read(ByteBuffer.wrap(into, offset, into.length - offset));
        } catch (IOException e) {
            throw new ClientGone("the body broke off", e);
        }
    }

    private int read(byte[] into, int offset, long leftNanos) throws IOException {
        int read = poll(into, offset);
        while (read == 0) {
            long wait = Math.min(leftNanos, limits.stallTime().toNanos());
            if (channel == null || wait <= 0 || !Channels.awaitReadable(channel, wait)) {
                throw Problem.of(
                        Problem.Kind.TOO_SLOW,
                        "the body did not arrive in time: at most "
                                + limits.stallTime().toSeconds()
                                + " s without a byte, and "
                                + limits.bodyTime().toSeconds()
                                + " s for a whole body; send smaller ones, or NDJSON, which may"
                                + " take longer");
            }
            read = poll(into, offset);
        }
        return read;
    }

    private byte[] grow(byte[] bytes, int to) {
        budget.take(to - bytes.length);
        taken += to - bytes.length;
        return Arrays.copyOf(bytes, to);
    }

    private Problem tooLarge() {
        return Problem.of(
                        Problem.Kind.TOO_LARGE,
                        "a body may have "
                                + limits.bodyBytes()
                                + " bytes; send it in parts, or commands as NDJSON, which has no"
                                + " limit")
                .with("limit", limits.bodyBytes());
    }

    /** Gives back what it took of the budget. */
    void release() {
        budget.give(taken);
        taken = 0;
    }
}
