package alchemist.gateway.http;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * A WebSocket with a client. One frame at a time is on its way: who sends waits until it is taken,
 * so that nothing is heaped up for a client that is slow.
 */
public final class Socket {
    /** The server stops, or has heard nothing for too long. */
    public static final int GOING_AWAY = 1001;

    /** Messages of bytes are not read here. */
    public static final int NOT_ACCEPTED = 1003;

    /** The client does what is not done here. */
    public static final int AGAINST_THE_RULES = 1008;

    /** A message is too large. */
    public static final int TOO_BIG = 1009;

    /** The server failed. */
    public static final int FAILED = 1011;

    /** There are too many; later there may be room. */
    public static final int TRY_LATER = 1013;

    private static final System.Logger LOG = System.getLogger("alchemist.gateway");

    /** How long a client may take to close, once it was told to. */
    private static final long LINGER_MS = 2_000;

    private final WebSocketChannel channel;
    private final Conversation conversation;
    private final int maxBytes;
    private final long stallNanos;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Pongs pongs = new Pongs();
    private volatile @Nullable Sent sending;
    private volatile boolean opened;
    private volatile long heardAt = System.nanoTime();

    Socket(WebSocketChannel channel, Conversation conversation, int maxBytes, Duration stall) {
        this.channel = channel;
        this.conversation = conversation;
        this.maxBytes = maxBytes;
        this.stallNanos = stall.toNanos();
    }

    /** Begins to listen. */
    void begin() {
        channel.addCloseTask(_ -> ended());
        channel.getIoThread()
                .execute(
                        () -> {
                            if (ended.get()) {
                                return;
                            }
                            opened = true;
                            if (tell(() -> conversation.opened(this))) {
                                channel.getReceiveSetter().set(new Ears());
                                channel.resumeReceives();
                            }
                        });
    }

    /**
     * Sends a message of UTF-8 text, and waits until it is taken. For one thread, and never an I/O
     * thread.
     *
     * @throws IOException when the client is gone, or takes nothing for too long
     */
    public void send(byte[] utf8) throws IOException {
        Sent sent = new Sent();
        sending = sent;
        if (ended.get()) {
            sent.fail(new IOException("the socket is closed"));
        }
        WebSockets.sendText(ByteBuffer.wrap(utf8), channel, sent);
        sent.await();
    }

    /** Asks the client, by the protocol's own means, whether it is there. Does not wait. */
    public void ping() {
        WebSockets.sendPing(ByteBuffer.allocate(0), channel, Ignored.IT);
    }

    /** How long nothing was heard of the client, not even an answer to a ping. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /**
     * Closes: the client is told why, and has a moment to close as well. Does not wait; for any
     * thread.
     *
     * @param reason at most 120 bytes of UTF-8
     */
    public void close(int code, String reason) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        WebSockets.sendClose(code, reason, channel, Ignored.IT);
        dropSoon();
    }

    /** Breaks the connection off. For any thread. */
    public void drop() {
        IoUtils.safeClose(channel);
    }

    private void dropSoon() {
        try {
            channel.getIoThread().executeAfter(this::drop, LINGER_MS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            drop(); // the I/O threads are stopping
        }
    }

    private void ended() {
        if (ended.compareAndSet(false, true)) {
            Sent sent = sending;
            if (sent != null) {
                sent.fail(new IOException("the socket is closed"));
            }
            try {
                channel.getIoThread().execute(this::tellEnd);
            } catch (RejectedExecutionException _) {
                tellEnd(); // the I/O threads are stopping: nothing else calls now
            }
        }
    }

    private void tellEnd() {
        if (opened) {
            tell(conversation::closed);
        }
    }

    /** Has the conversation do something; a fault in it ends this socket and nothing else. */
    private boolean tell(Runnable what) {
        try {
            what.run();
            return true;
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "a WebSocket failed", e);
            close(FAILED, "the server failed; its log says why");
            return false;
        }
    }

    /** Hears what comes; by the I/O thread. */
    private final class Ears extends AbstractReceiveListener {
        @Override
        protected void onText(WebSocketChannel ws, StreamSourceFrameChannel message) {
            new Intake(message, Socket.this.maxBytes).read();
        }

        @Override
        protected void onBinary(WebSocketChannel ws, StreamSourceFrameChannel message) {
            new Intake(message, -1).read();
        }

        @Override
        protected void onFullPingMessage(WebSocketChannel ws, BufferedBinaryMessage message) {
            heardAt = System.nanoTime();
            try (var data = message.getData()) {
                pongs.answer(WebSockets.mergeBuffers(data.getResource()));
            }
        }

        @Override
        protected void onFullPongMessage(WebSocketChannel ws, BufferedBinaryMessage message) {
            heardAt = System.nanoTime();
            message.getData().close();
        }

        @Override
        protected void onFullCloseMessage(WebSocketChannel ws, BufferedBinaryMessage message)
                throws IOException {
            closing.set(true);
            super.onFullCloseMessage(ws, message);
            dropSoon();
        }
    }

    /** One message, as it arrives; what is too much of it is thrown away. */
    private final class Intake {
        private final StreamSourceFrameChannel message;
        private final int most;
        private byte[] bytes = new byte[256];
        private int size;
        private boolean complained;

        /** A message that may have so many bytes; none is read where that is below 0. */
        Intake(StreamSourceFrameChannel message, int most) {
            this.message = message;
            this.most = most;
        }

        void read() {
            try (var pooled = channel.getBufferPool().allocate()) {
                ByteBuffer buffer = pooled.getBuffer();
                while (true) {
                    buffer.clear();
                    int read = message.read(buffer);
                    heardAt = System.nanoTime();
                    if (read < 0) {
                        end();
                        return;
                    }
                    if (read == 0) {
                        message.getReadSetter().set(_ -> read());
                        message.resumeReads();
                        return;
                    }
                    take(buffer.flip());
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "the client of a WebSocket went away: {0}", e);
                drop();
            }
        }

        private void take(ByteBuffer some) {
            if (complained) {
                return;
            }
            int length = some.remaining();
            if (size + length > most) {
                complained = true;
                bytes = new byte[0];
                complain();
                return;
            }
            if (size + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
            }
            some.get(bytes, size, length);
            size += length;
        }

        private void end() {
            message.getReadSetter().set(null);
            if (most < 0 && !complained) {
                complain();
            } else if (!complained && !closing.get()) {
                tell(() -> conversation.said(Arrays.copyOf(bytes, size)));
            }
        }

        private void complain() {
            if (!closing.get()) {
                Conversation.Unread what =
                        most < 0 ? Conversation.Unread.BINARY : Conversation.Unread.TOO_LARGE;
                tell(() -> conversation.unread(what));
            }
        }
    }

    /** A frame on its way. */
    private final class Sent implements WebSocketCallback<Void> {
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile @Nullable Throwable problem;

        @Override
        public void complete(WebSocketChannel ws, @Nullable Void context) {
            over.countDown();
        }

        @Override
        public void onError(WebSocketChannel ws, @Nullable Void context, Throwable throwable) {
            fail(throwable);
        }

        void fail(Throwable why) {
            problem = why;
            over.countDown();
        }

        void await() throws IOException {
            try {
                if (!over.await(stallNanos, TimeUnit.NANOSECONDS)) {
                    problem = new IOException("the client takes nothing");
                }
            } catch (InterruptedException _) {
                throw new InterruptedIOException("the server stops");
            }
            Throwable why = problem;
            if (why != null) {
                throw new ClientGone("a message was given up", new IOException(why));
            }
        }
    }

    /** Answers pings: the latest, where they come quicker than answers are taken. */
    private final class Pongs implements WebSocketCallback<Void> {
        private boolean underWay;
        private @Nullable ByteBuffer next;

        void answer(ByteBuffer payload) {
            synchronized (this) {
                if (underWay) {
                    next = payload;
                    return;
                }
                underWay = true;
            }
            WebSockets.sendPong(payload, channel, this);
        }

        @Override
        public void complete(WebSocketChannel ws, @Nullable Void context) {
            ByteBuffer payload;
            synchronized (this) {
                payload = next;
                next = null;
                underWay = payload != null;
            }
            if (payload != null) {
                WebSockets.sendPong(payload, channel, this);
            }
        }

        @Override
        public void onError(WebSocketChannel ws, @Nullable Void context, Throwable throwable) {
            // Who waits for the channel learns it.
        }
    }

    /** Nobody waits for it. */
    private enum Ignored implements WebSocketCallback<Void> {
        IT;

        @Override
        public void complete(WebSocketChannel ws, @Nullable Void context) {}

        @Override
        public void onError(WebSocketChannel ws, @Nullable Void context, Throwable throwable) {
            IoUtils.safeClose(ws);
        }
    }
}
