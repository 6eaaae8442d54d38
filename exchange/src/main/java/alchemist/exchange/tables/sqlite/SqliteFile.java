package alchemist.exchange.tables.sqlite;

import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.tables.Declared;
import alchemist.exchange.tables.Declared.Reference;
import alchemist.exchange.tables.Limits;
import alchemist.exchange.tables.Remarks;
import alchemist.exchange.tables.Table;
import alchemist.exchange.tables.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * The tables of a database. It is opened to be read, as one that nobody changes meanwhile: no lock
 * is taken and no file is made beside it. Nothing that it defines is run: no views, triggers,
 * virtual tables or columns that are computed.
 */
public final class SqliteFile implements TableFile {
    private static final int MAX_TABLES = 1000;

    /** Columns as SQLite tells of them: of virtual tables, and computed whenever they are read. */
    private static final int HIDDEN = 1;

    private static final int COMPUTED = 2;

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();

    private SqliteFile(Connection connection) {
        this.connection = connection;
    }

    /** Opens a database. */
    public static TableFile open(Place place, Remarks remarks) throws IOException {
        Path log = place.path().resolveSibling(place.label() + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            remarks.warn(
                    "has changes in "
                            + log.getFileName()
                            + " that are not read: close what writes to it, or run PRAGMA"
                            + " wal_checkpoint");
        }
        Connection connection;
        try {
            connection = connect(place);
        } catch (SQLException e) {
            throw failed(place.location(), e);
        } catch (LinkageError e) {
            throw new ReadingFailed(
                    place.location() + " cannot be read: the driver does not run here (" + e + ")",
                    e);
        }
        SqliteFile file = new SqliteFile(connection);
        try {
            file.find(place, remarks);
            return file;
        } catch (SQLException e) {
            file.close();
            throw failed(place.location(), e);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static Connection connect(Place place) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Properties properties = config.toProperties();
        // The path goes into a URI: what means something there is written by its number.
        String path = place.path().toUri().getRawPath();
        // Not by DriverManager, so that the driver is loaded with the first file that needs it.
        Connection connection =
                JDBC.createConnection(
                        "jdbc:sqlite:file:" + path + "?immutable=1&mode=ro", properties);
        ((SQLiteConnection) connection)
                .setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, 64 * Limits.MAX_CELL);
        try (Statement settings = connection.createStatement()) {
            settings.execute("PRAGMA trusted_schema = OFF");
            settings.execute("PRAGMA cell_size_check = ON");
        }
        return connection;
    }

    private void find(Place place, Remarks remarks) throws SQLException, ReadingFailed {
        List<String> views = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String all = "SELECT name FROM sqlite_schema";
        List<String> virtual = new ArrayList<>();
        Map<String, String> kinds = kinds();
        try (PreparedStatement query = connection.prepareStatement(all);
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                String name = String.valueOf(found.getString(1));
                // Each once, and nothing that is no table or view.
                switch (String.valueOf(kinds.remove(name))) {
                    case "view" -> views.add(name);
                    case "virtual" -> virtual.add(name);
                    case "table" -> {
                        if (!isOfSystem(name)) {
                            names.add(name);
                        }
                    }
                    default -> {}
                }
            }
        }
        for (String name : virtual) {
            remarks.warn(name, "is a virtual table, and left out");
            names.removeIf(one -> one.startsWith(name + "_")); // what it keeps its content in
        }
        for (String name : views) {
            remarks.warn(name, "is a view, and left out: what it shows is in the tables");
        }
        if (names.size() > MAX_TABLES) {
            throw new ReadingFailed(place.location() + " has more than " + MAX_TABLES + " tables");
        }
        for (String name : names) {
            List<String> columns = new ArrayList<>();
            TreeMap<Integer, String> key = new TreeMap<>();
            columns(name, columns, key, remarks);
            if (!columns.isEmpty()) {
                Declared declared = new Declared(List.copyOf(key.values()), references(name));
                tables.add(
                        new SqliteTable(
                                connection, place.location(), name, columns, declared, remarks));
            }
        }
    }

    /** Tables of SQLite itself, and of programs that keep their own matters in a document. */
    private static boolean isOfSystem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("sqlite_")
                || lower.startsWith("_grist")
                || lower.startsWith("gpkg_")
                || lower.startsWith("rtree_")
                || lower.equals("android_metadata")
                || lower.equals("__efmigrationshistory")
                || lower.equals("alembic_version");
    }

    /** What is a table, a view or a virtual table: not as the file says, but as SQLite takes it. */
    private Map<String, String> kinds() throws SQLException {
        Map<String, String> kinds = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT name, type FROM pragma_table_list WHERE schema = 'main'");
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                kinds.put(String.valueOf(found.getString(1)), String.valueOf(found.getString(2)));
            }
        }
        return kinds;
    }

    private void columns(
            String table, List<String> columns, TreeMap<Integer, String> key, Remarks remarks)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT name, pk, hidden FROM pragma_table_xinfo(?)")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    int hidden = found.getInt(3);
                    if (hidden == COMPUTED) {
                        remarks.warn(
                                table,
                                "has the column '"
                                        + found.getString(1)
                                        + "', which is computed when it is read, and left out");
                    }
                    if (hidden == HIDDEN || hidden == COMPUTED) {
                        continue;
                    }
                    columns.add(String.valueOf(found.getString(1)));
                    if (found.getInt(2) > 0) {
                        key.put(found.getInt(2), String.valueOf(found.getString(1)));
                    }
                }
            }
        }
    }

    /** Those of one column; of several they are told by each, where a name says so. */
    private List<Reference> references(String table) throws SQLException {
        record Part(int id, @Nullable Reference reference) {}
        List<Part> parts = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT id, \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    String to = found.getString(4);
                    Reference one =
                            new Reference(
                                    String.valueOf(found.getString(2)),
                                    String.valueOf(found.getString(3)),
                                    to == null ? "" : to);
                    int id = found.getInt(1);
                    boolean several = parts.removeIf(part -> part.id == id);
                    parts.add(new Part(id, several ? null : one));
                }
            }
        }
        parts.sort(Comparator.comparingInt(Part::id));
        List<Reference> references = new ArrayList<>();
        for (Part part : parts) {
            if (part.reference != null) {
                references.add(part.reference);
            }
        }
        return references;
    }

    static ReadingFailed failed(String where, SQLException e) {
        String why = String.valueOf(e.getMessage());
        boolean encrypted = why.contains("NOTADB") || why.contains("not a database");
        return new ReadingFailed(
                where
                        + (encrypted
                                ? " is no SQLite database, or an encrypted one"
                                : " cannot be read as an SQLite database: " + why),
                e);
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
