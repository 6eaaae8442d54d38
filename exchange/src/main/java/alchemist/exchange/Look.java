package alchemist.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One look at what is to be read: what is found out of the outside once holds for all readers of a
 * run, and what earlier runs found out holds while it cannot have changed. One thread.
 */
public final class Look {
    /**
     * Finds something out.
     *
     * @param <T> what is found out
     * @param <E> how it may fail
     */
    @FunctionalInterface
    public interface Finding<T, E extends Exception> {
        T find() throws E;
    }

    private record Key(Class<?> kind, Object of) {}

    private final long nowMicros;
    private final Memo memo;
    private final Map<Key, Object> found = new HashMap<>();

    /**
     * A look that begins now.
     *
     * @param nowMicros µs since 1970
     * @param memo of earlier ones
     */
    public Look(long nowMicros, Memo memo) {
        this.nowMicros = nowMicros;
        this.memo = memo;
    }

    /** A look that knows of no earlier one. */
    public static Look first(long nowMicros) {
        return new Look(nowMicros, new Memo());
    }

    /** When it began, µs since 1970. */
    public long nowMicros() {
        return nowMicros;
    }

    /** What earlier looks found out. */
    public Memo memo() {
        return memo;
    }

    /** What is found out of something once in this look. */
    public <T, E extends Exception> T once(Class<T> kind, Object of, Finding<T, E> finding)
            throws E {
        Key key = new Key(kind, of);
        Object known = found.get(key);
        if (known == null) {
            known = Objects.requireNonNull(finding.find());
            found.put(key, known);
        }
        return kind.cast(known);
    }

    /** What was found out of something in this look, if it was. */
    public <T> @Nullable T known(Class<T> kind, Object of) {
        return kind.cast(found.get(new Key(kind, of)));
    }

    /** Tells what was found out of something, for the rest of this look. */
    public <T> void tell(Class<T> kind, Object of, T what) {
        found.put(new Key(kind, of), what);
    }
}
