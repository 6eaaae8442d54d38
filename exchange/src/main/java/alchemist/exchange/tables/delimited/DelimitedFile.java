package alchemist.exchange.tables.delimited;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.ColumnNames;
import alchemist.exchange.tables.Headers;
import alchemist.exchange.tables.Limits;
import alchemist.exchange.tables.OptionsFile;
import alchemist.exchange.tables.Remarks;
import alchemist.exchange.tables.Table;
import alchemist.exchange.tables.TableFile;
import alchemist.exchange.tables.TableNames;
import alchemist.kernel.value.Value;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table in a file of text: one line a row, cells apart by a sign. */
public final class DelimitedFile implements TableFile, Table {
    private static final int SAMPLE_CHARS = 1 << 16;

    private final Place place;
    private final String name;
    private final TextEncoding encoding;
    private final Dialect dialect;
    private final boolean headed;
    private final List<String> columns;
    private final Remarks remarks;
    private boolean told;

    private DelimitedFile(
            Place place,
            String name,
            TextEncoding encoding,
            Dialect dialect,
            boolean headed,
            List<String> columns,
            Remarks remarks) {
        this.place = place;
        this.name = name;
        this.encoding = encoding;
        this.dialect = dialect;
        this.headed = headed;
        this.columns = columns;
        this.remarks = remarks;
    }

    /** Opens a file. */
    public static TableFile open(Place place, OptionsFile options, Remarks remarks)
            throws IOException {
        String name = TableNames.ofFile(place.label());
        TextEncoding encoding = TextEncoding.of(place.path());
        String sample = sample(place, encoding);
        boolean cut = sample.length() == SAMPLE_CHARS;
        if (sample.isBlank()) {
            throw new ReadingFailed(place.location() + " is empty");
        }
        if (sample.indexOf('\0') >= 0) {
            throw new ReadingFailed(place.location() + " is no text: it holds zero bytes");
        }
        Dialect dialect = Dialect.of(sample, cut, separator(place.label()));
        List<String> first = first(place, dialect, sample);
        int width = Math.max(first.size(), 1);
        Boolean wished = options.of(place.label(), name).header();
        boolean headed = wished == null ? Headers.isHeader(first) : wished;
        remarks.note(
                encoding.charset().name()
                        + (encoding.skip() > 0 ? " with a byte order mark" : "")
                        + ", "
                        + dialect.told()
                        + " between cells, "
                        + (headed ? "the first line names the columns" : "no names of columns"));
        List<String> columns =
                headed
                        ? ColumnNames.of(withoutEmptyEnd(first), remarks, "")
                        : ColumnNames.numbered(width);
        return new DelimitedFile(place, name, encoding, dialect, headed, columns, remarks);
    }

    private static char separator(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".tsv") || lower.endsWith(".tab")
                ? '\t'
                : lower.endsWith(".psv") ? '|' : ',';
    }

    private static String sample(Place place, TextEncoding encoding) throws IOException {
        char[] sample = new char[SAMPLE_CHARS];
        int length = 0;
        try (Reader in = text(place, encoding)) {
            for (int read = in.read(sample, 0, sample.length);
                    read > 0;
                    read = in.read(sample, length, sample.length - length)) {
                length += read;
            }
        }
        return new String(sample, 0, length);
    }

    private static Reader text(Place place, TextEncoding encoding) throws IOException {
        InputStream in = Files.newInputStream(place.path());
        try {
            in.skipNBytes(encoding.skip());
            return new InputStreamReader(in, encoding.charset());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static List<String> first(Place place, Dialect dialect, String sample)
            throws IOException {
        try (CsvReader<CsvRecord> csv = dialect.reader().ofCsvRecord(sample)) {
            for (CsvRecord row : csv) {
                return row.getFields();
            }
            return List.of();
        } catch (CsvParseException e) {
            throw failed(place, e);
        }
    }

    /** Lines that all end with a separator have no column behind it. */
    private static List<String> withoutEmptyEnd(List<String> header) {
        int end = header.size();
        while (end > 1 && header.get(end - 1).isBlank()) {
            end--;
        }
        return header.subList(0, end);
    }

    @Override
    public List<Table> tables() {
        return List.of(this);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String part() {
        return "";
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean isTyped() {
        return false;
    }

    @Override
    public void eachRow(Rows rows) throws IOException {
        CsvRecordHandler handler =
                CsvRecordHandler.builder()
                        .maxFields(Limits.MAX_COLUMNS + 1)
                        .maxFieldSize(Limits.MAX_CELL)
                        .maxRecordSize(16 * Limits.MAX_CELL)
                        .build();
        long line = 0;
        boolean ended = false;
        try (EndedText text = new EndedText(text(place, encoding));
                CsvReader<CsvRecord> csv =
                        dialect.reader().maxBufferSize(20 * Limits.MAX_CELL).build(handler, text)) {
            boolean header = headed;
            for (CsvRecord row : csv) {
                ended = row.getFieldCount() == 1 && row.getField(0).equals(EndedText.END);
                if (ended) {
                    break;
                }
                line = row.getStartingLineNumber();
                if (header) {
                    header = false;
                } else {
                    rows.row(line, cells(row));
                }
            }
        } catch (CsvParseException e) {
            throw failed(place, e);
        }
        if (!ended) {
            throw new ReadingFailed(
                    place.location() + " line " + line + ": a quote is opened and never closed");
        }
        told = true;
    }

    private Value[] cells(CsvRecord row) throws ReadingFailed {
        Value[] cells = new Value[columns.size()];
        Arrays.fill(cells, Value.NULL);
        List<String> beyond = new ArrayList<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String text = row.getField(i);
            if (i >= cells.length) {
                if (!text.isBlank()) {
                    beyond.add(text);
                }
            } else if (!text.isBlank()) {
                cells[i] = new Value.Text(text);
            }
        }
        if (!beyond.isEmpty() && !told) {
            remarks.warn(
                    "line "
                            + row.getStartingLineNumber()
                            + " has "
                            + row.getFieldCount()
                            + " cells for "
                            + cells.length
                            + " columns: those beyond are left out");
        }
        return cells;
    }

    private static ReadingFailed failed(Place place, CsvParseException e) {
        StringBuilder what = new StringBuilder();
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            what.append(what.isEmpty() ? "" : ": ").append(cause.getMessage());
        }
        return new ReadingFailed(place.location() + ": " + what, e);
    }
}
