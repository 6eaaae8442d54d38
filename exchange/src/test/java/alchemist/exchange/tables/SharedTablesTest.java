package alchemist.exchange.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.Shared;
import alchemist.exchange.imports.ImportRun;
import alchemist.exchange.imports.ImportState;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tables of other people. What is expected was counted by other programs: of text by Python's csv,
 * of workbooks by openpyxl 3.1.5, of databases by sqlite3, of Parquet by pyarrow 26.
 */
final class SharedTablesTest {
    private final TablesTesting tables = new TablesTesting();

    private ImportRun read(String path) throws IOException {
        ImportRun run = tables.read(Shared.data("inputs/" + path));
        assertEquals(ImportState.UNCHANGED, tables.run(Shared.data("inputs/" + path)).state());
        return run;
    }

    private double sum(String type, String property) {
        return tables.source().nodes.values().stream()
                .filter(node -> node.types().equals(List.of(type)))
                .mapToDouble(
                        node ->
                                switch (node.properties().find(property)) {
                                    case Value.Real(double number) -> number;
                                    case Value.Int(long number) -> number;
                                    case null, default -> 0;
                                })
                .sum();
    }

    /** csv.reader(encoding='cp1252', delimiter=';'): 638 rows; sum of column 5 is 438.38807938. */
    @Test
    void readsSemicolonsDecimalCommasAndWindows1252() throws IOException {
        ImportRun run = read("csv/hotels-latin1-semicolons-decimal-comma.csv");
        String type = "hotels-latin1-semicolons-decimal-comma";
        assertEquals(Map.of("Table", 1, type, 638), tables.types());
        assertEquals(438.38807938, sum(type, "Occupancy rate"), 1e-6);
        assertTrue(TablesTesting.notes(run).contains("windows-1252, semicolons"));
        assertEquals(Value.integer(2013), tables.property(type + " 1", "Année"));
        assertEquals(
                new Value.Date(LocalDate.of(2013, 1, 1).toEpochDay()),
                tables.property(type + " 1", "Date"));
    }

    /**
     * csv.reader: 208 rows of 14 cells, no header; column 6 sums up to 3540.60; 561 line breaks.
     */
    @Test
    void readsQuotedNewlinesWithoutAHeader() throws IOException {
        read("csv/card-transactions-quoted-newlines.csv");
        String type = "card-transactions-quoted-newlines";
        assertEquals(Map.of("Table", 1, type, 208), tables.types());
        assertEquals(3540.60, sum(type, "column 6"), 1e-6);
        long broken =
                tables.source().nodes.values().stream()
                        .flatMap(node -> node.properties().toMap().values().stream())
                        .filter(v -> v instanceof Value.Text(String text) && text.contains("\n"))
                        .count();
        assertEquals(561, broken);
    }

    /** csv.reader(delimiter='|'): 1,528 rows, as many ids. */
    @Test
    void readsTypedHeadersOfNeo4j() throws IOException {
        read("csv/people-pipe-delimited.csv");
        assertEquals(Map.of("Table", 1, "people-pipe-delimited", 1528), tables.types());
        assertEquals(Value.integer(19891203), tables.property("Mahinda Perera", "birthday"));
        assertEquals(
                Value.integer(20100214153210447L),
                tables.property("Mahinda Perera", "creationDate"));
    }

    @Test
    void readsAByteOrderMark() throws IOException {
        read("csv/bom-tiny.csv");
        assertEquals(List.of("english", "中国人"), tables.names());
        assertEquals(Value.integer(2), tables.property("中国人", "id"));
    }

    /**
     * csv.reader and sets: 1,460 places (1,343 cities, 111 countries, 6 continents), 1,454 edges
     * with both ends; 1,343 cities and edges to 111 countries of which no file tells; 146
     * opportunities, 141 summaries that refer to one, and 141 edges between them.
     */
    @Test
    void readsNodesAndEdgesOfAFolderTogether() throws IOException {
        read("csv-nodes-edges");
        assertEquals(
                Map.of(
                        "Table", 5,
                        "City", 1343,
                        "Country", 111 + 111,
                        "Continent", 6,
                        "kuzu-lsqb-city", 1343,
                        "grants-opportunity", 146,
                        "grants-opportunity-summary", 141),
                tables.types());
        assertEquals(
                Map.of(
                        "kuzu-ldbc-place", 1454,
                        "kuzu-lsqb-city", 1343,
                        "grants-current-summary", 141,
                        "opportunity", 141),
                tables.relations());
    }

    /**
     * openpyxl: 4,079 cities, all of which name a country's 'Self'; 239 countries; 984 languages,
     * all with a country's code; two rows with something in Table1; 1,429,559,884 people.
     */
    @Test
    void readsAWorkbookWithReferences() throws IOException {
        read("xlsx/world-cities-countries-languages.xlsx");
        assertEquals(
                Map.of(
                        "Table",
                        4,
                        "Table1",
                        2,
                        "City",
                        4079,
                        "Country",
                        239,
                        "CountryLanguage",
                        984),
                tables.types());
        assertEquals(Map.of("Country", 4079 + 984), tables.relations());
        assertEquals(1_429_559_884, sum("City", "Population"));
    }

    @Test
    void readsMergedHeadersAndSheetsWithoutRows() throws IOException {
        ImportRun run = read("xlsx/multi-row-headers-merged-cyrillic.xlsx");
        assertEquals(Map.of("Table", 1, "Лист1", 1), tables.types());
        assertTrue(TablesTesting.notes(run).contains("rows 1 to 5 name the columns together"));
        TablesTesting empty = new TablesTesting();
        empty.read(Shared.data("inputs/xlsx/personinfo-20-empty-sheets-dropdowns.xlsx"));
        assertEquals(Map.of("Table", 20), empty.types());
    }

    /** sqlite3, count(*) and joins: 27 students with a family, 72 enrollments with both. */
    @Test
    void readsADocumentOfGrist() throws IOException {
        read("sqlite/class-enrollment.grist.sqlite");
        assertEquals(
                Map.of(
                        "Table", 5,
                        "Staff", 5,
                        "Families", 16,
                        "Students", 27,
                        "Classes", 10,
                        "Enrollments", 72),
                tables.types());
        assertEquals(Map.of("Family", 27, "Student", 72, "Class", 72), tables.relations());
    }

    /** sqlite3: 36 rows of 2 distinct nodes, 18 edges with 18 ids. */
    @Test
    void readsGraphsInTablesAsKgxKeepsThem() throws IOException {
        ImportRun run = read("sqlite/kgx-nodes-edges.sqlite");
        assertEquals(
                Map.of("Table", 1, "biolink:Gene", 1, "biolink:CellularComponent", 1),
                tables.types());
        assertEquals(Map.of("biolink:part_of", 18), tables.relations());
        assertTrue(TablesTesting.warnings(run).contains("34 rows"));
    }

    @Test
    void readsOneTable() throws IOException {
        read("sqlite/one-table.sqlite");
        assertEquals(List.of("bar", "baz", "foo"), tables.names());
    }

    /** pyarrow: 2 rows; 3 rows with a local time in ms and one in µs each. */
    @Test
    void readsParquet() throws IOException {
        read("parquet/one-table-tiny.parquet");
        assertEquals(List.of("english", "中国人"), tables.names());
        TablesTesting times = new TablesTesting();
        times.read(Shared.data("inputs/parquet/timestamps-ms-ns.parquet"));
        assertEquals(
                List.of("2021-11-02T20:33:20", "2021-11-02T21:20", "2021-11-02T22:20"),
                times.names());
    }
}
