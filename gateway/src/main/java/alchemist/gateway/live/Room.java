package alchemist.gateway.live;

import alchemist.kernel.Id;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Those who have a socket to one workspace, and what each of them looks at: known only here, and
 * forgotten when they leave. For any thread; nobody waits in it.
 */
final class Room {
    /** One who is there. */
    private static final class Guest {
        private final Outbox outbox;
        private byte @Nullable [] presence;

        private Guest(Outbox outbox) {
            this.outbox = outbox;
        }
    }

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Id, Guest> guests = new LinkedHashMap<>();

    Room(int most) {
        this.most = most;
    }

    /** Whether nobody more may come now. */
    boolean isFull() {
        lock.lock();
        try {
            return guests.size() >= most;
        } finally {
            lock.unlock();
        }
    }

    /** One comes, and is told of the others; false when the room is full. */
    boolean join(Id client, Outbox outbox) {
        lock.lock();
        try {
            if (guests.size() >= most) {
                return false;
            }
            guests.forEach(
                    (other, guest) -> {
                        if (guest.presence != null) {
                            outbox.presence(other, guest.presence);
                        }
                    });
            guests.put(client, new Guest(outbox));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** One shows what it looks at; the others are told. */
    void show(Id client, byte @Nullable [] state) {
        byte[] frame = Said.presence(client, state);
        lock.lock();
        try {
            Guest shown = guests.get(client);
            if (shown == null) {
                return;
            }
            shown.presence = frame;
            guests.forEach(
                    (other, guest) -> {
                        if (!other.equals(client)) {
                            guest.outbox.presence(client, frame);
                        }
                    });
        } finally {
            lock.unlock();
        }
    }

    /** One leaves. */
    void leave(Id client) {
        lock.lock();
        try {
            if (guests.remove(client) != null) {
                guests.values().forEach(guest -> guest.outbox.left(client));
            }
        } finally {
            lock.unlock();
        }
    }
}
