package alchemist.bench;

import alchemist.kernel.json.JsonWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, in order. */
public final class Figures {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();

    /** Nothing yet. */
    public Figures() {}

    /** A figure; its name ends with its unit. */
    public Figures with(String name, double value) {
        figures.put(name, value);
        return this;
    }

    /** A table; for programs each of its cells is a figure. */
    Figures with(Table table) {
        tables.add(table);
        return this;
    }

    /** A figure that was measured, or NaN. */
    public double of(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    /** The middle one; of an even number the greater of two. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    String table() {
        StringBuilder table = new StringBuilder();
        tables.forEach(each -> table.append(each.text()));
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
        tables.forEach(table -> table.cells((name, value) -> json.name(name).number(value)));
        return json.endObject().toString();
    }
}
