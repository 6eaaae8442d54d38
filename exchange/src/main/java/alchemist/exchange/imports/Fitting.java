package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Warning;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.kernel.value.ValueJson;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Brings statements into the one form in which they are compared and stored: without properties
 * that are null, without halves of surrogate pairs, nested at most {@value #MAX_DEPTH} deep, and
 * light enough for a batch. What had to give way is warned of.
 */
final class Fitting {
    /** How deep lists and maps may nest; what is deeper becomes its JSON text. */
    static final int MAX_DEPTH = 32;

    /** How many UTF-16 units a text may have; what is longer is cut. */
    static final int MAX_TEXT = 65_536;

    /**
     * About how many bytes a statement may have; the heaviest properties beyond that are dropped.
     */
    static final int MAX_BYTES = 200 * 1024;

    /** How much of a name a warning tells. */
    private static final int MAX_SHOWN = 100;

    private static final String CUT = "…";

    private final Consumer<Warning> warnings;
    private Supplier<String> where = () -> "";

    Fitting(Consumer<Warning> warnings) {
        this.warnings = warnings;
    }

    NodeStatement fit(NodeStatement statement) {
        where = () -> "node " + shortened(statement.name()) + " (" + statement.node() + ")";
        Value name = fit(statement.name(), 1);
        List<String> types = statement.types();
        if (types.size() > 1 || (types.size() == 1 && !isTerm(types.getFirst()))) {
            types =
                    types.stream()
                            .filter(type -> !type.isEmpty())
                            .map(this::wellFormed)
                            .distinct()
                            .toList();
        }
        Properties properties = fit(statement.properties(), Weight.of(name));
        return new NodeStatement(
                statement.node(),
                name,
                types,
                properties,
                statement.group(),
                statement.formsGroup());
    }

    EdgeStatement fit(EdgeStatement statement) {
        where = () -> "edge " + statement.type() + " (" + statement.edge() + ")";
        return new EdgeStatement(
                statement.edge(),
                statement.from(),
                statement.to(),
                wellFormed(statement.type()),
                fit(statement.properties(), 0));
    }

    private Properties fit(Properties properties, int otherBytes) {
        Properties fitting = each(properties, value -> fit(value, 1));
        while (!fitting.isEmpty() && Weight.of(fitting) + otherBytes > MAX_BYTES) {
            fitting = withoutHeaviest(fitting);
        }
        return fitting;
    }

    private Properties withoutHeaviest(Properties properties) {
        int heaviest = 0;
        for (int i = 1; i < properties.size(); i++) {
            if (Weight.of(properties.value(i)) > Weight.of(properties.value(heaviest))) {
                heaviest = i;
            }
        }
        String key = properties.key(heaviest);
        warn("the property '" + key + "' is left out: with it the thing is too large");
        TreeMap<String, Value> rest = new TreeMap<>(properties.toMap());
        rest.remove(key);
        return Properties.of(rest);
    }

    private Properties each(Properties properties, UnaryOperator<Value> change) {
        Properties changed = properties.map(change);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.value(i).isNull() || !isWellFormed(changed.key(i))) {
                return rewritten(changed);
            }
        }
        return changed;
    }

    private Properties rewritten(Properties properties) {
        TreeMap<String, Value> kept = new TreeMap<>();
        for (int i = 0; i < properties.size(); i++) {
            if (!properties.value(i).isNull()) {
                kept.put(wellFormed(properties.key(i)), properties.value(i));
            }
        }
        return Properties.of(kept);
    }

    private Value fit(Value value, int depth) {
        return switch (value) {
            case Value.Text(String text) -> {
                String fitting = cut(wellFormed(text));
                yield fitting.equals(text) ? value : new Value.Text(fitting);
            }
            case Value.Personal(var subject, String text) -> {
                String fitting = cut(wellFormed(text));
                yield fitting.equals(text) ? value : new Value.Personal(subject, fitting);
            }
            case Value.ListOf list -> depth > MAX_DEPTH ? asText(value) : fit(list, depth + 1);
            case Value.MapOf(Properties entries) ->
                    depth > MAX_DEPTH
                            ? asText(value)
                            : new Value.MapOf(each(entries, entry -> fit(entry, depth + 1)));
            default -> value;
        };
    }

    private Value fit(Value.ListOf list, int depth) {
        List<Value> fitting = list.values().stream().map(element -> fit(element, depth)).toList();
        return fitting.equals(list.values()) ? list : new Value.ListOf(fitting);
    }

    private Value asText(Value value) {
        warn("a value nested deeper than " + MAX_DEPTH + " is kept as text");
        JsonWriter json = new JsonWriter();
        ValueJson.write(value, json);
        return new Value.Text(cut(json.toString()));
    }

    private String cut(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        warn("a text of " + text.length() + " characters is cut to " + MAX_TEXT);
        int end = MAX_TEXT - CUT.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + CUT;
    }

    private String wellFormed(String text) {
        if (isWellFormed(text)) {
            return text;
        }
        warn("half of a surrogate pair is replaced by U+FFFD");
        StringBuilder fixed = new StringBuilder(text);
        for (int i = 0; i < fixed.length(); i++) {
            if (isPair(fixed, i)) {
                i++;
            } else if (Character.isSurrogate(fixed.charAt(i))) {
                fixed.setCharAt(i, '\uFFFD');
            }
        }
        return fixed.toString();
    }

    /** A name short enough to be told. */
    private static String shortened(Value name) {
        String text = Display.name(name);
        int end = Math.min(text.length(), MAX_SHOWN);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return end == text.length() ? text : text.substring(0, end) + CUT;
    }

    private void warn(String what) {
        warnings.accept(new Warning(where.get(), what));
    }

    private static boolean isTerm(String type) {
        return !type.isEmpty() && isWellFormed(type);
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isPair(CharSequence text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}
