package alchemist.bench;

import alchemist.kernel.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, in order. */
public final class Figures {
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** Nothing yet. */
    public Figures() {}

    /** A figure; its name ends with its unit. */
    public Figures with(String name, double value) {
        figures.put(name, value);
        return this;
    }

    /** A figure that was measured, or NaN. */
    public double of(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        figures.forEach(
                (name, value) -> table.append(String.format("  %-46s %,18.2f%n", name, value)));
        return table.toString();
    }

    String json(String benchmark) {
        JsonWriter json =
                new JsonWriter()
                        .object()
                        .field("benchmark", benchmark)
                        .field("machine", Machine.text());
        figures.forEach((name, value) -> json.name(name).number(value));
        return json.endObject().toString();
    }
}
