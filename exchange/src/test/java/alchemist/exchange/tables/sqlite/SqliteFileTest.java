package alchemist.exchange.tables.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.FileKeys;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.ImportsTesting;
import alchemist.exchange.imports.SimulatedWorkspace;
import alchemist.exchange.tables.TablesReader;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

final class SqliteFileTest {
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("shop #1?.sqlite");
    }

    private void make(String... statements) throws SQLException {
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private ImportRun run() throws IOException {
        return ImportsTesting.run(workspace, file, new TablesReader(FileKeys.BY_PATH));
    }

    private Map<String, Integer> types() {
        Map<String, Integer> counts = new TreeMap<>();
        for (NodeStatement node : workspace.only().nodes.values()) {
            counts.merge(String.join(",", node.types()), 1, Integer::sum);
        }
        return counts;
    }

    private static String told(ImportRun run) {
        return run.warnings().stream()
                .map(w -> w.where().replaceAll(".* ", "") + " " + w.what())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void declaredKeysAndReferencesCount() throws Exception {
        make(
                "CREATE TABLE person (nr INTEGER PRIMARY KEY, mail TEXT UNIQUE, name TEXT)",
                "CREATE TABLE seat (row TEXT, col INT, held_by INT REFERENCES person,"
                        + " paid_by TEXT REFERENCES person(mail), PRIMARY KEY (row, col)) WITHOUT ROWID",
                "INSERT INTO person VALUES (1, 'a@x', 'Ada'), (2, 'b@x', 'Bob')",
                "INSERT INTO seat VALUES ('A', 1, 2, 'a@x'), ('A', 2, NULL, 'b@x'), ('B', 1, 9, NULL)");
        ImportRun run = run();
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(Map.of("Table", 2, "person", 2, "seat", 3), types());
        assertEquals(
                List.of("held_by", "paid_by", "paid_by"),
                workspace.only().edges.values().stream().map(e -> e.type()).sorted().toList());
        assertTrue(told(run).contains("refers by 'held_by' to a row that 'person' does not have"));
        assertEquals(ImportState.UNCHANGED, run().state());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing is made beside it");
        }
    }

    @Test
    void viewsVirtualTablesAndThoseOfTheSystemAreLeftOut() throws Exception {
        make(
                "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT, raw BLOB)",
                "INSERT INTO note(text, raw) VALUES ('one', x'00ff'), ('two', NULL)",
                "CREATE VIEW long AS SELECT * FROM note",
                "CREATE VIRTUAL TABLE words USING fts5(text)");
        ImportRun run = run();
        assertEquals(Map.of("Table", 1, "note", 2), types());
        assertTrue(told(run).contains("long is a view"), told(run));
        assertTrue(told(run).contains("words is a virtual table"), told(run));
        assertTrue(told(run).contains("1 cell of bytes"), told(run));
    }

    @Test
    void nothingThatADatabaseComputesIsRun() throws Exception {
        make(
                "CREATE TABLE t (a INT, b AS (hex(zeroblob(1000000))), c AS (a + 1) STORED)",
                "INSERT INTO t(a) VALUES (1)",
                "CREATE VIRTUAL TABLE words USING fts5(text)",
                "INSERT INTO words VALUES ('one')",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = 'create/**/' || substr(sql, 8) WHERE name ="
                        + " 'words'");
        ImportRun run = run();
        assertEquals(ImportState.APPLIED, run.state(), () -> run.error().toString());
        assertEquals(Map.of("Table", 1, "t", 1), types());
        assertTrue(told(run).contains("t has the column 'b', which is computed"), told(run));
        assertTrue(told(run).contains("words is a virtual table"), told(run));
        NodeStatement row =
                workspace.only().nodes.values().stream()
                        .filter(node -> node.types().contains("t"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Value.integer(2), row.properties().find("c"));
    }

    @Test
    void valuesKeepTheirKinds() throws Exception {
        make(
                "CREATE TABLE t (id TEXT, n INT, r REAL, d TEXT, z TEXT, m)",
                "INSERT INTO t VALUES ('x', 9007199254740993, 1.0, '2024-02-29', '007', 1),"
                        + " ('y', NULL, 2.5, '2024-03-01', '8', 'b')");
        run();
        NodeStatement x =
                workspace.only().nodes.values().stream()
                        .filter(node -> node.name().equals(Value.text("x")))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Value.integer(9007199254740993L), x.properties().find("n"));
        assertEquals(new Value.Real(1), x.properties().find("r"));
        assertEquals(Value.text("007"), x.properties().find("z"));
        assertEquals(Value.integer(1), x.properties().find("m"));
        assertTrue(x.properties().find("d") instanceof Value.Date);
    }

    @Test
    void whatIsNotInTheFileYetIsTold() throws Exception {
        make("CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (1)");
        Files.writeString(folder.resolve("shop #1?.sqlite-wal"), "changes");
        assertTrue(told(run()).contains("-wal"));
        assertFalse(Files.exists(folder.resolve("shop #1?.sqlite-shm")));
    }

    @Test
    void whatIsNoDatabaseIsRefusedInWords() throws Exception {
        Files.writeString(file, "SQLite format 3\0 and nothing else");
        assertEquals(ImportState.FAILED, run().state());
        assertTrue(run().error().orElse("").contains("SQLite database"), run().error()::toString);
        Files.writeString(file, "x".repeat(5000));
        assertTrue(
                run().error().orElse("").contains("or an encrypted one"), run().error()::toString);
    }
}
