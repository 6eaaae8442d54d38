package alchemist.exchange.tables;

import alchemist.exchange.Place;
import alchemist.exchange.tables.delimited.DelimitedFile;
import alchemist.exchange.tables.json.JsonFile;
import alchemist.exchange.tables.parquet.ParquetTables;
import alchemist.exchange.tables.sqlite.SqliteFile;
import alchemist.exchange.tables.xlsx.Workbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of files that hold tables. */
enum TableFormat {
    DELIMITED(List.of(".csv", ".tsv", ".tab", ".psv")),
    JSON(List.of(".json", ".ndjson", ".jsonl")),
    XLSX(List.of(".xlsx", ".xlsm")),
    SQLITE(List.of(".sqlite", ".sqlite3", ".db", ".db3", ".s3db", ".sl3", ".gpkg", ".grist")),
    PARQUET(List.of(".parquet", ".pq"));

    private static final int HEAD_BYTES = 1 << 16;
    private static final String SQLITE_MAGIC = "SQLite format 3\0";

    private final String endings;

    TableFormat(List<String> endings) {
        this.endings = String.join("|", endings);
    }

    /** That of a file, by its name and how it begins; null where it holds no tables. */
    static @Nullable TableFormat of(Place place) {
        String name = place.label().toLowerCase(Locale.ROOT);
        for (TableFormat format : values()) {
            if (Stream.of(format.endings.split("[|]", -1)).anyMatch(name::endsWith)) {
                return format.isLike(place, name) ? format : null;
            }
        }
        return null;
    }

    private boolean isLike(Place place, String name) {
        if (name.startsWith("~$") || name.startsWith("._") || name.equals(OptionsFile.NAME)) {
            return false;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(place.path())) {
            head = in.readNBytes(this == JSON ? HEAD_BYTES : SQLITE_MAGIC.length());
        } catch (IOException e) {
            return false; // whoever walks here tells that it cannot be read
        }
        return switch (this) {
            case DELIMITED, XLSX, PARQUET -> head.length > 0;
            case JSON -> JsonFile.isLike(head, !name.endsWith(".json"));
            case SQLITE ->
                    (name.contains(".sqlite") && head.length > 0)
                            || new String(head, StandardCharsets.ISO_8859_1)
                                    .startsWith(SQLITE_MAGIC);
        };
    }

    /**
     * Opens a file.
     *
     * @throws alchemist.exchange.ReadingFailed when it is not what it seemed to be
     */
    TableFile open(Place place, OptionsFile options, Remarks remarks) throws IOException {
        return switch (this) {
            case DELIMITED -> DelimitedFile.open(place, options, remarks);
            case JSON -> JsonFile.open(place, remarks);
            case XLSX -> Workbook.open(place, options, remarks);
            case SQLITE -> SqliteFile.open(place, remarks);
            case PARQUET -> ParquetTables.open(place, remarks);
        };
    }
}
