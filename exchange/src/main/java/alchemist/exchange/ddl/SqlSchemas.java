package alchemist.exchange.ddl;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Facts;
import alchemist.exchange.blueprint.FileKind;
import alchemist.exchange.blueprint.Nearest;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.ddl.Script.Attached;
import alchemist.exchange.ddl.Script.Reference;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scripts of SQL that define tables, views, types, indexes and triggers. */
public final class SqlSchemas implements FileKind {
    private static final Pattern NAMES = Pattern.compile(".*\\.(?:sql|ddl|psql|pgsql|mysql)");

    /** What takes back a migration defines nothing that is there. */
    private static final Pattern DOWN =
            Pattern.compile("(?:.*[._/-])?(?:down|undo)\\.sql|.*/U\\d[^/]*__[^/]*\\.sql");

    /** Schemas that need not be written. */
    private static final Set<String> PLAIN = Set.of("public.", "dbo.", "main.");

    private final List<Script> scripts = new ArrayList<>();
    private final Map<String, List<Table>> byName = new HashMap<>();

    /** None read yet. */
    public SqlSchemas() {}

    @Override
    public boolean mayBe(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return NAMES.matcher(lower).matches() && !DOWN.matcher(path).matches();
    }

    @Override
    public void read(SourceFile file) {
        Script script = Script.read(file);
        if (!script.isEmpty()) {
            scripts.add(script);
        }
    }

    /** The same for all ways to write a name. */
    static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String plain : PLAIN) {
            if (lower.startsWith(plain)) {
                return lower.substring(plain.length());
            }
        }
        return lower;
    }

    @Override
    public void state(Blueprint blueprint) {
        for (Script script : scripts) {
            for (Table table : script.tables()) {
                declare(table, blueprint);
                String key = key(table.name);
                add(key, table);
                int point = key.lastIndexOf('.');
                if (point >= 0) {
                    add(key.substring(point), table);
                }
            }
        }
        for (Script script : scripts) {
            for (Reference one : script.references) {
                state(one, script, blueprint);
            }
            for (Attached one : script.attached) {
                state(one, script, blueprint);
            }
            for (Table table : script.tables()) {
                useTypes(table, blueprint);
            }
        }
    }

    private void add(String key, Table table) {
        byName.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(table);
    }

    private static void declare(Table table, Blueprint blueprint) {
        List<String> columns = new ArrayList<>();
        table.columns.forEach(
                (name, type) -> columns.add(type.isEmpty() ? name : name + " " + type));
        blueprint.declare(
                table.file,
                table.kind.label(),
                table.name,
                id(table),
                Facts.at(table.line)
                        .texts(table.kind == Table.Kind.TYPE ? "values" : "columns", columns)
                        .texts("primary key", table.primaryKey)
                        .text("comment", table.comment));
    }

    private static Id id(Table table) {
        return Blueprint.id(table.file, table.kind.label(), key(table.name));
    }

    /** The table that a script means by a name, which may lack its schema. */
    private @Nullable Table named(String name, SourceFile from) {
        String key = key(name);
        List<Table> found = byName.getOrDefault(key, List.of());
        int point = key.lastIndexOf('.');
        if (found.isEmpty()) {
            // Known with a schema and meant without one, or the other way round.
            found =
                    byName.getOrDefault(
                            point < 0 ? "." + key : key.substring(point + 1), List.of());
        }
        List<Table> nearest = Nearest.of(found, table -> table.file, from, _ -> true);
        // Created twice in a script, it is one.
        return nearest.isEmpty() || !nearest.stream().allMatch(t -> same(t, nearest.getFirst()))
                ? null
                : nearest.getFirst();
    }

    private static boolean same(Table one, Table other) {
        return id(one).equals(id(other));
    }

    private void state(Reference one, Script script, Blueprint blueprint) {
        Table to = named(one.to(), script.file);
        if (to == null) {
            if (one.relation().equals("references") && !byName.containsKey(key(one.to()))) {
                script.file.warn(
                        one.line(), "refers to the table '" + one.to() + "', which is not there");
            }
            return;
        }
        Table from = one.from().isEmpty() ? null : named(one.from(), script.file);
        if (from == null && !one.from().isEmpty()) {
            return; // a table of elsewhere is altered
        }
        Id id = from == null ? blueprint.file(script.file) : id(from);
        blueprint.edge(
                one.relation(),
                id,
                id(to),
                "columns",
                one.reason(),
                Facts.at(one.line()).text("constraint", one.name()),
                script.file);
    }

    private void state(Attached one, Script script, Blueprint blueprint) {
        Table table = named(one.table(), script.file);
        if (table == null) {
            return;
        }
        Id id = Blueprint.id(script.file, one.type(), key(table.name) + "\0" + key(one.name()));
        blueprint.declare(
                script.file,
                one.type(),
                one.name(),
                id,
                Facts.at(one.line()).texts("columns", one.columns()).flag("unique", one.unique()));
        blueprint.edge(
                one.type().equals("Index") ? "indexes" : "fires on",
                id,
                id(table),
                Facts.at(one.line()),
                script.file);
    }

    private void useTypes(Table table, Blueprint blueprint) {
        table.columns.forEach(
                (column, type) -> {
                    Table used = type.isEmpty() ? null : named(type.replace("[]", ""), table.file);
                    if (used != null && used.kind == Table.Kind.TYPE) {
                        blueprint.edge(
                                "uses",
                                id(table),
                                id(used),
                                "columns",
                                column,
                                Facts.none(),
                                table.file);
                    }
                });
    }
}
