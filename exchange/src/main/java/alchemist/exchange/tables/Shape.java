package alchemist.exchange.tables;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.ColumnProfile.Budget;
import alchemist.exchange.tables.TableOptions.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is understood: first by its header, then by a pass over all its rows, then together
 * with the others. One thread.
 */
final class Shape {
    /**
     * A column that refers to rows.
     *
     * @param column its place
     * @param target the table
     * @param targetColumn the place of the column there
     * @param relation what its edges are called
     * @param declared whether the file says so, or a person
     */
    record Reference(
            int column, Shape target, int targetColumn, String relation, boolean declared) {}

    private final Table table;
    private final Source source;
    private final TableOptions options;
    private final List<String> header;
    private final Roles roles;
    private final List<ColumnProfile> columns = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<Integer, Map<Long, Id>> others = new HashMap<>();
    private final List<Column> converters = new ArrayList<>();
    private long rows;
    private long earliest = Long.MAX_VALUE;
    private Kind kind = Kind.ROWS;
    private List<Integer> key = List.of();
    private List<Integer> naming = List.of();
    private int types = -1;
    private boolean keyDeclared;

    /**
     * The file that a table is in.
     *
     * @param key what the file is called for good
     * @param file its name
     * @param effectiveAt when it came to be
     * @param limits how much of it is read
     */
    record Source(String key, String file, long effectiveAt, Limits limits, Remarks remarks) {}

    Shape(Table table, Source source, TableOptions options) throws ReadingFailed {
        this.table = table;
        this.source = source;
        this.options = options;
        this.header = table.columns();
        if (header.size() > Limits.MAX_COLUMNS) {
            throw new ReadingFailed(where() + " has more than " + Limits.MAX_COLUMNS + " columns");
        }
        this.roles = Roles.of(header);
    }

    /** Passes over all rows; false where there are more than of a file found in a folder. */
    boolean survey(List<Shape> all, Budget budget) throws IOException {
        boolean typed = table.isTyped();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            boolean important = i < 4 || Keys.isNamedLikeKey(this, name) || isDeclaredKey(name);
            columns.add(new ColumnProfile(plain(i), typed, important, isWanted(i, all), budget));
        }
        int effective = effectiveColumn();
        try {
            table.eachRow(
                    (number, cells) -> {
                        if (++rows > source.limits().rows()) {
                            throw new TooManyRows(where(), source.limits().rows());
                        }
                        if (rows % 1024 == 0) {
                            source.remarks().reading().progress(rows, 0, "rows of " + where());
                        }
                        for (int i = 0; i < columns.size(); i++) {
                            check(cells[i], number, i);
                            columns.get(i).take(cells[i]);
                        }
                        if (effective >= 0) {
                            earliest = Math.min(earliest, effective(cells[effective], number));
                        }
                    });
        } catch (TooManyRows e) {
            if (source.limits().equals(Limits.OPENED)) {
                throw new ReadingFailed(String.valueOf(e.getMessage()), e);
            }
            return false;
        }
        boolean dayFirst = columns.stream().anyMatch(ColumnProfile::hasDecimalComma);
        for (int i = 0; i < header.size(); i++) {
            converters.add(Column.of(columns.get(i), header.get(i), options, dayFirst));
        }
        return true;
    }

    /** There are more rows than are read. */
    private static final class TooManyRows extends IOException {
        private static final long serialVersionUID = 1;

        TooManyRows(String where, long rows) {
            super(where + " has more than " + rows + " rows");
        }
    }

    private void check(Value cell, long number, int column) throws ReadingFailed {
        if (cell instanceof Value.Text(String text) && text.length() > Limits.MAX_CELL) {
            throw new ReadingFailed(
                    where()
                            + " row "
                            + number
                            + ": the cell of '"
                            + header.get(column)
                            + "' has more than "
                            + Limits.MAX_CELL
                            + " characters");
        }
    }

    private boolean isDeclaredKey(String name) {
        return table.declared().key().contains(name)
                || (options.key() != null && options.key().contains(name));
    }

    private boolean isWanted(int column, List<Shape> all) {
        String name = plain(column);
        return column == roles.id()
                || column == Roles.find(header, "id")
                || column == roles.from()
                || column == roles.to()
                || Roles.EDGE_TYPES.contains(Words.joined(name))
                || isDeclaredKey(header.get(column))
                || options.references().containsKey(header.get(column))
                || table.declared().references().stream()
                        .anyMatch(one -> one.column().equals(header.get(column)))
                || all.stream().anyMatch(other -> References.says(name, this, other));
    }

    /** Its name in a message. */
    String where() {
        return table.part().isEmpty()
                ? source.remarks().where()
                : source.remarks().where() + " " + table.part();
    }

    Table table() {
        return table;
    }

    Source source() {
        return source;
    }

    TableOptions options() {
        return options;
    }

    Roles roles() {
        return roles;
    }

    List<String> header() {
        return header;
    }

    List<ColumnProfile> columns() {
        return columns;
    }

    long rows() {
        return rows;
    }

    /** A column's name without what its header declares. */
    String plain(int column) {
        return Roles.plain(header.get(column));
    }

    /** The place of a column, or a failure that names the file in which people wrote it. */
    int column(String name, String where) throws ReadingFailed {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new ReadingFailed(
                    OptionsFile.NAME
                            + ": "
                            + where
                            + " of '"
                            + table.name()
                            + "' names the column '"
                            + name
                            + "', which is not there; there are "
                            + String.join(", ", header));
        }
        return at;
    }

    Column converter(int column) {
        return converters.get(column);
    }

    Kind kind() {
        return kind;
    }

    void becomes(Kind now) {
        kind = now;
    }

    List<Integer> key() {
        return key;
    }

    boolean isKeyDeclared() {
        return keyDeclared;
    }

    void knownBy(List<Integer> places, boolean declared) {
        key = places;
        keyDeclared = declared;
    }

    List<Integer> naming() {
        return naming;
    }

    void namedBy(List<Integer> places) {
        naming = places;
    }

    /** The column of types, or -1. */
    int types() {
        return types;
    }

    void typedBy(int column) {
        types = column;
    }

    List<Reference> references() {
        return references;
    }

    /** Whether it holds a value in a column whose values are each another row's. */
    boolean holds(int column, Value value) {
        Hashes known = columns.get(column).distinct();
        return known != null && known.contains(Hashes.of(Cells.key(value)));
    }

    /** The id of the row that has a value as its only key. */
    Id idOf(String keyText) {
        return Id.of("tables.row", source.key() + "\0" + table.part() + "\0" + keyText);
    }

    /** Whether some table refers to its rows by a column that is not their key. */
    void isAimedAt(int column) {
        if (!(key.size() == 1 && key.contains(column))) {
            others.computeIfAbsent(column, _ -> new HashMap<>());
        }
    }

    /** A row was stated: where it is referred to by something else than its key, that is kept. */
    void stated(Id row, Value[] cells) {
        others.forEach((column, rows) -> rows.put(Hashes.of(Cells.key(cells[column])), row));
    }

    /** The id of the row that has a value in a column, when all rows are stated. */
    @Nullable Id row(int column, Value value) {
        Map<Long, Id> known = others.get(column);
        if (known != null) {
            return known.get(Hashes.of(Cells.key(value)));
        }
        return holds(column, value) ? idOf(Cells.key(value)) : null;
    }

    /** The id of the group of its rows. */
    Id group() {
        return Id.of("tables.table", source.key() + "\0" + table.part());
    }

    /** What a row's type is called. */
    String rowType() {
        return options.type().isEmpty() ? table.name() : options.type();
    }

    int effectiveColumn() throws ReadingFailed {
        return options.effectiveTime().isEmpty()
                ? -1
                : column(options.effectiveTime(), "effectiveTime");
    }

    /** When its first row came to be, or its file. */
    long earliest() {
        return earliest == Long.MAX_VALUE
                ? source.effectiveAt()
                : Math.min(earliest, source.effectiveAt());
    }

    /** When a row came to be by what a cell says. */
    long effective(Value cell, long number) throws ReadingFailed {
        if (Cells.isEmpty(cell)) {
            return source.effectiveAt();
        }
        Value time = cell;
        if (cell instanceof Value.Text(String text)) {
            time = Objects.requireNonNullElse(time(text.strip()), cell);
        }
        try {
            Long micros = Instants.micros(time);
            if (micros != null) {
                return source.remarks().reading().notLater(micros);
            }
        } catch (ArithmeticException e) {
            // So far away that it is no time of an event: told as any other that is none.
        }
        throw new ReadingFailed(
                where()
                        + " row "
                        + number
                        + ": the column '"
                        + options.effectiveTime()
                        + "' is to hold times, and '"
                        + Cells.shown(cell)
                        + "' is none");
    }

    private @Nullable Value time(String text) {
        Form forced = Column.forced(options.types().get(options.effectiveTime()));
        for (Form form :
                forced == null || forced == Form.TEXT
                        ? new Form[] {Form.DATE, Form.LOCAL_DATETIME, Form.DATETIME}
                        : new Form[] {forced}) {
            Value time = form.read(text);
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
