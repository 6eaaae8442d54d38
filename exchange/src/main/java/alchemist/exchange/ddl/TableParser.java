package alchemist.exchange.ddl;

import alchemist.exchange.ddl.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what stands between the brackets of a table: its columns, and what is said of several. */
final class TableParser {
    /** Behind these a column's type has ended. */
    private static final Set<String> BEHIND_TYPE =
            Set.of(
                    "not",
                    "null",
                    "default",
                    "primary",
                    "unique",
                    "references",
                    "check",
                    "constraint",
                    "generated",
                    "auto_increment",
                    "autoincrement",
                    "collate",
                    "comment",
                    "on",
                    "as",
                    "identity",
                    "character",
                    "charset",
                    "key",
                    "invisible",
                    "storage",
                    "compression",
                    "encode");

    private static final int MAX_TYPE_CHARS = 80;

    private final Script script;
    private final Table table;

    TableParser(Script script, Table table) {
        this.script = script;
        this.table = table;
    }

    /** A column, or what is said of several. */
    void definition(Cursor cursor) {
        int line = cursor.peek().line();
        String constraint = "";
        if (cursor.takes("constraint")) {
            boolean named = !cursor.peek(0).is("foreign") || cursor.peek(1).isName();
            constraint = named ? cursor.name() : "";
        }
        if (cursor.takes("primary", "key")) {
            cursor.skip(Set.of("clustered", "nonclustered", "using", "btree", "hash"));
            table.primaryKey.addAll(cursor.names());
        } else if (cursor.takes("foreign", "key")) {
            foreignKey(cursor, constraint, line);
        } else if (cursor.takes("like")) {
            script.refer(table.name, cursor.name(), "made like", "", "", line);
        } else if (constraint.isEmpty() && !isKeyOrCheck(cursor)) {
            column(cursor, line);
        }
    }

    private static boolean isKeyOrCheck(Cursor cursor) {
        Token first = cursor.peek();
        if (first.is("check") || first.is("exclude") || first.is("period")) {
            return cursor.peek(1).is("(") || cursor.peek(1).is("using") || cursor.peek(1).is("for");
        }
        if (first.is("unique") || first.is("fulltext") || first.is("spatial")) {
            return true;
        }
        if (first.is("key") || first.is("index")) {
            // KEY name (column), and not a column that is called so: key varchar(10).
            return cursor.peek(1).is("(")
                    || (cursor.peek(2).is("(") && cursor.peek(3).kind() != Kind.NUMBER)
                    || cursor.peek(2).is("using");
        }
        return false;
    }

    private void foreignKey(Cursor cursor, String constraint, int line) {
        cursor.takes("if", "not", "exists");
        String own = cursor.peek().is("(") ? "" : cursor.name();
        List<String> columns = cursor.names();
        if (cursor.takes("references")) {
            String to = cursor.name();
            List<String> others = cursor.names();
            String reason =
                    String.join(", ", columns)
                            + (others.isEmpty() ? "" : " → " + String.join(", ", others));
            script.refer(
                    table.name,
                    to,
                    "references",
                    reason,
                    constraint.isEmpty() ? own : constraint,
                    line);
        } else {
            script.file.warn(line, "a foreign key refers to nothing");
        }
    }

    private void column(Cursor cursor, int line) {
        if (!cursor.peek().isName()) {
            return;
        }
        String column = cursor.take().text();
        StringBuilder type = new StringBuilder();
        int depth = 0;
        while (cursor.hasMore()) {
            Token token = cursor.peek();
            if (depth == 0
                    && BEHIND_TYPE.contains(token.text().toLowerCase(Locale.ROOT))
                    && !(token.is("character") && type.isEmpty())) {
                break;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean close = token.kind() == Kind.SYMBOL || type.isEmpty() || endsOpen(type);
            if (type.length() < MAX_TYPE_CHARS) {
                type.append(close ? "" : " ").append(token.text());
            }
            cursor.take();
        }
        table.columns.put(column, type.toString());
        while (cursor.hasMore()) {
            if (cursor.takes("primary", "key")) {
                table.primaryKey.add(column);
            } else if (cursor.takes("references")) {
                String to = cursor.name();
                List<String> others = cursor.names();
                String reason =
                        column + (others.isEmpty() ? "" : " → " + String.join(", ", others));
                script.refer(table.name, to, "references", reason, "", line);
            } else {
                cursor.take();
            }
        }
    }

    private static boolean endsOpen(StringBuilder type) {
        char last = type.charAt(type.length() - 1);
        return last == '(' || last == '.' || last == ':';
    }
}
