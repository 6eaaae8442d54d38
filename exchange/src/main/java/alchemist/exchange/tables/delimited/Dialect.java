package alchemist.exchange.tables.delimited;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands between the cells of a text, and around those that hold it: whatever makes the rows
 * of its beginning alike, and wide.
 *
 * @param separator between cells
 * @param quote around cells
 */
record Dialect(char separator, char quote) {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int ROWS = 200;

    /**
     * That of a text.
     *
     * @param sample how it begins
     * @param cut whether it goes on behind
     * @param preferred the separator that the file's name promises
     */
    static Dialect of(String sample, boolean cut, char preferred) throws IOException {
        Dialect best = new Dialect(preferred, '"');
        double most = score(sample, cut, best);
        if (most > 0) {
            most += 0.01;
        }
        for (char separator : SEPARATORS) {
            for (char quote : new char[] {'"', '\''}) {
                Dialect one = new Dialect(separator, quote);
                boolean quotes = quote == '"' || isQuotedBy(sample, separator, quote);
                double score = quotes ? score(sample, cut, one) : 0;
                if (score > most) {
                    most = score;
                    best = one;
                }
            }
        }
        return best;
    }

    /** Single quotes are apostrophes but where cells begin and end with them. */
    private static boolean isQuotedBy(String sample, char separator, char quote) {
        String begin = separator + String.valueOf(quote);
        String end = quote + String.valueOf(separator);
        return sample.indexOf('"') < 0 && sample.contains(begin) && sample.contains(end);
    }

    /** How much the rows look like a table: how wide most are, and how many are as wide. */
    private static double score(String sample, boolean cut, Dialect dialect) throws IOException {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        try (CsvReader<CsvRecord> csv = dialect.reader().ofCsvRecord(sample)) {
            for (CsvRecord row : csv) {
                if (++rows > ROWS) {
                    break;
                }
                widths.merge(row.getFieldCount(), 1, Integer::sum);
            }
        } catch (CsvParseException e) {
            return 0; // not by this dialect
        }
        return rating(widths, rows, cut);
    }

    private static double rating(Map<Integer, Integer> widths, int rows, boolean cut) {
        int width = 0;
        int alike = 0;
        for (Map.Entry<Integer, Integer> one : widths.entrySet()) {
            if (one.getValue() > alike || (one.getValue() == alike && one.getKey() > width)) {
                width = one.getKey();
                alike = one.getValue();
            }
        }
        if (width < 2 || rows == 0) {
            return 0;
        }
        int whole = cut && rows > 1 ? rows - 1 : rows;
        double part = Math.min(1, (double) alike / whole);
        return part * part * (1 + Math.min(width, 20) / 100.0);
    }

    /** What reads it; extra cells and missing ones are the table's to judge. */
    CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false);
    }

    /** What stands between cells, for people. */
    String told() {
        return switch (separator) {
            case '\t' -> "tabs";
            case ',' -> "commas";
            case ';' -> "semicolons";
            default -> "'" + separator + "'";
        };
    }
}
