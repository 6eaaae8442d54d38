package alchemist.exchange.gexf;

import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code <attribute>} declares.
 *
 * @param title what the property is called
 * @param kind of its values, as {@link TypedText} calls them
 * @param list whether it holds lists of them
 */
record GexfAttribute(String title, String kind, boolean list) {

    static GexfAttribute of(String title, String type, String own) {
        if (TypedText.isKind(own)) {
            return new GexfAttribute(title, own, false);
        }
        String plain = type.toLowerCase(Locale.ROOT);
        boolean list = plain.startsWith("list");
        String kind =
                switch (list ? plain.substring("list".length()) : plain) {
                    case "boolean" -> TypedText.BOOLEAN;
                    case "integer", "int", "long", "short", "byte", "biginteger" -> TypedText.LONG;
                    case "float", "double", "bigdecimal" -> TypedText.DOUBLE;
                    default -> TypedText.STRING;
                };
        return new GexfAttribute(title, kind, list);
    }

    /** A text as a value, or null where it is none. */
    @Nullable Value value(String text) {
        if (!list) {
            return TypedText.value(kind, text);
        }
        String inside = text.strip();
        boolean brackets = inside.startsWith("[") && inside.endsWith("]") && inside.length() > 1;
        String parts = brackets ? inside.substring(1, inside.length() - 1) : inside;
        List<Value> values = new ArrayList<>();
        for (String part : parts.split(brackets ? "," : "\\|", -1)) {
            String plain = part.strip();
            if (plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"")) {
                plain = plain.substring(1, plain.length() - 1);
            }
            Value value = TypedText.value(kind, plain);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return new Value.ListOf(parts.isBlank() ? List.of() : values);
    }
}
