package alchemist.exchange.tables.xlsx;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.Instants;
import alchemist.exchange.tables.Limits;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One pass over a sheet. */
final class SheetReading {
    /** Takes rows that hold something. */
    interface Taker {
        /** A row, by its number on the sheet, as far as its last cell. */
        void row(int number, List<Value> cells) throws IOException;
    }

    /** What is known of all sheets. */
    record Book(String where, SharedStrings texts, Styles styles, boolean from1904) {}

    private static final long MILLIS = 86_400_000L;
    private static final double LAST_DAY = 2_958_466; // the year 9999 ends before it
    private static final int MAX_RANGES = 10_000;

    private final Book book;
    private final String sheet;
    private final Taker taker;
    private final List<Range> merged = new ArrayList<>();
    private int row;
    private long errors;
    private long uncalculated;

    SheetReading(Book book, String sheet, Taker taker) {
        this.book = book;
        this.sheet = sheet;
        this.taker = taker;
    }

    /** Cells that are one. */
    record Range(int top, int left, int bottom, int right) {}

    List<Range> merged() {
        return merged;
    }

    /** How many cells hold an error, such as #DIV/0!. */
    long errors() {
        return errors;
    }

    /** How many formulas nobody has calculated yet. */
    long uncalculated() {
        return uncalculated;
    }

    void read(XMLStreamReader xml) throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> row(xml);
                case "mergeCell" -> merge(xml.getAttributeValue(null, "ref"));
                default -> {}
            }
        }
    }

    private void row(XMLStreamReader xml) throws XMLStreamException, IOException {
        int number = Styles.number(xml.getAttributeValue(null, "r"));
        row = number > row ? number : row + 1;
        List<Value> cells = new ArrayList<>();
        int column = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int at = column(xml.getAttributeValue(null, "r"));
                column = at >= 0 ? at : column;
                Value cell = cell(xml);
                if (!cell.isNull()) {
                    if (column >= Limits.MAX_COLUMNS) {
                        throw new ReadingFailed(
                                where() + " has more than " + Limits.MAX_COLUMNS + " columns");
                    }
                    while (cells.size() <= column) {
                        cells.add(Value.NULL);
                    }
                    cells.set(column, cell);
                }
                column++;
            }
        }
        if (!cells.isEmpty()) {
            taker.row(row, cells);
        }
    }

    private String where() {
        return book.where() + " sheet '" + sheet + "' row " + row;
    }

    private Value cell(XMLStreamReader xml) throws XMLStreamException, IOException {
        String type = xml.getAttributeValue(null, "t");
        int style = Styles.number(xml.getAttributeValue(null, "s"));
        String text = null;
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> text = value(xml);
                    case "is" -> text = SharedStrings.text(xml, "is", where());
                    case "f" -> formula = true;
                    default -> {}
                }
            }
        }
        // Programs that do not calculate write an empty value; an empty text says that it is one.
        if (text == null || (formula && text.isEmpty() && !"str".equals(type))) {
            uncalculated += formula ? 1 : 0;
            return Value.NULL;
        }
        return value(type == null ? "n" : type, style, text);
    }

    private String value(XMLStreamReader xml) throws XMLStreamException, ReadingFailed {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(xml.getText());
            }
            if (text.length() > Limits.MAX_CELL) {
                throw new ReadingFailed(
                        where() + ": a cell has more than " + Limits.MAX_CELL + " characters");
            }
        }
        return text.toString();
    }

    private Value value(String type, int style, String text) {
        return switch (type) {
            case "s" -> text(book.texts().text(Styles.number(text.strip())));
            case "b" -> Value.flag(text.strip().equals("1") || text.strip().equals("true"));
            case "e" -> {
                errors++;
                yield Value.NULL;
            }
            case "n" -> number(style, text.strip());
            case "d" -> date(text.strip());
            default -> text(text);
        };
    }

    private static Value text(String text) {
        return text.isBlank() ? Value.NULL : new Value.Text(unescaped(text));
    }

    /** Signs that XML cannot hold stand by their number. */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? java.util.regex.Pattern.compile("_x([0-9A-Fa-f]{4})_")
                        .matcher(text)
                        .replaceAll(
                                m ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char) Integer.parseInt(m.group(1), 16))))
                : text;
    }

    private static Value date(String text) {
        try {
            return text.length() > 10
                    ? Instants.local(LocalDateTime.parse(text.replace("Z", "")))
                    : new Value.Date(LocalDate.parse(text).toEpochDay());
        } catch (java.time.DateTimeException e) {
            return text(text); // said to be a time, and is none
        }
    }

    private Value number(int style, String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return text(text);
        }
        if (!Double.isFinite(number)) {
            return text(text);
        }
        return switch (book.styles().of(style)) {
            case DATE -> number < 0 || number >= LAST_DAY ? plain(number) : instant(number);
            case TIME ->
                    number < 0 || number >= LAST_DAY
                            ? plain(number)
                            : number >= 1
                                    ? instant(number)
                                    : new Value.LocalTime(
                                            Math.min(MILLIS - 1, millis(number)) * 1_000_000);
            case NUMBER -> plain(number);
        };
    }

    private static Value plain(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        return whole ? Value.integer((long) number) : new Value.Real(number);
    }

    private static long millis(double day) {
        return Math.round((day - Math.floor(day)) * MILLIS);
    }

    /** A day by its number: the calendar of Excel has a 29th of February 1900. */
    private Value instant(double number) {
        long day = (long) Math.floor(number);
        LocalDate first =
                book.from1904()
                        ? LocalDate.of(1904, 1, 1)
                        : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
        return Instants.local(
                first.plusDays(day).atStartOfDay().plusNanos(millis(number) * 1_000_000));
    }

    private void merge(@Nullable String ref) {
        String[] ends = ref == null ? new String[0] : ref.split(":", -1);
        if (ends.length != 2 || merged.size() >= MAX_RANGES) {
            return;
        }
        Range range = new Range(rowOf(ends[0]), column(ends[0]), rowOf(ends[1]), column(ends[1]));
        if (range.top > 0
                && range.left >= 0
                && range.bottom >= range.top
                && range.right >= range.left
                && range.right < Limits.MAX_COLUMNS) {
            merged.add(range);
        }
    }

    /** The column of a cell's name, from 0, or -1. */
    private static int column(@Nullable String ref) {
        int column = 0;
        for (int i = 0; ref != null && i < Math.min(4, ref.length()); i++) {
            char c = ref.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    private static int rowOf(String ref) {
        return Styles.number(ref.replaceAll("^[A-Z]+", ""));
    }
}
