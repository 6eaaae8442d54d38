package alchemist.engine;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A log in memory, whose appends wait for the test or fail as the test wants. */
public final class ScriptedLog implements Log {
    private final Origin origin = Origin.root(new WorkspaceId(1, 2));
    private final List<CommitBlock> blocks = new ArrayList<>();
    private final Queue<LogException> failures = new ArrayDeque<>();
    private final Semaphore permits = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private volatile boolean held;
    private volatile boolean readOnly;
    private volatile boolean closed;
    private volatile long unreadableFrom = Long.MAX_VALUE;
    private volatile @Nullable LogException unreadable;
    private final AtomicInteger openCursors = new AtomicInteger();
    private Head head;

    /** A new log. */
    public ScriptedLog() {
        BlockBuilder builder = new BlockBuilder(1024);
        builder.beginLog(origin, 0);
        CommitBlock first = builder.seal(0);
        blocks.add(first);
        head = Head.of(first);
    }

    /** A log that was put back: it has the blocks of another up to a position, and no more. */
    public ScriptedLog(ScriptedLog other, long position) {
        synchronized (other) {
            for (CommitBlock block : other.blocks) {
                if (block.lastPosition() <= position) {
                    blocks.add(block);
                }
            }
        }
        head = Head.of(blocks.getLast());
    }

    /** The next append fails so. */
    public synchronized void failNext(LogException failure) {
        failures.add(failure);
    }

    /** Appends wait from now on, until {@link #letOne} or {@link #release}. */
    public void hold() {
        held = true;
    }

    /** Waits until an append has begun that is held. */
    public void awaitAppend() throws InterruptedException {
        begun.acquire();
    }

    /** Lets one append go on. */
    public void letOne() {
        permits.release();
    }

    /** Appends wait no more. */
    public void release() {
        held = false;
        permits.release(1000);
    }

    /** Nothing can be appended. */
    public void makeReadOnly() {
        readOnly = true;
    }

    /** Reading the block of a position, and what follows, fails from now on. */
    public void failReadsFrom(long position, LogException failure) {
        unreadable = failure;
        unreadableFrom = position;
    }

    /** How many cursors are open. */
    public int openCursors() {
        return openCursors.get();
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }

    /** How many blocks there are, without the first. */
    public synchronized int size() {
        return blocks.size() - 1;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public synchronized Head head() {
        return head;
    }

    @Override
    public boolean readOnly() {
        return readOnly;
    }

    @Override
    public void append(long expectedPosition, CommitBlock block) throws LogException {
        if (held) {
            begun.release();
            permits.acquireUninterruptibly();
        }
        synchronized (this) {
            LogException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            head.requireNext(expectedPosition, block);
            blocks.add(block);
            head = Head.of(block);
        }
    }

    @Override
    public BlockCursor read(long afterPosition) {
        openCursors.incrementAndGet();
        return new BlockCursor() {
            private int next = -1;
            private boolean isOpen = true;

            @Override
            public @Nullable CommitBlock next() throws LogException {
                synchronized (ScriptedLog.this) {
                    if (next < 0) {
                        next = 0;
                        while (next < blocks.size()
                                && afterPosition > 0
                                && blocks.get(next).lastPosition() <= afterPosition) {
                            next++;
                        }
                    }
                    if (next == blocks.size()) {
                        return null;
                    }
                    CommitBlock block = blocks.get(next++);
                    LogException failure = unreadable;
                    if (failure != null && block.lastPosition() >= unreadableFrom) {
                        throw failure;
                    }
                    return block;
                }
            }

            @Override
            public void close() {
                openCursors.addAndGet(isOpen ? -1 : 0);
                isOpen = false;
            }
        };
    }

    /** The hash of the last block. */
    @Override
    public Hash headHash() {
        return head().hash();
    }

    @Override
    public void close() {
        closed = true;
    }
}
