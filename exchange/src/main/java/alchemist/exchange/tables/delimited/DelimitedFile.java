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
import de.siegmar.fastcsv.reader.FieldModifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table in a file of text: one line a row, cells apart by a sign. */
public final class DelimitedFile implements TableFile, Table {
    private static final int SAMPLE_CHARS = 1 << 16;

    /** How databases write that there is no value; in quotes it is a text like any other. */
    private static final FieldModifier NOTHING =
            new FieldModifier() {
                @Override
                public String modify(long line, int field, boolean quoted, String text) {
                    return !quoted && (text.equals("NULL") || text.equals("\\N")) ? "" : text;
                }
            };

    private final Place place;
    private final String name;
    private final TextEncoding encoding;
    private final Dialect dialect;
    private final int before;
    private final List<String> columns;
    private final Remarks remarks;
    private boolean told;
    private long surplus;
    private long firstSurplus;
    private int cellsOfFirst;

    private DelimitedFile(
            Place place,
            String name,
            TextEncoding encoding,
            Dialect dialect,
            int before,
            List<String> columns,
            Remarks remarks) {
        this.place = place;
        this.name = name;
        this.encoding = encoding;
        this.dialect = dialect;
        this.before = before;
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
        Beginning beginning = Beginning.of(place, dialect, sample);
        List<String> first = beginning.first();
        if (beginning.skipped() > 0) {
            remarks.warn(
                    "begins with "
                            + beginning.skipped()
                            + " lines of few cells, which are taken for a title and left out");
        }
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
                        ? ColumnNames.of(names(first, beginning.width()), remarks, "")
                        : ColumnNames.numbered(Math.max(first.size(), beginning.width()));
        return new DelimitedFile(
                place,
                name,
                encoding,
                dialect,
                beginning.skipped() + (headed ? 1 : 0),
                columns,
                remarks);
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

    /**
     * The names in a header, and one for each column that it does not name. Lines that all end with
     * a separator have no column behind it.
     */
    private static List<String> names(List<String> header, int width) {
        int end = header.size();
        while (end > 1 && header.get(end - 1).isBlank()) {
            end--;
        }
        List<String> names = new ArrayList<>(header.subList(0, end));
        while (header.size() == end && names.size() < width) {
            names.add("");
        }
        return names;
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
                        .fieldModifier(NOTHING)
                        .build();
        long line = 0;
        surplus = 0;
        boolean ended = false;
        try (EndedText text = new EndedText(text(place, encoding));
                CsvReader<CsvRecord> csv =
                        dialect.reader().maxBufferSize(20 * Limits.MAX_CELL).build(handler, text)) {
            int left = before;
            for (CsvRecord row : csv) {
                ended = row.getFieldCount() == 1 && row.getField(0).equals(EndedText.END);
                if (ended) {
                    break;
                }
                line = row.getStartingLineNumber();
                if (left > 0) {
                    left--;
                } else {
                    rows.row(line, cells(row));
                }
            }
        } catch (CsvParseException e) {
            throw Beginning.failed(place, e);
        }
        if (!ended) {
            throw new ReadingFailed(
                    place.location() + " line " + line + ": a quote is opened and never closed");
        }
        tellSurplus();
    }

    /** Once of a file, however many of its lines are too long. */
    private void tellSurplus() {
        if (surplus > 0 && !told) {
            String first =
                    "line "
                            + firstSurplus
                            + " has "
                            + cellsOfFirst
                            + " cells for "
                            + columns.size()
                            + (columns.size() == 1 ? " column" : " columns");
            remarks.warn(
                    first
                            + switch ((int) Math.min(surplus, 3)) {
                                case 1 -> "";
                                case 2 -> ", and so has 1 more line";
                                default -> ", and so have " + (surplus - 1) + " more lines";
                            }
                            + ": those beyond are left out; a cell that holds the separator needs"
                            + " quotes around it");
        }
        told = true;
    }

    private Value[] cells(CsvRecord row) throws ReadingFailed {
        Value[] cells = new Value[columns.size()];
        Arrays.fill(cells, Value.NULL);
        boolean beyond = false;
        for (int i = 0; i < row.getFieldCount(); i++) {
            String text = row.getField(i);
            if (i >= cells.length) {
                beyond |= !text.isBlank();
            } else if (!text.isBlank()) {
                cells[i] = new Value.Text(text);
            }
        }
        if (beyond) {
            if (surplus++ == 0) {
                firstSurplus = row.getStartingLineNumber();
                cellsOfFirst = row.getFieldCount();
            }
        }
        return cells;
    }
}
