package alchemist.kernel.schema;

import alchemist.kernel.Utf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that were read lately. Names of properties, types and relations stand a million times
 * in a log, and are a few hundred: each is one object then, which knows its hash and need not be
 * decoded again. For any thread: what one does not see of another is decoded once more.
 */
final class KnownTexts {
    /** Longer texts are hardly names. */
    static final int MAX_BYTES = 32;

    private static final int SLOTS = 1 << 10;

    private final @Nullable Known[] slots = new @Nullable Known[SLOTS];

    private record Known(byte[] bytes, String text) {}

    /** The text of some bytes, at most {@link #MAX_BYTES}, or null where they are not UTF-8. */
    @Nullable String read(byte[] from, int at, int length) {
        int hash = length;
        for (int i = at; i < at + length; i++) {
            hash = hash * 31 + from[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Known known = slots[slot];
        if (known != null && NameTable.same(known.bytes, from, at, length)) {
            return known.text;
        }
        String text = Utf8.read(from, at, length);
        if (text != null) {
            slots[slot] = new Known(Arrays.copyOfRange(from, at, at + length), text);
        }
        return text;
    }
}
