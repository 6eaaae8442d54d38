package alchemist.gateway.http;

import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.channels.StreamSourceChannel;

/**
 * Lets a virtual thread wait for a channel. The channels' own waiting would open a selector for
 * each thread; here the I/O thread, which watches the channel anyway, unparks the one who waits.
 */
final class Channels {
    private Channels() {}

    /** Waits until there may be something to read; false when the time is over first. */
    static boolean awaitReadable(StreamSourceChannel channel, long nanos)
            throws InterruptedIOException {
        Gate gate = new Gate();
        channel.getReadSetter()
                .set(
                        ready -> {
                            ready.suspendReads();
                            gate.open();
                        });
        channel.resumeReads();
        boolean opened = gate.await(nanos);
        if (!opened) {
            channel.suspendReads();
        }
        return opened;
    }

    /** Waits until there may be room to write; false when the time is over first. */
    static boolean awaitWritable(StreamSinkChannel channel, long nanos)
            throws InterruptedIOException {
        Gate gate = new Gate();
        channel.getWriteSetter()
                .set(
                        ready -> {
                            ready.suspendWrites();
                            gate.open();
                        });
        channel.resumeWrites();
        boolean opened = gate.await(nanos);
        if (!opened) {
            channel.suspendWrites();
        }
        return opened;
    }

    private static final class Gate {
        private final Thread waiter = Thread.currentThread();
        private final AtomicBoolean open = new AtomicBoolean();

        void open() {
            open.set(true);
            LockSupport.unpark(waiter);
        }

        boolean await(long nanos) throws InterruptedIOException {
            long end = System.nanoTime() + nanos;
            while (!open.get()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedIOException("the server stops");
                }
            }
            return true;
        }
    }
}
