package alchemist.gateway.live;

import alchemist.kernel.Id;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client. Bounded in each of its parts: answers by their number,
 * presences to the latest of each client, events to one frame of each subscription, whose reading
 * waits meanwhile. For any thread.
 */
final class Outbox {
    /** What is to be done next. */
    sealed interface Next {
        /** A frame is to be sent. */
        @SuppressWarnings("ArrayRecordComponent") // it is handed on, never compared
        record Frame(byte[] json) implements Next {}

        /** The socket is to be closed. */
        record End(int code, String reason) implements Next {}

        /** There was nothing in this time. */
        record Nothing() implements Next {}
    }

    /** A presence that is not told yet; null when the client has left. */
    private record News(byte @Nullable [] frame) {}

    private final int mostAnswers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final Map<Id, News> news = new LinkedHashMap<>();
    private final Set<Id> told = new LinkedHashSet<>();
    private final Set<Slot> slots = new LinkedHashSet<>();
    private final Deque<Slot> ready = new ArrayDeque<>();
    private Next.@Nullable End end;

    Outbox(int mostAnswers) {
        this.mostAnswers = mostAnswers;
    }

    /** The place of one subscription; guarded by the outbox's lock. */
    final class Slot {
        private final String id;
        private final long goal;
        private byte @Nullable [] frame;
        private boolean closed;
        private boolean caughtUp;
        private boolean announce;

        /** Everything up to here stands in what was sent, or in the frame. */
        private long seen;

        /** Everything up to here was sent. */
        private long sent;

        private Slot(String id, long after, long goal) {
            this.id = id;
            this.goal = goal;
            this.seen = after;
            this.sent = after;
            advance();
        }

        /**
         * Puts a frame of events; waits while there is one.
         *
         * @param position up to which it tells all
         * @return false when no more are wanted
         */
        boolean put(byte[] events, long position) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (frame != null && !closed) {
                    room.await();
                }
                if (closed) {
                    return false;
                }
                frame = events;
                seen = position;
                ready.add(this);
                work.signal();
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** Up to a position there is nothing more to tell. */
        void reached(long position) {
            lock.lock();
            try {
                seen = Math.max(seen, position);
                advance();
            } finally {
                lock.unlock();
            }
        }

        /** Whether no more events are wanted. */
        boolean isClosed() {
            lock.lock();
            try {
                return closed;
            } finally {
                lock.unlock();
            }
        }

        /** No more events are wanted; what waits is thrown away. */
        void close() {
            lock.lock();
            try {
                closed = true;
                frame = null;
                slots.remove(this);
                ready.remove(this);
                room.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void advance() {
            if (frame == null) {
                sent = seen;
                if (!caughtUp && sent >= goal) {
                    caughtUp = true;
                    announce = true;
                    work.signal();
                }
            }
        }
    }

    /**
     * A place for a subscription.
     *
     * @param after the position before the first that is wanted
     * @param goal the position whose reaching is told at once
     */
    Slot slot(String id, long after, long goal) {
        lock.lock();
        try {
            Slot slot = new Slot(id, after, goal);
            slots.add(slot);
            return slot;
        } finally {
            lock.unlock();
        }
    }

    /** Puts an answer; false when too many wait already. */
    boolean answer(byte[] frame) {
        lock.lock();
        try {
            if (answers.size() >= mostAnswers) {
                return false;
            }
            answers.add(frame);
            work.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Puts the presence of another client, in the place of what was known of it. */
    void presence(Id client, byte[] frame) {
        lock.lock();
        try {
            news.put(client, new News(frame));
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Another client has left; told only where it was told of. */
    void left(Id client) {
        lock.lock();
        try {
            if (told.contains(client)) {
                news.put(client, new News(null));
                work.signal();
            } else {
                news.remove(client);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Has the socket closed, once the answers are sent. The first reason counts. */
    void end(int code, String reason) {
        lock.lock();
        try {
            if (end == null) {
                end = new Next.End(code, reason);
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is to be closed. */
    boolean isEnding() {
        lock.lock();
        try {
            return end != null;
        } finally {
            lock.unlock();
        }
    }

    /** What is to be done next; waits for it. */
    Next next(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (true) {
                Next next = take();
                if (next != null) {
                    return next;
                }
                if (left <= 0) {
                    return new Next.Nothing();
                }
                left = work.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Next take() {
        byte[] answer = answers.poll();
        if (answer != null) {
            return new Next.Frame(answer);
        }
        if (end != null) {
            return end;
        }
        if (!news.isEmpty()) {
            return new Next.Frame(takeNews());
        }
        Slot slot = ready.poll();
        if (slot != null) {
            return new Next.Frame(takeEvents(slot));
        }
        Map<String, Long> reached = new LinkedHashMap<>();
        for (Slot one : slots) {
            if (one.announce) {
                one.announce = false;
                reached.put(one.id, one.sent);
            }
        }
        return reached.isEmpty() ? null : new Next.Frame(Said.reached(reached));
    }

    private byte[] takeNews() {
        Map.Entry<Id, News> first = news.entrySet().iterator().next();
        Id client = first.getKey();
        byte[] frame = first.getValue().frame;
        news.remove(client);
        if (frame == null) {
            told.remove(client);
            return Said.left(client);
        }
        told.add(client);
        return frame;
    }

    private byte[] takeEvents(Slot slot) {
        byte[] frame = slot.frame;
        if (frame == null) {
            throw new IllegalStateException("subscription '" + slot.id + "' is ready with nothing");
        }
        slot.frame = null;
        slot.advance();
        room.signalAll();
        return frame;
    }

    /** How far each subscription is: a client that goes on behind it misses nothing. */
    Map<String, Long> positions() {
        lock.lock();
        try {
            Map<String, Long> positions = new LinkedHashMap<>();
            for (Slot slot : slots) {
                positions.put(slot.id, slot.sent);
            }
            return positions;
        } finally {
            lock.unlock();
        }
    }
}
