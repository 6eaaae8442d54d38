package alchemist.kernel.value;

import alchemist.kernel.Id;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of a value: one byte that names the kind, then its content.
 *
 * <pre>
 * 0 null        1 false      2 true        3 integer (zigzag)     4 float (fixed64)     5 string (length, UTF-8)
 * 6 list (count, values)     7 map (count, each: key text, value; keys rising)
 * 8 date (zigzag epoch day)  9 local time (varint nanos)         10 time (varint nanos, zigzag offset s)
 * 11 local date-time (zigzag s, varint ns)    12 date-time (zigzag s, varint ns, zigzag offset s, zone text)
 * 13 duration (zigzag months, days, seconds; varint nanos)        14 point (varint srid, fixed64 x, y, z)
 * 15 sealed (id subject, varint key, block)   16 erased (id subject)
 * </pre>
 */
public final class ValueCodec {
    /** How deep lists and maps may nest. */
    public static final int MAX_DEPTH = 64;

    private ValueCodec() {}

    /**
     * Writes a value. Equal values have equal bytes.
     *
     * @throws IllegalStateException for a {@link Value.Personal}, which must have been sealed
     *     before
     * @throws IllegalArgumentException when lists and maps nest deeper than {@link #MAX_DEPTH}
     */
    public static void write(Value value, Output out) {
        write(value, out, 0);
    }

    /** Writes the number of properties, and each. */
    public static void writeProperties(Properties properties, Output out) {
        writeProperties(properties, out, 0);
    }

    /**
     * Reads a value.
     *
     * @throws MalformedBytes when {@link #write} did not write it
     */
    public static Value read(Input in) {
        try {
            return read(in, 0);
        } catch (IllegalArgumentException e) {
            throw new MalformedBytes("before " + in.position() + ": " + e.getMessage());
        }
    }

    /**
     * Reads properties.
     *
     * @throws MalformedBytes when {@link #writeProperties} did not write them
     */
    public static Properties readProperties(Input in) {
        try {
            return readProperties(in, 0);
        } catch (IllegalArgumentException e) {
            throw new MalformedBytes("before " + in.position() + ": " + e.getMessage());
        }
    }

    private static void write(Value value, Output out, int depth) {
        switch (value) {
            case Value.Null _ -> out.u8(0);
            case Value.Bool(boolean flag) -> out.u8(flag ? 2 : 1);
            case Value.Int(long number) -> {
                out.u8(3);
                out.zigzag(number);
            }
            case Value.Real(double number) -> {
                out.u8(4);
                out.fixed64(Double.doubleToLongBits(number));
            }
            case Value.Text(String text) -> {
                out.u8(5);
                out.text(text);
            }
            case Value.ListOf(List<Value> values) -> {
                int deeper = deeper(depth);
                out.u8(6);
                out.varint(values.size());
                for (Value element : values) {
                    write(element, out, deeper);
                }
            }
            case Value.MapOf(Properties entries) -> {
                int deeper = deeper(depth);
                out.u8(7);
                writeProperties(entries, out, deeper);
            }
            case Value.Date(long epochDay) -> {
                out.u8(8);
                out.zigzag(epochDay);
            }
            case Value.LocalTime(long nanoOfDay) -> {
                out.u8(9);
                out.varint(nanoOfDay);
            }
            case Value.Time(long nanoOfDay, int offsetSeconds) -> {
                out.u8(10);
                out.varint(nanoOfDay);
                out.zigzag(offsetSeconds);
            }
            case Value.LocalDateTime(long epochSecond, int nano) -> {
                out.u8(11);
                out.zigzag(epochSecond);
                out.varint(nano);
            }
            case Value.DateTime(long epochSecond, int nano, int offsetSeconds, String zone) -> {
                out.u8(12);
                out.zigzag(epochSecond);
                out.varint(nano);
                out.zigzag(offsetSeconds);
                out.text(zone);
            }
            case Value.Duration(long months, long days, long seconds, int nanos) -> {
                out.u8(13);
                out.zigzag(months);
                out.zigzag(days);
                out.zigzag(seconds);
                out.varint(nanos);
            }
            case Value.Point(int srid, double x, double y, double z) -> {
                out.u8(14);
                out.varint(srid);
                out.fixed64(Double.doubleToLongBits(x));
                out.fixed64(Double.doubleToLongBits(y));
                out.fixed64(Double.doubleToLongBits(z));
            }
            case Value.Sealed(Id subject, int key, byte[] bytes) -> {
                out.u8(15);
                out.id(subject);
                out.varint(key);
                out.block(bytes);
            }
            case Value.Erased(Id subject) -> {
                out.u8(16);
                out.id(subject);
            }
            case Value.Personal _ ->
                    throw new IllegalStateException(
                            "a personal value must be sealed before it is stored");
        }
    }

    private static void writeProperties(Properties properties, Output out, int depth) {
        out.varint(properties.size());
        for (int i = 0; i < properties.size(); i++) {
            out.text(properties.key(i));
            write(properties.value(i), out, depth);
        }
    }

    private static Value read(Input in, int depth) {
        int kind = in.u8();
        return switch (kind) {
            case 0 -> Value.NULL;
            case 1 -> new Value.Bool(false);
            case 2 -> new Value.Bool(true);
            case 3 -> new Value.Int(in.zigzag());
            case 4 -> new Value.Real(Double.longBitsToDouble(in.fixed64()));
            case 5 -> new Value.Text(in.text());
            case 6 -> list(in, deeper(depth));
            case 7 -> new Value.MapOf(readProperties(in, deeper(depth)));
            case 8 -> new Value.Date(in.zigzag());
            case 9 -> new Value.LocalTime(in.varint());
            case 10 -> new Value.Time(in.varint(), offset(in));
            case 11 -> new Value.LocalDateTime(in.zigzag(), in.small());
            case 12 -> new Value.DateTime(in.zigzag(), in.small(), offset(in), in.text());
            case 13 -> new Value.Duration(in.zigzag(), in.zigzag(), in.zigzag(), in.small());
            case 14 -> new Value.Point(in.small(), real(in), real(in), real(in));
            case 15 -> new Value.Sealed(in.id(), in.small(), in.block());
            case 16 -> new Value.Erased(in.id());
            default ->
                    throw new MalformedBytes(
                            "kind " + kind + " before " + in.position() + " is no value");
        };
    }

    private static Value list(Input in, int depth) {
        int count = in.length();
        List<Value> values = new ArrayList<>(room(count));
        for (int i = 0; i < count; i++) {
            values.add(read(in, depth));
        }
        return new Value.ListOf(values);
    }

    private static Properties readProperties(Input in, int depth) {
        int count = in.length();
        List<String> keys = new ArrayList<>(room(count));
        List<Value> values = new ArrayList<>(room(count));
        for (int i = 0; i < count; i++) {
            keys.add(in.name());
            values.add(read(in, depth));
        }
        return Properties.of(keys, values);
    }

    /** A count may lie: room for a few; more as they come. */
    private static int room(int count) {
        return Math.min(count, 16);
    }

    private static double real(Input in) {
        return Double.longBitsToDouble(in.fixed64());
    }

    private static int offset(Input in) {
        long seconds = in.zigzag();
        if (seconds != (int) seconds) {
            throw new MalformedBytes("an offset of " + seconds + " s before " + in.position());
        }
        return (int) seconds;
    }

    private static int deeper(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new IllegalArgumentException("lists and maps nest deeper than " + MAX_DEPTH);
        }
        return depth + 1;
    }
}
