package alchemist.exchange.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParquetAndJsonTest {
    private final TablesTesting tables = new TablesTesting();
    @TempDir Path folder;

    private Path sample(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ParquetAndJsonTest.class.getResourceAsStream(name))) {
            Files.copy(in, folder.resolve(name));
        }
        return folder.resolve(name);
    }

    /** Written by pyarrow, one column of each kind. */
    @Test
    void readsEveryKindOfParquet() throws IOException {
        ImportRun run = tables.read(sample("kinds.parquet"));
        assertEquals(List.of("2", "one", "three"), tables.names());
        assertEquals(Value.integer(1), tables.property("one", "id"));
        assertEquals(new Value.Real(0.5), tables.property("one", "ratio"));
        assertEquals(Value.flag(true), tables.property("one", "flag"));
        assertEquals(
                new Value.Date(LocalDate.of(2024, 2, 29).toEpochDay()),
                tables.property("one", "day"));
        assertEquals(
                Instants.local(LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_000_000)),
                tables.property("one", "at"));
        assertEquals(
                Instants.at(LocalDateTime.of(2024, 1, 2, 3, 4, 5), ZoneOffset.UTC),
                tables.property("one", "instant"));
        assertEquals(new Value.Real(12.5), tables.property("one", "price"));
        assertEquals(new Value.Real(7), tables.property("2", "price"));
        assertEquals(Value.texts(List.of("a", "b")), tables.property("one", "tags"));
        assertEquals(
                new Value.MapOf(
                        Properties.of(Map.of("x", Value.integer(1), "y", new Value.Real(2.5)))),
                tables.property("one", "point"));
        assertTrue(tables.property("one", "clock") instanceof Value.LocalTime);
        assertNull(tables.property("one", "raw"));
        assertTrue(TablesTesting.warnings(run).contains("1 cell of bytes"));
        assertEquals(ImportState.UNCHANGED, tables.run(folder.resolve("kinds.parquet")).state());
    }

    /** Written by pyarrow, the same table each time. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "snappy", "gzip", "zstd", "lz4"})
    void readsParquetHoweverItIsPacked(String codec) throws IOException {
        tables.read(sample("packed-" + codec + ".parquet"));
        assertEquals(List.of("Ada", "Bo", "Cy"), tables.names());
        assertEquals(new Value.Real(0.5), tables.property("Ada", "score"));
        assertNull(tables.property("Bo", "score"));
        assertEquals(Value.integer(3), tables.property("Cy", "id"));
    }

    @Test
    void parquetThatCannotBeUnpackedIsRefusedInWords() throws IOException {
        String failure = tables.failure(sample("packed-brotli.parquet"));
        assertTrue(failure.contains("is packed with BROTLI"), failure);
        Path file = Files.writeString(folder.resolve("x.parquet"), "PAR1 and no more");
        assertTrue(tables.failure(file).contains("cannot be read as a Parquet file"));
    }

    @Test
    void aFileOfAFolderThatIsLeftOutIsNamedOnceAndTheOthersAreRead() throws IOException {
        Path packed = sample("packed-brotli.parquet");
        Files.writeString(folder.resolve("a.csv"), "id,name\n1,Ada\n2,Bo\n");
        ImportRun run = tables.read(folder);
        String told = TablesTesting.warnings(run);
        assertTrue(
                told.contains("packed-brotli.parquet is left out: it is packed with BROTLI"), told);
        assertEquals(told.indexOf(packed.toString()), told.lastIndexOf(packed.toString()));
        assertEquals(List.of("Ada", "Bo"), tables.names());
    }

    @Test
    void readsObjectsOfAnArrayAndOfLines() throws IOException {
        String one =
                "{\"id\": 1, \"name\": \"A\\u00e4\", \"tags\": [1, \"b\"], \"at\": {\"x\": 1}}";
        String two =
                "{\"id\": 2, \"name\": \"B\", \"on\": \"2024-02-29\", \"size\": 1.5, \"zip\": \"007\"}";
        for (String text :
                List.of(
                        "[" + one + ",\n" + two + "]\n",
                        one + "\n" + two,
                        "\uFEFF[" + one + "," + two + "]")) {
            TablesTesting each = new TablesTesting();
            each.read(Files.writeString(folder.resolve("t.json"), text));
            assertEquals(List.of("Aä", "B"), each.names());
            assertEquals(
                    new Value.ListOf(List.of(Value.integer(1), Value.text("b"))),
                    each.property("Aä", "tags"));
            assertEquals(
                    new Value.MapOf(Properties.of(Map.of("x", Value.integer(1)))),
                    each.property("Aä", "at"));
            assertEquals(Value.text("007"), each.property("B", "zip"));
            assertTrue(each.property("B", "on") instanceof Value.Date);
        }
    }

    @Test
    void edgesMayBeObjects() throws IOException {
        Files.writeString(folder.resolve("n.nodes.json"), "[{\"id\": \"a\"}, {\"id\": \"b\"}]");
        Files.writeString(
                folder.resolve("n.edges.json"),
                "[{\"source\": \"a\", \"target\": \"b\", \"type\": \"t\"}]");
        tables.read(folder);
        assertEquals(List.of("a -t-> b"), tables.edges());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"a\": 1}, {\"a\": 2}, 7]|line 1: an object is expected",
                "[{\"a\": 1} {\"a\": 2}]|',' or ']' is expected",
                "[{\"a\": 1}] x|something stands behind the array",
                "[{\"a\": 1}, {\"a\": tru}]|line 1: ",
                "[{\"a\": 1}, {\"a\": 2}|is cut off",
                "[{\"a\": 1}, {\"a\": \"|is cut off",
                "[{\"a\": 1}, {\"a\": [}]]|line 1",
            })
    void saysWhatIsWrongWithObjectsAndWhere(String json, String message) throws IOException {
        String failure = tables.failure(Files.writeString(folder.resolve("t.json"), json));
        assertTrue(failure.contains(message), failure);
    }
}
