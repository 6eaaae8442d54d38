package alchemist.exchange.tables.sqlite;

import alchemist.exchange.tables.Declared;
import alchemist.exchange.tables.Remarks;
import alchemist.exchange.tables.Table;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of a database, row by row. */
final class SqliteTable implements Table {
    private final Connection connection;
    private final String where;
    private final String name;
    private final List<String> columns;
    private final Declared declared;
    private final Remarks remarks;
    private long binary;

    SqliteTable(
            Connection connection,
            String where,
            String name,
            List<String> columns,
            Declared declared,
            Remarks remarks) {
        this.connection = connection;
        this.where = where;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.declared = declared;
        this.remarks = remarks;
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
    public Declared declared() {
        return declared;
    }

    @Override
    public boolean isTyped() {
        return true;
    }

    @Override
    public void eachRow(Rows rows) throws IOException {
        boolean first = binary == 0;
        long number = 0;
        try (Statement query = connection.createStatement();
                ResultSet found =
                        query.executeQuery(
                                "SELECT "
                                        + columns.stream()
                                                .map(SqliteTable::quoted)
                                                .collect(Collectors.joining(", "))
                                        + " FROM "
                                        + quoted(name))) {
            while (found.next()) {
                Value[] cells = new Value[columns.size()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = value(found.getObject(i + 1));
                }
                rows.row(++number, cells);
            }
        } catch (SQLException e) {
            throw SqliteFile.failed(where + " " + name + " after row " + number, e);
        }
        if (first && binary > 0) {
            remarks.bytesLeftOut(name, binary);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Value value(@Nullable Object cell) {
        return switch (cell) {
            case null -> Value.NULL;
            case Integer number -> Value.integer(number);
            case Long number -> Value.integer(number);
            case Double number -> new Value.Real(number);
            case String text -> text.isBlank() ? Value.NULL : new Value.Text(text);
            default -> {
                binary++;
                yield Value.NULL;
            }
        };
    }
}
