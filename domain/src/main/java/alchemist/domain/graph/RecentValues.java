package alchemist.domain.graph;

import alchemist.kernel.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Lets equal texts be one object, as far as they were stated lately: what a thousand things are
 * stated to be is kept once. A number or a date is smaller than a look through memory is long.
 */
final class RecentValues {
    /** How many values are looked through. */
    private static final int SIZE = 1 << 12;

    private static final int LONGEST = 64;

    private final @Nullable Value[] recent = new Value[SIZE];

    /**
     * The object that stands for an equal value since lately, or null; this one will from now on.
     */
    @Nullable Value known(Value.Text value) {
        String text = value.value();
        if (text.length() > LONGEST) {
            return null;
        }
        int mixed = text.hashCode() * 0x9E3779B9;
        int slot = (mixed ^ (mixed >>> 15)) & (SIZE - 1);
        Value known = recent[slot];
        if (known != null && known.equals(value)) {
            return known;
        }
        recent[slot] = value;
        return null;
    }
}
