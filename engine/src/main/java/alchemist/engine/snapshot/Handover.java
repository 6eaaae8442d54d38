package alchemist.engine.snapshot;

import alchemist.engine.thread.Monitor;
import alchemist.engine.thread.Threads;
import alchemist.kernel.schema.Output;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that one thread writes while another saves them: the one that writes has better things to
 * do than to wait for the disk, unless it is {@value #MAX_PARTS} parts of {@value #PART_BYTES}
 * bytes ahead. For these two threads.
 */
public final class Handover implements AutoCloseable {
    private static final int PART_BYTES = 4 << 20;
    private static final int MAX_PARTS = 16;

    private final Monitor monitor;
    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private final ArrayDeque<byte[]> spare = new ArrayDeque<>();
    private State state = State.WRITING;

    private enum State {
        WRITING,
        WRITTEN,
        FAILED,
        /** Nobody reads any more. */
        CLOSED
    }

    private record Part(byte[] bytes, int length) {}

    /**
     * Nothing is written yet.
     *
     * @param threads those of the two
     */
    public Handover(Threads threads) {
        this.monitor = threads.monitor();
    }

    /** Writes all of it; where that throws, so does {@link #read}. */
    public void write(Consumer<Output> content) {
        State end = State.FAILED;
        try {
            Output out = new Output(this::hand, PART_BYTES);
            content.accept(out);
            out.finish();
            end = State.WRITTEN;
        } finally {
            become(end);
        }
    }

    /**
     * Passes on all that is written, to its end.
     *
     * @throws CancellationException when the writer failed
     */
    public void read(Output out) {
        for (Part part = next(); part != null; part = next()) {
            out.raw(part.bytes, 0, part.length);
            giveBack(part.bytes);
        }
    }

    /** Nothing more is read: who writes need not wait. */
    @Override
    public void close() {
        become(State.CLOSED);
    }

    private void become(State next) {
        monitor.lock();
        try {
            if (state != State.CLOSED) {
                state = next;
            }
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    private byte[] hand(byte[] bytes, int length) {
        monitor.lock();
        try {
            while (parts.size() >= MAX_PARTS && state != State.CLOSED) {
                monitor.await();
            }
            if (state == State.CLOSED) {
                return bytes;
            }
            parts.add(new Part(bytes, length));
            monitor.signalAll();
            byte[] next = spare.poll();
            return next != null && next.length >= bytes.length ? next : new byte[bytes.length];
        } finally {
            monitor.unlock();
        }
    }

    private @Nullable Part next() {
        monitor.lock();
        try {
            while (parts.isEmpty() && state == State.WRITING) {
                monitor.await();
            }
            if (state == State.FAILED) {
                throw new CancellationException("what was to be saved could not be written");
            }
            return parts.poll();
        } finally {
            monitor.unlock();
        }
    }

    private void giveBack(byte[] bytes) {
        monitor.lock();
        try {
            spare.add(bytes);
            monitor.signalAll();
        } finally {
            monitor.unlock();
        }
    }
}
