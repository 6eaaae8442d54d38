package alchemist.bench;

import alchemist.kernel.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured, in order. */
final class Figures {
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** A figure; its name ends with its unit. */
    Figures with(String name, double value) {
        figures.put(name, value);
        return this;
    }

    double of(String name) {
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
