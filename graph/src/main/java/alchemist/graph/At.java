package alchemist.graph;

import alchemist.kernel.value.IsoTime;

/**
 * The moment at which the graph is read, along its two times.
 *
 * <p>A <em>position</em> says what was known: nothing that was recorded later counts. An
 * <em>effective time</em> says what held in the world at that time, as far as it is known at the
 * position: of each statement's versions the one that was recorded last among those that had come
 * into effect.
 *
 * @param position the last event that counts, or {@link #NOW}; within a command, the command's end
 * @param recordedAt µs since 1970 of the last command that counts, or {@link #ANY_TIME}
 * @param effectiveAt µs since 1970 in the world, or {@link #ANY_TIME}: whatever was stated last
 */
public record At(long position, long recordedAt, long effectiveAt) {
    /** All that is published. */
    public static final long NOW = Long.MAX_VALUE;

    /** No time is asked for. */
    public static final long ANY_TIME = Long.MAX_VALUE;

    /** The present: all that is known, whatever was stated last. */
    public static final At HEAD = new At(NOW, ANY_TIME, ANY_TIME);

    private static final String RECORDED = "recorded:";

    /** What was known at a position. */
    public static At position(long position) {
        return new At(position, ANY_TIME, ANY_TIME);
    }

    /** What was known at a time by the writer's clock. */
    public static At recorded(long micros) {
        return new At(NOW, micros, ANY_TIME);
    }

    /** What held in the world at a time, as far as is known now. */
    public static At effective(long micros) {
        return new At(NOW, ANY_TIME, micros);
    }

    /** What was known at a position of the world at a time. */
    public static At both(long position, long effectiveMicros) {
        return new At(position, ANY_TIME, effectiveMicros);
    }

    /**
     * Reads what people write: digits are a position, an ISO time is an effective time, {@code
     * recorded:} before an ISO time makes it a recorded one; empty is the present.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    public static At parse(String text) {
        if (text.isEmpty()) {
            return HEAD;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            if (text.length() > 18) {
                throw new IllegalArgumentException("the position " + text + " is too large");
            }
            return position(Long.parseLong(text));
        }
        try {
            return text.startsWith(RECORDED)
                    ? recorded(IsoTime.parseInstant(text.substring(RECORDED.length())))
                    : effective(IsoTime.parseInstant(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no moment: give a position (12), a time in the world"
                            + " (2026-01-31T09:30:00Z) or a recorded time (recorded:2026-01-31T09:30:00Z)",
                    e);
        }
    }

    /** Whether a time in the world is asked for. */
    public boolean isEffective() {
        return effectiveAt != ANY_TIME;
    }
}
