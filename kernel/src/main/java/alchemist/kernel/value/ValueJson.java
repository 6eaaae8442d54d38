package alchemist.kernel.value;

import alchemist.kernel.Id;
import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/**
 * Values as JSON. What JSON has is written plainly (a float always has a point or an exponent, an
 * integer never); the rest is an object of one field whose name begins with a dollar: {@code
 * $date}, {@code $localTime}, {@code $time}, {@code $localDateTime}, {@code $dateTime} and {@code
 * $duration} hold ISO 8601, {@code $real} holds NaN or an infinity, {@code $point}, {@code
 * $personal}, {@code $sealed} and {@code $erased} what their names say, {@code $map} a map whose
 * keys begin with a dollar themselves.
 */
public final class ValueJson {
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
            case Value.Point point -> writePoint(point, json);
            case Value.Personal(Id subject, String text) ->
                    json.object()
                            .name("$personal")
                            .object()
                            .field("subject", subject.toString())
                            .field("text", text)
                            .endObject()
                            .endObject();
            case Value.Sealed(Id subject, int key, byte[] bytes) ->
                    json.object()
                            .name("$sealed")
                            .object()
                            .field("subject", subject.toString())
                            .field("key", key)
                            .field("bytes", Base64.getEncoder().encodeToString(bytes))
                            .endObject()
                            .endObject();
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

    /** Reads a value. */
    public static Value read(JsonReader json) {
        return switch (json.peek()) {
            case NULL -> {
                json.nothing();
                yield Value.NULL;
            }
            case FLAG -> new Value.Bool(json.flag());
            case NUMBER -> number(json);
            case TEXT -> new Value.Text(json.text());
            case ARRAY -> list(json);
            case OBJECT -> object(json);
            case END -> throw json.error("a value is expected");
        };
    }

    /** Reads properties from an object. */
    public static Properties readProperties(JsonReader json) {
        TreeMap<String, Value> entries = new TreeMap<>();
        json.object();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            if (entries.put(key, read(json)) != null) {
                throw json.error("the property '" + key + "' stands twice");
            }
        }
        return Properties.of(entries);
    }

    private static void writeReal(double number, JsonWriter json) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            tagged("$real", Double.toString(number), json);
        } else {
            json.number(number);
        }
    }

    private static void writeMap(Properties entries, JsonWriter json) {
        boolean escape = entries.size() == 1 && entries.key(0).startsWith("$");
        if (escape) {
            json.object().name("$map");
        }
        writeProperties(entries, json);
        if (escape) {
            json.endObject();
        }
    }

    private static void writePoint(Value.Point point, JsonWriter json) {
        json.object().name("$point").object().field("srid", point.srid());
        json.name("x").number(point.x()).name("y").number(point.y());
        if (point.srid() == 4979 || point.srid() == 9157) {
            json.name("z").number(point.z());
        }
        json.endObject().endObject();
    }

    private static void tagged(String tag, String text, JsonWriter json) {
        json.object().field(tag, text).endObject();
    }

    private static Value number(JsonReader json) {
        String digits = json.number();
        if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            return new Value.Real(Double.parseDouble(digits));
        }
        try {
            return new Value.Int(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return new Value.Real(Double.parseDouble(digits));
        }
    }

    private static Value list(JsonReader json) {
        List<Value> values = new ArrayList<>();
        json.array();
        while (json.hasNext()) {
            values.add(read(json));
        }
        return new Value.ListOf(values);
    }

    private static Value object(JsonReader json) {
        TreeMap<String, Value> entries = new TreeMap<>();
        json.object();
        String key = json.nextName();
        if (key != null && key.startsWith("$")) {
            Value special = special(key, json);
            if (special != null) {
                if (json.nextName() != null) {
                    throw json.error("'" + key + "' stands alone in its object");
                }
                return special;
            }
        }
        for (; key != null; key = json.nextName()) {
            if (entries.put(key, read(json)) != null) {
                throw json.error("the key '" + key + "' stands twice");
            }
        }
        return new Value.MapOf(Properties.of(entries));
    }

    private static @org.jspecify.annotations.Nullable Value special(String tag, JsonReader json) {
        return switch (tag) {
            case "$map" -> new Value.MapOf(readProperties(json));
            case "$real" -> real(json);
            case "$date", "$localTime", "$time", "$localDateTime", "$dateTime", "$duration" ->
                    temporal(tag, json);
            case "$point" -> point(readProperties(json), json);
            case "$personal" -> personal(readProperties(json), json);
            case "$sealed" -> sealed(readProperties(json), json);
            case "$erased" -> new Value.Erased(id(json.text(), json));
            default -> null;
        };
    }

    private static Value real(JsonReader json) {
        return switch (json.text()) {
            case "NaN" -> new Value.Real(Double.NaN);
            case "Infinity" -> new Value.Real(Double.POSITIVE_INFINITY);
            case "-Infinity" -> new Value.Real(Double.NEGATIVE_INFINITY);
            default -> throw json.error("NaN, Infinity or -Infinity is expected");
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
                        case "$localDateTime" -> localDateTime(iso);
                        case "$dateTime" -> dateTime(iso);
                        default -> iso.duration();
                    };
            iso.end();
            return value;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw json.error(String.valueOf(e.getMessage()));
        }
    }

    private static Value localDateTime(IsoText iso) {
        long day = iso.date();
        iso.expect('T');
        long nano = iso.timeOfDay();
        return new Value.LocalDateTime(
                day * 86_400 + nano / 1_000_000_000L, (int) (nano % 1_000_000_000L));
    }

    private static Value dateTime(IsoText iso) {
        Value.LocalDateTime local = (Value.LocalDateTime) localDateTime(iso);
        int offset = iso.offset();
        return new Value.DateTime(local.epochSecond() - offset, local.nano(), offset, iso.zone());
    }

    private static Value point(Properties fields, JsonReader json) {
        if (!(fields.find("srid") instanceof Value.Int(long srid))
                || (srid != 4326 && srid != 4979 && srid != 7203 && srid != 9157)) {
            throw json.error("a point's srid is 4326, 4979, 7203 or 9157");
        }
        return new Value.Point(
                (int) srid,
                coordinate(fields, "x", json),
                coordinate(fields, "y", json),
                coordinate(fields, "z", json));
    }

    private static double coordinate(Properties fields, String name, JsonReader json) {
        Value value = fields.find(name);
        if (value == null && name.equals("z")) {
            return 0;
        }
        return switch (value) {
            case Value.Real(double number) -> number;
            case Value.Int(long number) -> number;
            case null, default -> throw json.error("a point's '" + name + "' is a number");
        };
    }

    private static Value personal(Properties fields, JsonReader json) {
        return new Value.Personal(
                id(text(fields, "subject", json), json), text(fields, "text", json));
    }

    private static Value sealed(Properties fields, JsonReader json) {
        if (!(fields.find("key") instanceof Value.Int(long key))
                || key < 0
                || key > Integer.MAX_VALUE) {
            throw json.error("a sealed value's 'key' is a number");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text(fields, "bytes", json));
            return new Value.Sealed(id(text(fields, "subject", json), json), (int) key, bytes);
        } catch (IllegalArgumentException e) {
            throw json.error("a sealed value's 'bytes' are base64");
        }
    }

    private static String text(Properties fields, String name, JsonReader json) {
        if (fields.find(name) instanceof Value.Text(String text)) {
            return text;
        }
        throw json.error("'" + name + "' is a text");
    }

    private static Id id(String text, JsonReader json) {
        try {
            return Id.parse(text);
        } catch (IllegalArgumentException e) {
            throw json.error(String.valueOf(e.getMessage()));
        }
    }
}
