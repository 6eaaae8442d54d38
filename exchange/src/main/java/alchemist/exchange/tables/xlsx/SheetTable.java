package alchemist.exchange.tables.xlsx;

import alchemist.exchange.tables.ColumnNames;
import alchemist.exchange.tables.Limits;
import alchemist.exchange.tables.Remarks;
import alchemist.exchange.tables.Table;
import alchemist.exchange.tables.xlsx.SheetReading.Book;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook. */
final class SheetTable implements Table {
    private static final int HEAD_ROWS = 60;

    private final Parts parts;
    private final Book book;
    private final String part;
    private final String name;
    private final SheetHeader header;
    private final List<String> columns;

    private SheetTable(
            Parts parts,
            Book book,
            String part,
            String name,
            SheetHeader header,
            List<String> columns) {
        this.parts = parts;
        this.book = book;
        this.part = part;
        this.name = name;
        this.header = header;
        this.columns = columns;
    }

    /** A sheet, or null where nothing stands on it. Passes over it once. */
    static @Nullable SheetTable of(
            Parts parts,
            Book book,
            String part,
            String name,
            @Nullable Boolean headed,
            Remarks remarks)
            throws IOException {
        TreeMap<Integer, List<Value>> head = new TreeMap<>();
        int[] width = new int[1];
        long[] count = new long[1];
        SheetReading reading =
                new SheetReading(
                        book,
                        name,
                        (number, cells) -> {
                            width[0] = Math.max(width[0], cells.size());
                            if (head.size() < HEAD_ROWS) {
                                head.put(number, cells);
                            }
                            if (++count[0] > Limits.OPENED.rows() + HEAD_ROWS) {
                                throw new alchemist.exchange.ReadingFailed(
                                        book.where()
                                                + " sheet '"
                                                + name
                                                + "' has more than "
                                                + Limits.OPENED.rows()
                                                + " rows");
                            }
                        });
        parts.read(part, reading::read);
        if (head.isEmpty()) {
            remarks.note(name, "is an empty sheet");
            return null;
        }
        SheetHeader header = SheetHeader.of(head, reading.merged(), width[0], headed);
        List<String> columns =
                header.last() == 0
                        ? ColumnNames.numbered(width[0])
                        : ColumnNames.of(header.names(), remarks, name);
        tell(header, reading, name, remarks);
        return new SheetTable(parts, book, part, name, header, columns);
    }

    private static void tell(
            SheetHeader header, SheetReading reading, String name, Remarks remarks) {
        if (header.last() == 0) {
            remarks.note(name, "no row names the columns");
        } else if (header.last() > header.first()) {
            remarks.note(
                    name,
                    "rows "
                            + header.first()
                            + " to "
                            + header.last()
                            + " name the columns together, for cells of them are merged");
        } else {
            remarks.note(name, "row " + header.first() + " names the columns");
        }
        long below = reading.merged().stream().filter(range -> range.top() > header.last()).count();
        if (below > 0) {
            remarks.note(
                    name,
                    "has " + below + " merged cells among its rows: their value is the first's");
        }
        if (reading.errors() > 0) {
            remarks.warn(
                    name,
                    reading.errors() == 1
                            ? "has 1 cell with an error, which is left empty"
                            : "has "
                                    + reading.errors()
                                    + " cells with errors, which are left empty");
        }
        if (reading.uncalculated() > 0) {
            remarks.warn(
                    name,
                    "has "
                            + reading.uncalculated()
                            + (reading.uncalculated() == 1 ? " formula" : " formulas")
                            + " without a value: calculate and save it to have "
                            + (reading.uncalculated() == 1 ? "it" : "them"));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String part() {
        return name;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public void eachRow(Rows rows) throws IOException {
        SheetReading reading =
                new SheetReading(
                        book,
                        name,
                        (number, read) -> {
                            if (number > header.last()) {
                                Value[] cells = new Value[columns.size()];
                                Arrays.fill(cells, Value.NULL);
                                for (int i = 0; i < Math.min(read.size(), cells.length); i++) {
                                    cells[i] = read.get(i);
                                }
                                rows.row(number, cells);
                            }
                        });
        parts.read(part, reading::read);
    }
}
