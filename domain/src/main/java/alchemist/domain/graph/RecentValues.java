package alchemist.domain.graph;

import alchemist.kernel.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Lets equal values be one object, as far as they were stated lately: what a thousand things are
 * stated to be is kept once.
 */
final class RecentValues {
    /** How many values are looked through. */
    private static final int SIZE = 1 << 12;

    private static final int LONGEST = 64;

    private final @Nullable Value[] recent = new Value[SIZE];

    /** An equal value that is kept already, or this one. */
    Value shared(Value value) {
        int hash =
                switch (value) {
                    case Value.Text(String text) when text.length() <= LONGEST -> text.hashCode();
                    case Value.Int(long number) -> Long.hashCode(number);
                    case Value.Date(long day) -> Long.hashCode(~day);
                    default -> 0;
                };
        if (hash == 0) {
            return value;
        }
        int mixed = hash * 0x9E3779B9;
        int slot = (mixed ^ (mixed >>> 15)) & (SIZE - 1);
        Value known = recent[slot];
        if (known != null && known.equals(value)) {
            return known;
        }
        recent[slot] = value;
        return value;
    }
}
