package alchemist.exchange.code;

import alchemist.exchange.Look;
import alchemist.kernel.Id;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ids of symbols and edges. They are hashes, and of a place that is read again nearly all were
 * computed for its last reading: those are kept. One thread.
 */
final class KnownIds {
    /** Of more they are not kept: they would take more than they spare. */
    static final int MOST = 200_000;

    /** About what an id takes with what it is of. */
    private static final long ENTRY_BYTES = 150;

    /** Compared as often as anything here: the methods that a record has by itself are slower. */
    private record Key(String what, Id from, Id to) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && from.equals(key.from)
                    && to.equals(key.to)
                    && what.equals(key.what);
        }

        @Override
        public int hashCode() {
            return (what.hashCode() * 31 + from.hashCode()) * 31 + to.hashCode();
        }
    }

    private final Map<Key, Id> before;
    private final Map<Key, Id> now = new HashMap<>();
    private boolean tooMany;

    private KnownIds(Map<Key, Id> before) {
        this.before = before;
    }

    /** Those of a place, by the key of where its paths begin. */
    static KnownIds of(String root, Look look) {
        KnownIds last = look.memo().take(KnownIds.class, root, "");
        return new KnownIds(last == null ? Map.of() : last.now);
    }

    /** Keeps those that were asked for, where they are not too many. */
    void keep(String root, Look look) {
        if (tooMany) {
            return;
        }
        KnownIds kept = new KnownIds(Map.of());
        kept.now.putAll(now);
        look.memo().keep(KnownIds.class, root, "", kept, now.size() * ENTRY_BYTES);
    }

    /** Keeps those of the last reading too, where it stands and not all were asked for. */
    void keepAll(String root, Look look) {
        if (before.size() + now.size() <= MOST) {
            before.forEach(now::putIfAbsent);
        }
        keep(root, look);
    }

    /**
     * The id of a symbol.
     *
     * @param path its name behind those that it stands in, and which of several it is
     */
    Id symbol(Id file, String path) {
        return find(new Key(path, file, Id.NONE), () -> Id.of("symbol", file + "\0" + path));
    }

    /** The id of an edge. */
    Id edge(String relation, Id from, Id to) {
        return find(
                new Key(relation, from, to),
                () -> Id.of("edge", "code\0" + relation + "\0" + from + "\0" + to));
    }

    private Id find(Key key, Supplier<Id> computed) {
        Id known = before.get(key);
        Id id = known == null ? computed.get() : known;
        if (!tooMany) {
            now.put(key, id);
            if (now.size() > MOST) {
                tooMany = true;
                now.clear();
            }
        }
        return id;
    }
}
