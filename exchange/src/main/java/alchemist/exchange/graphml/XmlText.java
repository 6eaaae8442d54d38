package alchemist.exchange.graphml;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.IsoTime;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.List;

/** Values as text that XML may hold. */
final class XmlText {
    private static final String ERASED = "(erased)";

    private XmlText() {}

    /** A value: plain where it is one, times in ISO 8601, the rest as JSON. */
    static String of(Value value) {
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
            case Value.ListOf _, Value.MapOf _, Value.Point _ -> json(value);
        };
    }

    /** A display name: its parts joined. */
    static String name(Value name) {
        if (name instanceof Value.ListOf(List<Value> parts)) {
            StringBuilder joined = new StringBuilder();
            parts.forEach(part -> joined.append(of(part)));
            return joined.toString();
        }
        return of(name);
    }

    /** The text with what XML 1.0 forbids replaced by U+FFFD. */
    static String wellFormed(String text) {
        StringBuilder fixed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (!isXml(c)) {
                fixed = fixed == null ? new StringBuilder(text) : fixed;
                fixed.setCharAt(i, '\uFFFD');
            }
        }
        return fixed == null ? text : fixed.toString();
    }

    private static boolean isXml(char c) {
        return c >= 0x20
                ? !Character.isSurrogate(c) && c < 0xFFFE
                : c == '\t' || c == '\n' || c == '\r';
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

    private static String json(Value value) {
        JsonWriter json = new JsonWriter();
        ValueJson.write(value, json);
        return json.toString();
    }
}
