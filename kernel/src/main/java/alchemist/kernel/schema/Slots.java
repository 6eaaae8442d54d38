package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record on their way between a form and the record, by tag; numbers are not
 * boxed.
 */
public final class Slots {
    private static final long[] NO_LONGS = {};
    private static final @Nullable Object[] NO_REFS = {};

    long[] longs;
    @Nullable Object[] refs;

    /** One bit a tag: the field was there. */
    long present;

    private Slots(long[] longs, @Nullable Object[] refs) {
        this.longs = longs;
        this.refs = refs;
    }

    /** Slots without a field, to {@link #become} others. */
    static Slots none() {
        return new Slots(NO_LONGS, NO_REFS);
    }

    /** Slots that hold what each field holds where it is absent. */
    static Slots absent(List<? extends Field<?>> fields) {
        int numbers = 0;
        int objects = 0;
        for (Field<?> field : fields) {
            if (field.isNumber()) {
                numbers = field.tag() + 1;
            } else {
                objects = field.tag() + 1;
            }
        }
        Slots slots =
                new Slots(
                        numbers == 0 ? NO_LONGS : new long[numbers],
                        objects == 0 ? NO_REFS : new Object[objects]);
        for (Field<?> field : fields) {
            field.absent(slots);
        }
        return slots;
    }

    Slots copy() {
        return new Slots(
                longs.length == 0 ? longs : longs.clone(), refs.length == 0 ? refs : refs.clone());
    }

    /** Holds what another holds, in the arrays that it has, where they are long enough. */
    void become(Slots other) {
        int numbers = other.longs.length;
        if (longs.length < numbers) {
            longs = other.longs.clone();
        } else {
            System.arraycopy(other.longs, 0, longs, 0, numbers);
        }
        int objects = other.refs.length;
        if (refs.length < objects) {
            refs = other.refs.clone();
        } else {
            System.arraycopy(other.refs, 0, refs, 0, objects);
        }
        present = other.present;
    }

    /** An id, NONE where absent. */
    public Id id(int tag) {
        return refs[tag] instanceof Id id ? id : Id.NONE;
    }

    /** A text, empty where absent. */
    public String text(int tag) {
        return refs[tag] instanceof String text ? text : "";
    }

    /** A number that is not negative, 0 where absent. */
    public long count(int tag) {
        return longs[tag];
    }

    /**
     * A count that fits 31 bits, 0 where absent.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    public int small(int tag) {
        long number = longs[tag];
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the number " + number + " of tag " + tag + " is not 0 to 2147483647");
        }
        return (int) number;
    }

    /** A signed number, 0 where absent. */
    public long integer(int tag) {
        return longs[tag];
    }

    /** A time, µs since 1970; the field's default where absent. */
    public long time(int tag) {
        return longs[tag];
    }

    /** A flag, false where absent. */
    public boolean flag(int tag) {
        return longs[tag] != 0;
    }

    /** A floating-point number, 0 where absent. */
    public double real(int tag) {
        return Double.longBitsToDouble(longs[tag]);
    }

    /** Bytes, none where absent. */
    public byte[] bytes(int tag) {
        return refs[tag] instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** A value, null (the value) where absent. */
    public Value value(int tag) {
        return refs[tag] instanceof Value value ? value : Value.NULL;
    }

    /** Properties, none where absent. */
    public Properties properties(int tag) {
        return refs[tag] instanceof Properties properties ? properties : Properties.NONE;
    }

    /** A list of ids, texts or records, empty where absent; it cannot be changed. */
    @SuppressWarnings("unchecked") // a tag's field alone writes its slot, with elements of one type
    public <E> List<E> list(int tag) {
        return refs[tag] instanceof List<?> list ? (List<E>) List.copyOf(list) : List.of();
    }

    /** A nested record of a schema, or null where absent. */
    @SuppressWarnings(
            "unchecked") // a tag's field alone writes its slot, with records of this schema
    public <R> @Nullable R record(int tag, Schema<R> schema) {
        return (R) refs[tag];
    }

    /** One of a closed set; the first of its list where absent. */
    public <R> R choice(int tag, Class<R> type) {
        return Objects.requireNonNull(type.cast(refs[tag]));
    }
}
