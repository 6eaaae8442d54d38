package alchemist.exchange.tables.xlsx;

import alchemist.exchange.tables.Headers;
import alchemist.exchange.tables.xlsx.SheetReading.Range;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the names of a sheet's columns are: in the first row that is as wide as the table, and in
 * those below it with which cells of it are merged.
 *
 * @param names one for each column, as they stand there; empty where no row names them
 * @param first the number of the first row of names; of the first row where there is none
 * @param last the number of the last row of names; 0 where there is none
 * @param width how many columns there are
 */
record SheetHeader(List<String> names, int first, int last, int width) {
    private static final String BETWEEN = " ";

    /**
     * That of a sheet.
     *
     * @param rows its first rows, by number
     * @param width how many columns it has
     * @param wished whether there are names; null: to be found
     */
    static SheetHeader of(
            SortedMap<Integer, List<Value>> rows,
            List<Range> merged,
            int width,
            @Nullable Boolean wished) {
        int first = rows.firstKey();
        if (Boolean.FALSE.equals(wished)) {
            return new SheetHeader(List.of(), first, 0, width);
        }
        for (int row : rows.keySet()) {
            List<String> cells = texts(row, rows, merged, width);
            long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
            if (filled * 2 <= width && rows.size() > 1) {
                continue; // a title, or a remark
            }
            int last = last(row, rows, merged);
            List<String> names = names(row, last, rows, merged, width);
            if (Boolean.TRUE.equals(wished) || Headers.isHeader(names)) {
                return new SheetHeader(names, row, last, width);
            }
            return new SheetHeader(List.of(), first, 0, width);
        }
        return new SheetHeader(List.of(), first, 0, width);
    }

    private static int last(int first, SortedMap<Integer, List<Value>> rows, List<Range> merged) {
        int last = first;
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Range range : merged) {
                boolean begins = range.top() >= first && range.top() <= last;
                // What stands over several columns has names of these below it.
                int end = range.right() > range.left() ? range.bottom() + 1 : range.bottom();
                if (begins && end > last && end <= rows.lastKey() && end - first < 20) {
                    last = end;
                    grown = true;
                }
            }
        }
        return last;
    }

    private static List<String> names(
            int first,
            int last,
            SortedMap<Integer, List<Value>> rows,
            List<Range> merged,
            int width) {
        List<Set<String>> parts = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            parts.add(new LinkedHashSet<>());
        }
        for (int row = first; row <= last; row++) {
            List<String> cells = texts(row, rows, merged, width);
            for (int i = 0; i < width; i++) {
                if (!cells.get(i).isBlank()) {
                    parts.get(i).add(cells.get(i).strip());
                }
            }
        }
        return parts.stream().map(part -> String.join(BETWEEN, part)).toList();
    }

    /** The texts of a row; in cells that are merged, that of the first of them. */
    private static List<String> texts(
            int row, SortedMap<Integer, List<Value>> rows, List<Range> merged, int width) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int top = row;
            int left = i;
            for (Range range : merged) {
                if (range.top() <= row
                        && row <= range.bottom()
                        && range.left() <= i
                        && i <= range.right()) {
                    top = range.top();
                    left = range.left();
                }
            }
            List<Value> cells = rows.getOrDefault(top, List.of());
            texts.add(left < cells.size() ? text(cells.get(left)) : "");
        }
        return texts;
    }

    private static String text(Value cell) {
        return switch (cell) {
            case Value.Null _ -> "";
            case Value.Text(String text) -> text;
            case Value.Int(long number) -> Long.toString(number);
            case Value.Date(long day) -> java.time.LocalDate.ofEpochDay(day).toString();
            default -> "0.5"; // no name
        };
    }
}
