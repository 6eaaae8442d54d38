package alchemist.exchange;

import alchemist.kernel.json.JsonReader;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON of others as values: objects are maps whatever their keys, numbers are what they look like.
 */
public final class PlainJson {
    private PlainJson() {}

    /**
     * The value that comes next. A whole number beyond 64 bits becomes a float; one beyond the
     * range of floats stays a text, digit by digit.
     */
    public static Value read(JsonReader json) {
        return switch (json.peek()) {
            case NULL -> {
                json.nothing();
                yield Value.NULL;
            }
            case FLAG -> new Value.Bool(json.flag());
            case NUMBER -> number(json.number());
            case TEXT -> new Value.Text(json.text());
            case ARRAY -> list(json);
            case OBJECT -> map(json);
            case END -> throw json.error("a value is expected");
        };
    }

    private static Value number(String digits) {
        boolean whole = digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        if (whole && digits.length() < 20) {
            try {
                return new Value.Int(Long.parseLong(digits));
            } catch (NumberFormatException e) {
                return real(digits); // 19 digits, just beyond
            }
        }
        return real(digits);
    }

    private static Value real(String digits) {
        double number = Double.parseDouble(digits);
        return Double.isInfinite(number) ? new Value.Text(digits) : new Value.Real(number);
    }

    private static Value list(JsonReader json) {
        List<Value> values = new ArrayList<>();
        json.array();
        while (json.hasNext()) {
            values.add(read(json));
        }
        return new Value.ListOf(values);
    }

    private static Value map(JsonReader json) {
        TreeMap<String, Value> entries = new TreeMap<>();
        json.object();
        for (@Nullable String name = json.nextName(); name != null; name = json.nextName()) {
            entries.put(name, read(json));
        }
        return new Value.MapOf(Properties.of(entries));
    }
}
