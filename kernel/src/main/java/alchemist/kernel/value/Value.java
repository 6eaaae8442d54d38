package alchemist.kernel.value;

import alchemist.kernel.Id;
import java.util.Arrays;
import java.util.List;

/**
 * What a property can be: the values of openCypher (null, boolean, integer, float, string, list,
 * map, temporal, point), and three more for what is personal. Values are immutable and compare by
 * content.
 */
public sealed interface Value {
    /** Nothing: a property that is null is not stated. */
    @SuppressWarnings("ClassInitializationDeadlock") // Null initialises nothing that waits for this
    Value NULL = new Null();

    /** Nothing. */
    record Null() implements Value {}

    /** true or false. */
    record Bool(boolean value) implements Value {}

    /** A whole number of 64 bits. */
    record Int(long value) implements Value {}

    /** A floating-point number of 64 bits; equal when the bits are. */
    record Real(double value) implements Value {}

    /** A string. */
    record Text(String value) implements Value {}

    /** A list. */
    record ListOf(List<Value> values) implements Value {
        /** Copies the list. */
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /** A map from text to values. */
    record MapOf(Properties entries) implements Value {}

    /**
     * A date.
     *
     * @param epochDay days since 1970-01-01
     */
    record Date(long epochDay) implements Value {}

    /**
     * A time of day without zone.
     *
     * @param nanoOfDay 0 to 86,399,999,999,999
     */
    record LocalTime(long nanoOfDay) implements Value {}

    /**
     * A time of day with an offset.
     *
     * @param nanoOfDay local, 0 to 86,399,999,999,999
     * @param offsetSeconds east of UTC
     */
    record Time(long nanoOfDay, int offsetSeconds) implements Value {}

    /**
     * A date and time without zone.
     *
     * @param epochSecond seconds since 1970-01-01T00:00 on the same clock
     * @param nano 0 to 999,999,999
     */
    record LocalDateTime(long epochSecond, int nano) implements Value {}

    /**
     * An instant with an offset, and the name of its zone where it has one.
     *
     * @param epochSecond seconds since 1970-01-01T00:00Z
     * @param nano 0 to 999,999,999
     * @param offsetSeconds east of UTC
     * @param zone such as {@code Europe/Paris}, or empty
     */
    record DateTime(long epochSecond, int nano, int offsetSeconds, String zone) implements Value {}

    /**
     * An amount of time, in parts that do not convert into one another.
     *
     * @param nanos 0 to 999,999,999
     */
    record Duration(long months, long days, long seconds, int nanos) implements Value {}

    /**
     * A point.
     *
     * @param srid 4326 or 4979 (WGS 84, x = longitude, y = latitude in degrees), 7203 or 9157
     *     (Cartesian)
     * @param z the third coordinate, where the srid has one (4979, 9157); else 0
     */
    record Point(int srid, double x, double y, double z) implements Value {}

    /**
     * Something personal as a reader found it, on its way to the engine, which seals it. Never
     * stored: encoding it fails.
     *
     * @param subject the person
     * @param text in clear
     */
    record Personal(Id subject, String text) implements Value {
        @Override
        public String toString() {
            return "Personal[subject=" + subject + "]";
        }
    }

    /**
     * Something personal, readable while the subject's key exists.
     *
     * @param subject whose it is
     * @param key the number of the subject's key
     * @param bytes nonce, cipher text and tag
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below; never changed
    record Sealed(Id subject, int key, byte[] bytes) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sealed s
                    && s.subject.equals(subject)
                    && s.key == key
                    && Arrays.equals(s.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return subject.hashCode() * 31 + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Sealed[subject=" + subject + ", key=" + key + ", " + bytes.length + " bytes]";
        }
    }

    /**
     * Something personal of a subject whose key is destroyed.
     *
     * @param subject whose it was
     */
    record Erased(Id subject) implements Value {}

    /** Whether this is null. */
    default boolean isNull() {
        return this instanceof Null;
    }

    /** A string. */
    static Value text(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static Value integer(long value) {
        return new Int(value);
    }

    /** A flag. */
    static Value flag(boolean value) {
        return new Bool(value);
    }

    /** A list of texts. */
    static Value texts(List<String> values) {
        return new ListOf(values.stream().<Value>map(Text::new).toList());
    }
}
