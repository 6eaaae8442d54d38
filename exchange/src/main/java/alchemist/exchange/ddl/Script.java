package alchemist.exchange.ddl;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.ddl.Token.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one script defines, and what in it refers to tables that others may define. */
final class Script {
    private static final Set<String> BEFORE_TABLE =
            Set.of(
                    "global",
                    "local",
                    "temp",
                    "temporary",
                    "unlogged",
                    "foreign",
                    "external",
                    "virtual",
                    "transient");
    private static final Set<String> BEFORE_VIEW =
            Set.of(
                    "temp",
                    "temporary",
                    "materialized",
                    "recursive",
                    "force",
                    "algorithm",
                    "sql",
                    "security",
                    "invoker",
                    "definer",
                    "=",
                    "undefined",
                    "merge",
                    "temptable");

    /** One thing that refers to a table. */
    record Reference(
            String from, String to, String relation, String reason, String name, int line) {}

    /** An index or trigger. */
    record Attached(
            String type,
            String name,
            String table,
            List<String> columns,
            boolean unique,
            int line) {}

    final SourceFile file;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    final List<Reference> references = new ArrayList<>();
    final List<Attached> attached = new ArrayList<>();

    private Script(SourceFile file) {
        this.file = file.emptied();
    }

    static Script read(SourceFile file) {
        Script script = new Script(file);
        Statements statements = new Statements(file.text());
        try {
            for (List<Token> one = statements.next(); one != null; one = statements.next()) {
                script.read(one);
            }
        } catch (Malformed e) {
            if (!isTemplate(file.text())) {
                file.warn(e.line(), e.what() + "; what stands before is read");
            }
        }
        return script;
    }

    /** Whether it is only the pattern of a script, in which quotes need not be those of SQL. */
    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%");
    }

    boolean isEmpty() {
        return tables.isEmpty() && references.isEmpty() && attached.isEmpty();
    }

    private void read(List<Token> tokens) {
        Cursor cursor = new Cursor(tokens);
        int line = cursor.peek().line();
        if (cursor.takes("create")) {
            cursor.takes("or", "replace");
            create(cursor, line);
        } else if (cursor.takes("alter", "table")) {
            cursor.takes("if", "exists");
            cursor.takes("only");
            alter(cursor, line);
        } else if (cursor.takes("drop", "table") || cursor.takes("drop", "view")) {
            cursor.takes("if", "exists");
            for (List<Token> part : cursor.rest()) {
                String name = new Cursor(part).name();
                tables.remove(SqlSchemas.key(name));
            }
        } else if (cursor.takes("comment", "on", "table")
                || cursor.takes("comment", "on", "view")) {
            Table table = own(cursor.name());
            if (table != null && cursor.takes("is")) {
                table.comment = cursor.peek().kind() == Kind.TEXT ? cursor.peek().text() : "";
            }
        }
    }

    private @Nullable Table own(String name) {
        return tables.get(SqlSchemas.key(name));
    }

    private void add(Table table) {
        tables.put(SqlSchemas.key(table.name), table);
    }

    /** The tables, views and types that it leaves behind. */
    Collection<Table> tables() {
        return tables.values();
    }

    private void create(Cursor cursor, int line) {
        boolean unique = cursor.takes("unique");
        cursor.takes("fulltext");
        cursor.takes("spatial");
        if (cursor.takes("index")) {
            index(cursor, unique, line);
            return;
        }
        if (cursor.takes("type") || cursor.takes("domain")) {
            type(cursor, line);
            return;
        }
        if (cursor.peek().is("trigger")
                || (cursor.peek().is("constraint") && cursor.peek(1).is("trigger"))) {
            trigger(cursor, line);
            return;
        }
        if (cursor.takes("definer")) {
            while (cursor.hasMore() && !cursor.peek().is("view") && !cursor.peek().is("trigger")) {
                cursor.take();
            }
        }
        if (isTable(cursor)) {
            table(cursor, line);
        } else {
            cursor.skip(BEFORE_VIEW);
            if (cursor.takes("view")) {
                view(cursor, line);
            } else if (cursor.peek().is("trigger")) {
                trigger(cursor, line);
            }
        }
    }

    private static boolean isTable(Cursor cursor) {
        int ahead = 0;
        while (BEFORE_TABLE.contains(cursor.peek(ahead).text().toLowerCase(Locale.ROOT))) {
            ahead++;
        }
        if (!cursor.peek(ahead).is("table")) {
            return false;
        }
        for (int i = 0; i <= ahead; i++) {
            cursor.take();
        }
        return true;
    }

    private void table(Cursor cursor, int line) {
        cursor.takes("if", "not", "exists");
        String name = cursor.name();
        if (name.isEmpty()) {
            file.warn(line, "a table is created here whose name is not understood");
            return;
        }
        Table table = new Table(file, Table.Kind.TABLE, name, line);
        add(table);
        if (cursor.takes("partition", "of")) {
            refer(name, cursor.name(), "partition of", "", "", line);
        } else if (cursor.takes("like")) {
            refer(name, cursor.name(), "made like", "", "", line);
        } else if (cursor.peek().is("(")) {
            for (List<Token> part : cursor.brackets()) {
                new TableParser(this, table).definition(new Cursor(part));
            }
        }
        while (cursor.hasMore()) {
            if (cursor.takes("inherits")) {
                for (String parent : cursor.names()) {
                    refer(name, parent, "inherits from", "", "", line);
                }
            } else if (cursor.peek().is("select") || cursor.peek().is("with")) {
                reads(cursor, name, line);
            } else {
                cursor.take();
            }
        }
    }

    /** Keeps that a table refers to another, where that is named. */
    void refer(String from, String to, String relation, String reason, String name, int line) {
        if (!to.isEmpty()) {
            references.add(new Reference(from, to, relation, reason, name, line));
        }
    }

    private void alter(Cursor cursor, int line) {
        String name = cursor.name();
        Table own = own(name);
        // Of a table of another script only what it refers to is kept.
        Table table = own == null ? new Table(file, Table.Kind.TABLE, name, line) : own;
        for (List<Token> part : cursor.rest()) {
            Cursor action = new Cursor(part);
            if (action.takes("add")) {
                action.takes("column");
                action.takes("if", "not", "exists");
                if (action.peek().is("(")) {
                    for (List<Token> one : action.brackets()) {
                        new TableParser(this, table).definition(new Cursor(one));
                    }
                } else {
                    new TableParser(this, table).definition(action);
                }
            } else if (action.takes("drop", "column")) {
                action.takes("if", "exists");
                table.columns.remove(action.name());
            } else if (action.takes("attach", "partition")) {
                refer(action.name(), name, "partition of", "", "", line);
            }
        }
        if (own == null) {
            refer("", name, "alters", String.join(", ", table.columns.keySet()), "", line);
        }
    }

    private void view(Cursor cursor, int line) {
        cursor.takes("if", "not", "exists");
        String name = cursor.name();
        if (!name.isEmpty()) {
            add(new Table(file, Table.Kind.VIEW, name, line));
            reads(cursor, name, line);
        }
    }

    /** The tables that a query takes rows from, but not those that it makes on the way. */
    private void reads(Cursor cursor, String name, int line) {
        Set<String> made = new TreeSet<>();
        boolean list = false;
        while (cursor.hasMore()) {
            boolean with =
                    cursor.peek().isName()
                            && cursor.peek(1).is("as")
                            && (cursor.peek(2).is("(") || cursor.peek(3).is("("));
            if (with) {
                made.add(SqlSchemas.key(cursor.take().text()));
            } else if (cursor.takes("from")
                    || cursor.takes("join")
                    || (list && cursor.takes(","))) {
                cursor.takes("only");
                cursor.takes("lateral");
                String from = cursor.name();
                if (!from.isEmpty()
                        && !made.contains(SqlSchemas.key(from))
                        && !cursor.peek().is("(")) {
                    refer(name, from, "reads", "", "", line);
                }
                list = true;
            } else {
                Token token = cursor.take();
                boolean word = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED;
                list &= word && !token.is("where") && !token.is("on") && !token.is("group");
            }
        }
    }

    private void index(Cursor cursor, boolean unique, int line) {
        cursor.takes("concurrently");
        cursor.takes("if", "not", "exists");
        String name = cursor.peek().is("on") ? "" : cursor.name();
        while (cursor.hasMore() && !cursor.takes("on")) {
            cursor.take();
        }
        cursor.takes("only");
        String table = cursor.name();
        if (cursor.takes("using")) {
            cursor.take();
        }
        List<String> columns = cursor.names();
        String called = name.isEmpty() ? String.join("_", columns) + "_index" : name;
        if (!table.isEmpty()) {
            attached.add(new Attached("Index", called, table, columns, unique, line));
        }
    }

    private void trigger(Cursor cursor, int line) {
        cursor.takes("constraint");
        cursor.takes("trigger");
        cursor.takes("if", "not", "exists");
        String name = cursor.name();
        while (cursor.hasMore() && !cursor.takes("on")) {
            cursor.take();
        }
        String table = cursor.name();
        if (!name.isEmpty() && !table.isEmpty()) {
            attached.add(new Attached("Trigger", name, table, List.of(), false, line));
        }
    }

    private void type(Cursor cursor, int line) {
        String name = cursor.name();
        if (!name.isEmpty()) {
            Table type = new Table(file, Table.Kind.TYPE, name, line);
            add(type);
            if (cursor.takes("as", "enum")) {
                for (List<Token> part : cursor.brackets()) {
                    part.forEach(token -> type.columns.put(token.text(), ""));
                }
            }
        }
    }
}
