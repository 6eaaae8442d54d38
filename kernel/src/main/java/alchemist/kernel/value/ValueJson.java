package alchemist.kernel.value;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.RealText;
import alchemist.kernel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON. What JSON has is written plainly (a float always has a point or an exponent, an
 * integer never); the rest is an object of one field whose name begins with a dollar: {@code
 * $date}, {@code $localTime}, {@code $time}, {@code $localDateTime}, {@code $dateTime} and {@code
 * $duration} hold ISO 8601, {@code $real} holds NaN or an infinity, {@code $point}, {@code
 * $personal}, {@code $sealed} and {@code $erased} what their names say, {@code $map} a map whose
 * first key begins with a dollar itself. Another first key with a dollar is refused.
 */
public final class ValueJson {
    private static final Schema<Value.Point> POINT =
            Schema.<Value.Point>record("point", 1, "A point")
                    .count(1, "srid", "4326, 4979, 7203 or 9157", Value.Point::srid)
                    .required()
                    .real(2, "x", "or longitude", Value.Point::x)
                    .required()
                    .real(3, "y", "or latitude", Value.Point::y)
                    .required()
                    .real(4, "z", "or height", Value.Point::z)
                    .make(s -> new Value.Point(s.small(1), s.real(2), s.real(3), s.real(4)));

    private static final Schema<Value.Personal> PERSONAL =
            Schema.<Value.Personal>record("personal", 1, "Something personal in clear")
                    .id(1, "subject", "the person", Value.Personal::subject)
                    .required()
                    .text(2, "text", "in clear", Value.Personal::text)
                    .required()
                    .make(s -> new Value.Personal(s.id(1), s.text(2)));

    private static final Schema<Value.Sealed> SEALED =
            Schema.<Value.Sealed>record("sealed", 1, "Something personal")
                    .id(1, "subject", "whose it is", Value.Sealed::subject)
                    .required()
                    .count(2, "key", "the number of the subject's key", Value.Sealed::key)
                    .required()
                    .bytes(3, "bytes", "nonce, cipher text and tag", Value.Sealed::bytes)
                    .required()
                    .make(s -> new Value.Sealed(s.id(1), s.small(2), s.bytes(3)));

    private ValueJson() {}

    /** Writes a value. */
    public static void write(Value value, JsonWriter json) {
        switch (value) {
            case Value.Null _ -> json.nothing();
            case Value.Bool(boolean flag) -> json.flag(flag);
            case Value.Int(long number) -> json.number(number);
            case Value.Real(double number) -> writeReal(number, json);
            case Value.Text(String text) -> json.text(text);
            case Value.ListOf(List<Value> values) -> {
                json.array();
                for (Value element : values) {
                    write(element, json);
                }
                json.endArray();
            }
            case Value.MapOf(Properties entries) -> writeMap(entries, json);
            case Value.Date(long day) -> tagged("$date", IsoTime.date(day), json);
            case Value.LocalTime(long nano) -> tagged("$localTime", IsoTime.timeOfDay(nano), json);
            case Value.Time(long nano, int offset) ->
                    tagged("$time", IsoTime.time(nano, offset), json);
            case Value.LocalDateTime(long second, int nano) ->
                    tagged("$localDateTime", IsoTime.localDateTime(second, nano), json);
            case Value.DateTime(long second, int nano, int offset, String zone) ->
                    tagged("$dateTime", IsoTime.dateTime(second, nano, offset, zone), json);
            case Value.Duration duration -> tagged("$duration", IsoTime.duration(duration), json);
            case Value.Point point -> tagged("$point", POINT, point, json);
            case Value.Personal personal -> tagged("$personal", PERSONAL, personal, json);
            case Value.Sealed sealed -> tagged("$sealed", SEALED, sealed, json);
            case Value.Erased(Id subject) -> tagged("$erased", subject.toString(), json);
        }
    }

    /** Writes properties as an object; keys stand as they are. */
    public static void writeProperties(Properties properties, JsonWriter json) {
        json.object();
        for (int i = 0; i < properties.size(); i++) {
            json.name(properties.key(i));
            write(properties.value(i), json);
        }
        json.endObject();
    }

    /**
     * Reads a value.
     *
     * @throws alchemist.kernel.json.MalformedJson when it is none, or nests deeper than {@link
     *     ValueCodec#MAX_DEPTH}
     */
    public static Value read(JsonReader json) {
        return read(json, 0);
    }

    /** Reads properties from an object. */
    public static Properties readProperties(JsonReader json) {
        json.object();
        return entries(json.nextName(), json, 0);
    }

    private static void writeReal(double number, JsonWriter json) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            tagged("$real", RealText.of(number), json);
        } else {
            json.number(number);
        }
    }

    private static void writeMap(Properties entries, JsonWriter json) {
        boolean escape = !entries.isEmpty() && entries.key(0).startsWith("$");
        if (escape) {
            json.object().name("$map");
        }
        writeProperties(entries, json);
        if (escape) {
            json.endObject();
        }
    }

    private static void tagged(String tag, String text, JsonWriter json) {
        json.object().field(tag, text).endObject();
    }

    private static <T> void tagged(String tag, Schema<T> schema, T record, JsonWriter json) {
        json.object().name(tag);
        schema.toJson(record, json);
        json.endObject();
    }

    private static Value read(JsonReader json, int depth) {
        return switch (json.peek()) {
            case NULL -> {
                json.nothing();
                yield Value.NULL;
            }
            case FLAG -> new Value.Bool(json.flag());
            case NUMBER -> number(json);
            case TEXT -> new Value.Text(json.text());
            case ARRAY -> list(json, deeper(json, depth));
            case OBJECT -> object(json, deeper(json, depth));
            case END -> throw json.error("a value is expected");
        };
    }

    private static int deeper(JsonReader json, int depth) {
        if (depth >= ValueCodec.MAX_DEPTH) {
            throw json.error("lists and maps nest deeper than " + ValueCodec.MAX_DEPTH);
        }
        return depth + 1;
    }

    private static Value number(JsonReader json) {
        if (json.takesInteger()) {
            return new Value.Int(json.taken());
        }
        String digits = json.number();
        if (digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0) {
            try {
                return new Value.Int(Long.parseLong(digits));
            } catch (NumberFormatException e) {
                throw json.error(
                        digits + " has more than 64 bits; with a point it would be a float");
            }
        }
        double number = RealText.parse(digits);
        if (Double.isInfinite(number)) {
            throw json.error(digits + " is too large for a float");
        }
        return new Value.Real(number);
    }

    private static Value list(JsonReader json, int depth) {
        List<Value> values = new ArrayList<>();
        json.array();
        while (json.hasNext()) {
            values.add(read(json, depth));
        }
        return new Value.ListOf(values);
    }

    private static Value object(JsonReader json, int depth) {
        json.object();
        String key = json.nextName();
        Value special = key == null ? null : special(key, json, depth);
        if (special == null) {
            return new Value.MapOf(entries(key, json, depth));
        }
        if (json.nextName() != null) {
            throw json.error("'" + key + "' stands alone in its object");
        }
        return special;
    }

    /** The entries of an object from a first name that is read already. */
    private static Properties entries(@Nullable String first, JsonReader json, int depth) {
        List<String> keys = new ArrayList<>(4);
        List<Value> values = new ArrayList<>(4);
        String last = null;
        for (String key = first; key != null; key = json.nextName()) {
            if (last != null && key.compareTo(last) <= 0) {
                return unsorted(keys, values, key, json, depth);
            }
            keys.add(key);
            values.add(read(json, depth));
            last = key;
        }
        return Properties.of(keys, values);
    }

    /** The entries from a name on that does not stand in their order. */
    private static Properties unsorted(
            List<String> keys, List<Value> values, String out, JsonReader json, int depth) {
        TreeMap<String, Value> entries = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.put(keys.get(i), values.get(i));
        }
        for (String key = out; key != null; key = json.nextName()) {
            if (entries.containsKey(key)) {
                throw json.error("'" + key + "' stands twice");
            }
            entries.put(key, read(json, depth));
        }
        return Properties.of(entries);
    }

    /** What an object means whose first name is a tag; null where it is none. */
    private static @Nullable Value special(String tag, JsonReader json, int depth) {
        if (!tag.startsWith("$")) {
            return null;
        }
        return switch (tag) {
            case "$map" -> {
                json.object();
                yield new Value.MapOf(entries(json.nextName(), json, depth));
            }
            case "$real" -> new Value.Real(json.real());
            case "$date", "$localTime", "$time", "$localDateTime", "$dateTime", "$duration" ->
                    temporal(tag, json);
            case "$point" -> POINT.fromJson(json);
            case "$personal" -> PERSONAL.fromJson(json);
            case "$sealed" -> SEALED.fromJson(json);
            case "$erased" -> erased(json);
            // What is none may become one, or be one that is misspelt: it is no map by chance.
            default ->
                    throw json.error(
                            "'"
                                    + tag
                                    + "' is no kind of value; a map that begins so stands in"
                                    + " {\"$map\":…}");
        };
    }

    private static Value temporal(String tag, JsonReader json) {
        IsoText iso = new IsoText(json.text());
        try {
            Value value =
                    switch (tag) {
                        case "$date" -> new Value.Date(iso.date());
                        case "$localTime" -> new Value.LocalTime(iso.timeOfDay());
                        case "$time" -> new Value.Time(iso.timeOfDay(), iso.offset());
                        case "$localDateTime" -> iso.localDateTime();
                        case "$dateTime" -> iso.dateTime();
                        default -> iso.duration();
                    };
            iso.end();
            return value;
        } catch (IllegalArgumentException e) {
            throw json.error(String.valueOf(e.getMessage()));
        }
    }

    private static Value erased(JsonReader json) {
        try {
            return new Value.Erased(Id.parse(json.text()));
        } catch (IllegalArgumentException e) {
            throw json.error(String.valueOf(e.getMessage()));
        }
    }
}
