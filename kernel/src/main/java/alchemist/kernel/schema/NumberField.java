package alchemist.kernel.schema;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.IsoTime;
import java.util.function.ToLongFunction;

/** A number in a long: a count, a signed integer, a time, a flag, or the bits of a double. */
final class NumberField<T> extends Field<T> {
    private final ToLongFunction<T> accessor;
    private final long absent;

    NumberField(
            int tag,
            String name,
            String doc,
            FieldType type,
            ToLongFunction<T> accessor,
            long absent) {
        super(tag, name, doc, type);
        this.accessor = accessor;
        this.absent = absent;
    }

    @Override
    void write(T record, Output out) {
        long number = accessor.applyAsLong(record);
        if (number == absent && !required()) {
            return;
        }
        switch (type()) {
            case INTEGER, TIME -> {
                out.key(tag(), Wire.VARINT);
                out.zigzag(number);
            }
            case REAL -> {
                out.key(tag(), Wire.FIXED64);
                out.fixed64(number);
            }
            default -> {
                if (number < 0) {
                    throw new IllegalArgumentException(
                            "'" + name() + "' is " + number + ", which is no count");
                }
                out.key(tag(), Wire.VARINT);
                out.varint(number);
            }
        }
    }

    @Override
    void read(Input in, int wireType, Slots slots) {
        expect(wireType, type() == FieldType.REAL ? Wire.FIXED64 : Wire.VARINT);
        slots.longs[tag()] =
                switch (type()) {
                    case INTEGER, TIME -> in.zigzag();
                    case REAL -> in.fixed64();
                    case FLAG -> most(1, in);
                    default -> most(Long.MAX_VALUE, in);
                };
    }

    private long most(long limit, Input in) {
        long number = in.varint();
        if (number < 0 || number > limit) {
            throw new MalformedBytes(
                    "'"
                            + name()
                            + "' before "
                            + in.position()
                            + " is "
                            + Long.toUnsignedString(number)
                            + ", not 0 to "
                            + limit);
        }
        return number;
    }

    @Override
    void toJson(T record, JsonWriter json) {
        long number = accessor.applyAsLong(record);
        if (number == absent && !required()) {
            return;
        }
        json.name(name());
        switch (type()) {
            case FLAG -> json.flag(number != 0);
            case REAL -> json.number(Double.longBitsToDouble(number));
            case TIME -> json.text(IsoTime.instant(number));
            default -> json.number(number);
        }
    }

    @Override
    void fromJson(JsonReader json, Slots slots) {
        slots.longs[tag()] =
                switch (type()) {
                    case FLAG -> json.flag() ? 1 : 0;
                    case REAL -> Double.doubleToLongBits(json.real());
                    case TIME -> time(json);
                    case COUNT -> count(json);
                    default -> json.integer();
                };
    }

    @Override
    void load(T record, Slots slots) {
        slots.longs[tag()] = accessor.applyAsLong(record);
    }

    @Override
    boolean isNumber() {
        return true;
    }

    @Override
    void absent(Slots slots) {
        slots.longs[tag()] = absent;
    }

    private static long count(JsonReader json) {
        long number = json.integer();
        if (number < 0) {
            throw json.error("a number that is not negative is expected, not " + number);
        }
        return number;
    }

    /** ISO 8601 with an offset, or µs since 1970. */
    private static long time(JsonReader json) {
        if (json.peek() == JsonReader.Kind.NUMBER) {
            return json.integer();
        }
        String text = json.text();
        try {
            return IsoTime.parseInstant(text);
        } catch (IllegalArgumentException e) {
            throw json.error(String.valueOf(e.getMessage()));
        }
    }
}
