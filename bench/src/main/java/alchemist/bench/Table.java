package alchemist.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** Figures in rows and columns; NaN where there is none. */
final class Table {
    private final String title;
    private final List<String> columns;
    private final Map<String, double[]> rows = new LinkedHashMap<>();

    /** A table without rows; the names of its columns end with their units. */
    Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Adds a row with a figure for each column. */
    Table row(String name, double... figures) {
        if (figures.length != columns.size()) {
            throw new IllegalArgumentException("a figure is needed for each of " + columns);
        }
        rows.put(name, figures.clone());
        return this;
    }

    /** As people read it. */
    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(title, columns));
        rows.forEach(
                (name, figures) ->
                        lines.add(
                                line(name, Arrays.stream(figures).mapToObj(Table::text).toList())));
        StringBuilder text = new StringBuilder(System.lineSeparator());
        for (List<String> line : lines) {
            text.append(String.format("  %-" + width(lines, 0) + "s", line.getFirst()));
            for (int i = 1; i < line.size(); i++) {
                text.append(String.format("  %" + width(lines, i) + "s", line.get(i)));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static List<String> line(String first, List<String> rest) {
        List<String> line = new ArrayList<>(List.of(first));
        line.addAll(rest);
        return line;
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(1);
    }

    private static String text(double figure) {
        if (Double.isNaN(figure)) {
            return "–";
        }
        String form =
                figure >= 1_000 ? "%,.0f" : figure >= 10 ? "%.1f" : figure >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, figure);
    }

    /** Each cell that has a figure, with its name. */
    void cells(ObjDoubleConsumer<String> each) {
        rows.forEach(
                (row, figures) -> {
                    for (int i = 0; i < figures.length; i++) {
                        if (!Double.isNaN(figures[i])) {
                            each.accept(title + ": " + row + ", " + columns.get(i), figures[i]);
                        }
                    }
                });
    }
}
