package alchemist.exchange.graphfile;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.json.MalformedJson;
import alchemist.kernel.value.IsoTime;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as texts, and texts as values of a kind that is named beside them. */
public final class TypedText {
    /** The kinds that every format with types has. */
    public static final String BOOLEAN = "boolean";

    /** Whole numbers. */
    public static final String LONG = "long";

    /** Numbers with a point. */
    public static final String DOUBLE = "double";

    /** Texts. */
    public static final String STRING = "string";

    /** Lists, maps and points. */
    public static final String JSON = "json";

    private static final String ERASED = "(erased)";

    private TypedText() {}

    /** The kind of a value. */
    public static String kind(Value value) {
        return switch (value) {
            case Value.Bool _ -> BOOLEAN;
            case Value.Int _ -> LONG;
            case Value.Real _ -> DOUBLE;
            case Value.Date _ -> "date";
            case Value.LocalTime _ -> "localTime";
            case Value.Time _ -> "time";
            case Value.LocalDateTime _ -> "localDateTime";
            case Value.DateTime _ -> "dateTime";
            case Value.Duration _ -> "duration";
            case Value.ListOf list when isName(list) -> STRING;
            case Value.ListOf _, Value.MapOf _, Value.Point _ -> JSON;
            case Value.Null _, Value.Text _, Value.Personal _, Value.Erased _, Value.Sealed _ ->
                    STRING;
        };
    }

    /** A value: plain where it is one, times in ISO 8601, the rest as JSON. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Null _ -> "";
            case Value.Bool(boolean flag) -> Boolean.toString(flag);
            case Value.Int(long number) -> Long.toString(number);
            case Value.Real(double number) -> real(number);
            case Value.Text(String text) -> text;
            case Value.Personal(var _, String text) -> text;
            case Value.Erased _, Value.Sealed _ -> ERASED;
            case Value.Date(long day) -> IsoTime.date(day);
            case Value.LocalTime(long nano) -> IsoTime.timeOfDay(nano);
            case Value.Time(long nano, int offset) -> IsoTime.time(nano, offset);
            case Value.LocalDateTime(long second, int nano) -> IsoTime.localDateTime(second, nano);
            case Value.DateTime(long second, int nano, int offset, String zone) ->
                    IsoTime.dateTime(second, nano, offset, zone);
            case Value.Duration duration -> IsoTime.duration(duration);
            case Value.ListOf list when isName(list) -> name(list);
            case Value.ListOf _, Value.MapOf _, Value.Point _ -> json(plain(value));
        };
    }

    /** A display name: its parts joined. */
    public static String name(Value name) {
        if (name instanceof Value.ListOf(List<Value> parts)) {
            StringBuilder joined = new StringBuilder();
            parts.forEach(part -> joined.append(of(part)));
            return joined.toString();
        }
        return of(name);
    }

    /** A value without people: what is personal as a plain text. */
    public static Value plain(Value value) {
        return switch (value) {
            case Value.Personal _, Value.Erased _, Value.Sealed _ -> Value.text(of(value));
            case Value.ListOf list when isName(list) -> Value.text(name(list));
            default ->
                    value.mapLeaves(
                            leaf ->
                                    leaf instanceof Value.Personal
                                                    || leaf instanceof Value.Erased
                                                    || leaf instanceof Value.Sealed
                                            ? Value.text(of(leaf))
                                            : leaf);
        };
    }

    /** The value of a kind that a text is, or null where it is none. */
    public static @Nullable Value value(String kind, String text) {
        String trimmed = text.strip();
        try {
            return switch (kind) {
                case STRING -> Value.text(text);
                case BOOLEAN -> flag(trimmed);
                case LONG -> Value.integer(Long.parseLong(trimmed));
                case DOUBLE -> number(trimmed);
                case JSON -> read(text);
                default -> read("{\"$" + kind + "\":" + json(Value.text(trimmed)) + "}");
            };
        } catch (NumberFormatException | MalformedJson e) {
            return null;
        }
    }

    /** Whether a kind is one of those that {@link #kind} names. */
    public static boolean isKind(String kind) {
        return switch (kind) {
            case BOOLEAN,
                    LONG,
                    DOUBLE,
                    STRING,
                    JSON,
                    "date",
                    "localTime",
                    "time",
                    "localDateTime",
                    "dateTime",
                    "duration" ->
                    true;
            default -> false;
        };
    }

    /** A value that nests lists and maps, as JSON. */
    public static String json(Value value) {
        JsonWriter json = new JsonWriter();
        ValueJson.write(value, json);
        return json.toString();
    }

    private static Value read(String text) {
        JsonReader json = JsonReader.of(text);
        Value value = ValueJson.read(json);
        json.end();
        return value;
    }

    private static @Nullable Value flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Value.flag(true);
            case "false", "0" -> Value.flag(false);
            default -> null;
        };
    }

    /** A number as XML Schema, Java, Python and JavaScript write it. */
    private static Value number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> new Value.Real(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> new Value.Real(Double.NEGATIVE_INFINITY);
            case "nan" -> new Value.Real(Double.NaN);
            default -> new Value.Real(decimal(text));
        };
    }

    private static double decimal(String text) {
        // Java also takes hexadecimal digits and letters behind them, which nobody means here.
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(text);
    }

    /** As XML Schema writes a double. */
    private static String real(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "INF" : "-INF";
        }
        return Double.toString(number);
    }

    /** Whether a list is a text with people in it. */
    private static boolean isName(Value.ListOf list) {
        boolean personal = false;
        for (Value part : list.values()) {
            boolean person = part instanceof Value.Personal || part instanceof Value.Erased;
            if (!person && !(part instanceof Value.Text)) {
                return false;
            }
            personal |= person;
        }
        return personal;
    }
}
