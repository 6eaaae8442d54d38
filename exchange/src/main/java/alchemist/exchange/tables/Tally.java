package alchemist.exchange.tables;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what is left out of a table, to tell it once. */
final class Tally {
    private record Left(long rows, long first, String example) {}

    private final Map<String, Left> left = new LinkedHashMap<>();

    /**
     * A row is concerned.
     *
     * @param what happens to it, for people
     * @param example a value; empty: none
     */
    void add(String what, long row, String example) {
        left.merge(
                what,
                new Left(1, row, example),
                (old, _) -> new Left(old.rows + 1, old.first, old.example));
    }

    void tell(Shape shape) {
        left.forEach(
                (what, of) -> {
                    String example = of.example.isEmpty() ? "" : ": '" + cut(of.example) + "'";
                    shape.source()
                            .remarks()
                            .warn(
                                    shape.table().part(),
                                    what
                                            + " ("
                                            + (of.rows == 1 ? "row " : of.rows + " rows, first ")
                                            + of.first
                                            + example
                                            + ")");
                });
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
