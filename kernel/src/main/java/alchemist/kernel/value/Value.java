package alchemist.kernel.value;

import alchemist.kernel.Id;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a property can be: the values of openCypher (null, boolean, integer, float, string, list,
 * map, temporal, point), and three more for what is personal. Values are immutable and compare by
 * content. The kinds that stand most often compare themselves, since what a record compares by is
 * linked at run time and costs several times as much.
 */
public sealed interface Value {
    /** Nothing: a property that is null is not stated. */
    @SuppressWarnings("ClassInitializationDeadlock") // Null initialises nothing that waits for this
    Value NULL = new Null();

    /** Nothing. */
    record Null() implements Value {}

    /** true or false. */
    record Bool(boolean value) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bool(boolean flag) && flag == value;
        }

        @Override
        public int hashCode() {
            return value ? 1231 : 1237;
        }
    }

    /** A whole number of 64 bits. */
    record Int(long value) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Int(long number) && number == value;
        }

        @Override
        public int hashCode() {
            return (int) (value ^ (value >>> 32));
        }
    }

    /** A floating-point number of 64 bits; equal when the bits are. */
    record Real(double value) implements Value {}

    /** A string. */
    record Text(String value) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Text(String text) && text.equals(value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** A list. */
    record ListOf(List<Value> values) implements Value {
        /** Copies the list, which must not hold Java's null. */
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /** A map from text to values. */
    record MapOf(Properties entries) implements Value {}

    /**
     * A date.
     *
     * @param epochDay days since 1970-01-01, of the years -999,999,999 to 999,999,999
     */
    record Date(long epochDay) implements Value {
        /** Checks the range. */
        public Date {
            Limits.epochDay(epochDay);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Date(long day) && day == epochDay;
        }

        @Override
        public int hashCode() {
            return (int) (epochDay ^ (epochDay >>> 32));
        }
    }

    /**
     * A time of day without zone.
     *
     * @param nanoOfDay 0 to 86,399,999,999,999
     */
    record LocalTime(long nanoOfDay) implements Value {
        /** Checks the range. */
        public LocalTime {
            Limits.nanoOfDay(nanoOfDay);
        }
    }

    /**
     * A time of day with an offset.
     *
     * @param nanoOfDay local, 0 to 86,399,999,999,999
     * @param offsetSeconds east of UTC, at most 18 hours
     */
    record Time(long nanoOfDay, int offsetSeconds) implements Value {
        /** Checks the ranges. */
        public Time {
            Limits.nanoOfDay(nanoOfDay);
            Limits.offset(offsetSeconds);
        }
    }

    /**
     * A date and time without zone.
     *
     * @param epochSecond seconds since 1970-01-01T00:00 on the same clock, in the years of a date
     * @param nano 0 to 999,999,999
     */
    record LocalDateTime(long epochSecond, int nano) implements Value {
        /** Checks the ranges. */
        public LocalDateTime {
            Limits.localSecond(epochSecond);
            Limits.nano(nano);
        }
    }

    /**
     * An instant with an offset, and the name of its zone where it has one.
     *
     * @param epochSecond seconds since 1970-01-01T00:00Z, in the years of a date, here and in UTC
     * @param nano 0 to 999,999,999
     * @param offsetSeconds east of UTC, at most 18 hours
     * @param zone letters, digits and signs, such as {@code Europe/Paris}; or empty
     */
    record DateTime(long epochSecond, int nano, int offsetSeconds, String zone) implements Value {
        /** Checks the ranges. */
        public DateTime {
            Limits.offset(offsetSeconds);
            Limits.localSecond(epochSecond);
            Limits.localSecond(epochSecond + offsetSeconds);
            Limits.nano(nano);
            Limits.zone(zone);
        }
    }

    /**
     * An amount of time, in parts that do not convert into one another.
     *
     * @param nanos 0 to 999,999,999, to be added also where the seconds are negative
     */
    record Duration(long months, long days, long seconds, int nanos) implements Value {
        /** Checks the range. */
        public Duration {
            Limits.nano(nanos);
        }
    }

    /**
     * A point.
     *
     * @param srid 4326 or 4979 (WGS 84, x = longitude, y = latitude in degrees), 7203 or 9157
     *     (Cartesian)
     * @param z the third coordinate, where the srid has one (4979, 9157); else 0
     */
    record Point(int srid, double x, double y, double z) implements Value {
        /** Checks the srid, and that there is a third coordinate only where it has one. */
        public Point {
            Limits.point(srid, z);
        }

        /** Whether there is a third coordinate. */
        public boolean hasZ() {
            return srid == 4979 || srid == 9157;
        }
    }

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
     * @param key the number of the subject's key, not negative
     * @param bytes nonce, cipher text and tag
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content below; never changed
    record Sealed(Id subject, int key, byte[] bytes) implements Value {
        /** Checks the key. */
        public Sealed {
            if (key < 0) {
                throw new IllegalArgumentException("the number of a key is negative: " + key);
            }
        }

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

    /**
     * This with every value inside replaced by what the function makes of it: the elements of a
     * list or a map, at any depth; a value that is neither, itself. The same object where nothing
     * differs.
     */
    @SuppressWarnings("ReferenceEquality") // what changes nothing returns its argument
    default Value mapLeaves(UnaryOperator<Value> change) {
        return switch (this) {
            case ListOf(List<Value> values) -> {
                Value[] mapped = new Value[values.size()];
                boolean differs = false;
                for (int i = 0; i < mapped.length; i++) {
                    mapped[i] = values.get(i).mapLeaves(change);
                    differs |= mapped[i] != values.get(i);
                }
                yield differs ? new ListOf(List.of(mapped)) : this;
            }
            case MapOf(Properties entries) -> {
                Properties mapped = entries.map(value -> value.mapLeaves(change));
                yield mapped == entries ? this : new MapOf(mapped);
            }
            default -> change.apply(this);
        };
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
