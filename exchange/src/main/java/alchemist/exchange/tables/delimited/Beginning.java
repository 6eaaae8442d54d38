package alchemist.exchange.tables.delimited;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text begins: with a title, perhaps, before its table does.
 *
 * @param skipped how many lines stand before the table
 * @param first the cells of the table's first line
 * @param width how many cells most lines have
 */
record Beginning(int skipped, List<String> first, int width) {
    private static final int ROWS = 200;
    private static final int MAX_SKIPPED = 20;

    static Beginning of(Place place, Dialect dialect, String sample) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Integer> widths = new HashMap<>();
        try (CsvReader<CsvRecord> csv = dialect.reader().ofCsvRecord(sample)) {
            for (CsvRecord row : csv) {
                rows.add(row.getFields());
                widths.merge(row.getFieldCount(), 1, Integer::sum);
                if (rows.size() == ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            throw failed(place, e);
        }
        int width = 1;
        for (Map.Entry<Integer, Integer> one : widths.entrySet()) {
            int most = widths.getOrDefault(width, 0);
            if (one.getValue() > most || (one.getValue() == most && one.getKey() > width)) {
                width = one.getKey();
            }
        }
        int skipped = 0;
        while (skipped < Math.min(MAX_SKIPPED, rows.size() - 1)
                && width > 2
                && rows.get(skipped).size() * 2 <= width) {
            skipped++;
        }
        return new Beginning(skipped, rows.isEmpty() ? List.of() : rows.get(skipped), width);
    }

    /** What the library found wrong, in its words and with its line. */
    static ReadingFailed failed(Place place, CsvParseException e) {
        StringBuilder what = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            what.append(what.isEmpty() ? "" : ": ").append(cause.getMessage());
        }
        return new ReadingFailed(place.location() + ": " + what, e);
    }
}
