package alchemist.exchange.tables;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.tables.xlsx.TestWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.JDBC;

/** Whatever happens to a file, it is read or refused: a reader never has a fault. */
final class HostileTablesTest {
    /** Where more pages begin than are tried in a few seconds. */
    private static final int FIRST_PAGES = Integer.getInteger("test.bytes", 100);

    private static final String TEXT =
            "id;name;\"total\"\r\n1;\"a\"\"b\";0,5\r\n2;'c\n;d';7\r\n\"3\";\"x\ny\";\t\r\n";
    private static final String OBJECTS =
            "[{\"id\": 1, \"name\": \"a\\u00e4\", \"x\": [1, {\"y\": null}]},\n {\"id\": 2}]";

    /** A change of some bytes. */
    record Change(double at, int length, byte with, boolean cut) {
        byte[] of(byte[] bytes) {
            byte[] changed = bytes.clone();
            int from = (int) (at * bytes.length);
            if (cut) {
                return java.util.Arrays.copyOf(changed, from);
            }
            for (int i = from; i < Math.min(bytes.length, from + length); i++) {
                changed[i] = with;
            }
            return changed;
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 0.9999).ofScale(4),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(
                                (byte) 0, (byte) '"', (byte) ';', (byte) -1, (byte) '\n', (byte) 7),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(9, false), net.jqwik.api.Tuple.of(1, true)))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 150)
    void texts(@ForAll("changes") List<Change> changes) throws IOException {
        read("t.csv", TEXT.getBytes(StandardCharsets.UTF_8), changes);
    }

    @Property(tries = 150)
    void objects(@ForAll("changes") List<Change> changes) throws IOException {
        read("t.json", OBJECTS.getBytes(StandardCharsets.UTF_8), changes);
    }

    @Property(tries = 60)
    void workbooks(@ForAll("changes") List<Change> changes) throws IOException {
        Path file = Files.createTempFile("hostile", ".xlsx");
        new TestWorkbook()
                .rows("A", List.of("id", "name"), List.of("1", "x"))
                .rows("B", List.of("id", "a_id"), List.of("7", "1"))
                .texts("one")
                .write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        read("t.xlsx", bytes, changes);
    }

    @Property(tries = 60)
    void databases(@ForAll("changes") List<Change> changes) throws IOException, SQLException {
        Path file = Files.createTempFile("hostile", ".sqlite");
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 512");
            statement.execute("CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT)");
            statement.execute("CREATE TABLE b (id INTEGER PRIMARY KEY, a INT REFERENCES a(id))");
            statement.execute("INSERT INTO a VALUES (1, 'x'), (2, 'y')");
            statement.execute("INSERT INTO b VALUES (1, 1), (2, 2)");
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        read("t.sqlite", bytes, changes);
    }

    @Property(tries = 60)
    void parquet(@ForAll("changes") List<Change> changes) throws IOException {
        read("t.parquet", parquet("kinds"), changes);
    }

    /**
     * Damage of the pages' headers, of which the library went round for ever, and of what they
     * pack.
     */
    @ParameterizedTest
    @ValueSource(strings = {"kinds", "packed-zstd", "packed-lz4"})
    void everyByteOfTheFirstPagesOfParquet(String file) throws IOException {
        byte[] whole = parquet(file);
        for (int at = 4; at < Math.min(FIRST_PAGES, whole.length); at++) {
            for (byte value : new byte[] {0, 10, 0x7f, (byte) 0xff}) {
                if (value != whole[at]) {
                    byte[] bytes = whole.clone();
                    bytes[at] = value;
                    read("t.parquet", bytes, List.of());
                }
            }
        }
    }

    @Test
    void twoWrongBytesOfAHeaderOfParquet() throws IOException {
        byte[] bytes = parquet("kinds");
        bytes[69] = 10;
        bytes[70] = 10;
        read("t.parquet", bytes, List.of());
    }

    /** The first column of its schema ends before anything is told of it. */
    @Test
    void aColumnOfParquetWithoutAName() throws IOException {
        byte[] bytes = parquet("kinds");
        byte[] named = "\u0006schema\u0015\u0018\u0000".getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (!Arrays.equals(named, Arrays.copyOfRange(bytes, at, at + named.length))) {
            at++;
        }
        bytes[at + named.length] = 0;

        String error = run("t.parquet", bytes).error().orElseThrow();

        assertTrue(error.endsWith("column 1 has no name"), error);
    }

    private static void read(String name, byte[] bytes, List<Change> changes) throws IOException {
        byte[] changed = bytes;
        for (Change change : changes) {
            changed = change.of(changed);
        }
        ImportRun run = run(name, changed);
        assertFalse(run.error().orElse("").contains("fault"), run.error()::toString);
    }

    private static byte[] parquet(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        HostileTablesTest.class.getResourceAsStream(file + ".parquet"))) {
            return in.readAllBytes();
        }
    }

    private static ImportRun run(String name, byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("hostile");
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            return new TablesTesting().run(file);
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}
