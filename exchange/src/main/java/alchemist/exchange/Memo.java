package alchemist.exchange;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs of this process found out, by what it depends on: while that is the same, it is
 * not found out again. Losing it costs time and nothing else. What was asked for last is kept. Safe
 * for several threads.
 */
public final class Memo {
    /** About how many bytes are kept in all. */
    public static final long MAX_BYTES = 64L << 20;

    /** What an entry takes beside its own bytes, about. */
    private static final int ENTRY_BYTES = 200;

    private record Key(Class<?> kind, Object of) {}

    private record Known(Object version, Object value, long bytes) {}

    private final Map<Key, Known> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final long maxBytes;
    private long bytes;

    /** Nothing yet. */
    public Memo() {
        this(MAX_BYTES);
    }

    /** Nothing yet, and never more than so many bytes. */
    Memo(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * What is known of something, where that is still what it was; else null.
     *
     * @param kind of what is known
     * @param of what: has equality by value
     * @param version what it depends on: likewise
     */
    public synchronized <T> @Nullable T find(Class<T> kind, Object of, Object version) {
        Known known = entries.get(new Key(kind, of));
        return known != null && known.version.equals(version) ? kind.cast(known.value) : null;
    }

    /** The same, and forgets it: for what only one may have, since it changes. */
    public synchronized <T> @Nullable T take(Class<T> kind, Object of, Object version) {
        T found = find(kind, of, version);
        if (found != null) {
            forget(kind, of);
        }
        return found;
    }

    /**
     * Keeps something, where it does not take more than half of all that is kept.
     *
     * @param size about how many bytes it takes
     */
    public synchronized <T> void keep(
            Class<T> kind, Object of, Object version, T value, long size) {
        forget(kind, of);
        if (size > maxBytes / 2) {
            return; // nearly all else would have to go for it
        }
        Known known = new Known(version, Objects.requireNonNull(value), size + ENTRY_BYTES);
        entries.put(new Key(kind, of), known);
        bytes += known.bytes;
        Iterator<Known> eldest = entries.values().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
    }

    /** Forgets something. */
    public synchronized void forget(Class<?> kind, Object of) {
        Known former = entries.remove(new Key(kind, of));
        if (former != null) {
            bytes -= former.bytes;
        }
    }
}
