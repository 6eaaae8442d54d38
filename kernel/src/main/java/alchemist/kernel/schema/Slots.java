package alchemist.kernel.schema;

import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record on their way between a form and the record, by tag; numbers are not
 * boxed.
 */
public final class Slots {
    final long[] longs;
    final @Nullable Object[] refs;

    /** One bit a tag: the field was there. */
    long present;

    Slots(int highestTag) {
        longs = new long[highestTag + 1];
        refs = new Object[highestTag + 1];
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

    /** A number that is not negative and fits 31 bits, 0 where absent. */
    public int small(int tag) {
        return (int) longs[tag];
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

    /** A list of ids, texts or records, empty where absent. */
    @SuppressWarnings("unchecked") // a tag's field alone writes its slot, with elements of one type
    public <E> List<E> list(int tag) {
        return refs[tag] instanceof List<?> list ? (List<E>) list : List.of();
    }

    /** A nested record of a schema, or null where absent. */
    @SuppressWarnings(
            "unchecked") // a tag's field alone writes its slot, with records of this schema
    public <R> @Nullable R record(int tag, Schema<R> schema) {
        return (R) refs[tag];
    }

    /** One of a closed set. */
    public <R> R choice(int tag, Class<R> type) {
        Object choice = refs[tag];
        if (choice == null) {
            throw new MalformedBytes("the choice of tag " + tag + " is missing");
        }
        return type.cast(choice);
    }
}
