package alchemist.exchange.ddl;

import alchemist.exchange.blueprint.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table, view or type that a script defines. */
final class Table {
    /** What it is. */
    enum Kind {
        TABLE("Table"),
        VIEW("View"),
        TYPE("Data type");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    final SourceFile file;
    final Kind kind;
    final String name;
    final int line;

    /** By column its type, as it is written. */
    final Map<String, String> columns = new LinkedHashMap<>();

    final List<String> primaryKey = new ArrayList<>();
    String comment = "";

    Table(SourceFile file, Kind kind, String name, int line) {
        this.file = file;
        this.kind = kind;
        this.name = name;
        this.line = line;
    }
}
