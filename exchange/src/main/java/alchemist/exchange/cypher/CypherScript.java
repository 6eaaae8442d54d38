package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.cypher.CypherGraph.Path;
import alchemist.exchange.cypher.CypherLexer.Kind;
import alchemist.exchange.cypher.CypherLexer.Token;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads the statements of a script one by one, each with the rows that Cypher would have: what a
 * row binds, the clauses behind it may use.
 */
final class CypherScript {
    /** How many rows a statement may have. */
    static final int MAX_ROWS = 200_000;

    private static final Set<String> SCHEMA =
            Set.of(
                    "constraint",
                    "index",
                    "unique",
                    "node",
                    "rel",
                    "table",
                    "fulltext",
                    "range",
                    "lookup",
                    "text",
                    "point",
                    "vector",
                    "database",
                    "user",
                    "role",
                    "or");

    private final CypherLexer lexer;
    private final FileGraph file;
    private final CypherGraph graph;
    private final CypherPaths paths;
    private final CypherValues values;
    private final CypherPatterns patterns;
    private List<Map<String, Object>> rows = new ArrayList<>();
    private boolean schema;

    CypherScript(CypherLexer lexer, FileGraph file) {
        this.lexer = lexer;
        this.file = file;
        this.graph = new CypherGraph(file);
        this.paths = new CypherPaths(graph);
        this.values = new CypherValues(lexer);
        this.patterns = new CypherPatterns(lexer, values);
    }

    void read() throws ReadingFailed {
        boolean ours = lexer.begins(CypherExport.HEADER);
        if (lexer.peek().kind() == Kind.END && !ours) {
            throw lexer.error("it is empty", lexer.peek());
        }
        while (lexer.peek().kind() != Kind.END) {
            statement();
            lexer.skip(";");
        }
        if (schema) {
            file.warn("", "constraints, indexes and tables are passed over: they are no data");
        }
        if (file.things().isEmpty() && !ours) {
            throw new ReadingFailed(
                    file.where()
                            + " creates nothing that can be read: CREATE and MERGE of nodes and"
                            + " relationships are");
        }
        new CypherNames(file, graph, ours).apply();
    }

    private void statement() throws ReadingFailed {
        rows = new ArrayList<>(List.of(new HashMap<>()));
        try {
            while (!lexer.peek().is(";") && lexer.peek().kind() != Kind.END) {
                clause();
            }
        } catch (Unread e) {
            file.warn(
                    lexer.place(e.token()),
                    e.what() + " is not read: passed over up to the end of the statement");
            lexer.skipStatement();
        }
    }

    private void clause() throws ReadingFailed, Unread {
        Token first = lexer.peek();
        if (first.is(":")) {
            lexer.skipStatement(); // a word to the shell, such as :begin
            return;
        }
        switch (first.kind() == Kind.WORD ? first.text().toLowerCase(Locale.ROOT) : "") {
            case "create" -> create();
            case "merge" -> merge();
            case "match" -> match();
            case "unwind" -> unwind();
            case "with" -> with();
            case "set" -> set(true);
            case "drop" -> {
                schema = true;
                lexer.skipStatement();
            }
            default -> throw new Unread("'" + first.text() + "'", first);
        }
    }

    private void create() throws ReadingFailed, Unread {
        lexer.take();
        Token next = lexer.peek();
        if (next.kind() == Kind.WORD && SCHEMA.contains(next.text().toLowerCase(Locale.ROOT))) {
            schema = true;
            lexer.skipStatement();
            return;
        }
        // The paths of one CREATE bind what those behind them use, so each is carried out at once.
        do {
            List<Path> made = patterns.paths(rows);
            for (int i = 0; i < rows.size(); i++) {
                paths.create(made.get(i), rows.get(i), lexer.peek());
            }
        } while (lexer.skip(","));
    }

    private void merge() throws ReadingFailed, Unread {
        lexer.take();
        List<Path> wanted = patterns.paths(rows);
        List<Map<String, Object>> merged = new ArrayList<>();
        List<Boolean> created = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Path path = wanted.get(i);
            List<Map<String, Object>> found = paths.matches(path, rows.get(i));
            created.add(found.isEmpty());
            if (found.isEmpty()) {
                paths.create(path, rows.get(i), lexer.peek());
                merged.add(rows.get(i));
            } else {
                merged.add(found.getFirst());
            }
        }
        rows = merged;
        while (lexer.peek().isWord("on")) {
            lexer.take();
            boolean onCreate = lexer.skipWord("create");
            if (!onCreate && !lexer.skipWord("match")) {
                throw lexer.error("CREATE or MATCH is expected behind ON", lexer.peek());
            }
            List<Map<String, Object>> all = rows;
            List<Map<String, Object>> some = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (created.get(i) == onCreate) {
                    some.add(all.get(i));
                }
            }
            boolean any = !some.isEmpty();
            rows = any ? some : all;
            set(any);
            rows = all;
        }
    }

    private void match() throws ReadingFailed, Unread {
        Token begun = lexer.take();
        do {
            List<Path> wanted = patterns.paths(rows);
            List<Map<String, Object>> found = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                found.addAll(paths.matches(wanted.get(i), rows.get(i)));
                if (found.size() > MAX_ROWS) {
                    throw new Unread("a MATCH of more than " + MAX_ROWS + " rows", lexer.peek());
                }
            }
            rows = found;
            if (rows.isEmpty()) {
                throw new Unread("a MATCH of what the script did not create", begun);
            }
        } while (lexer.skip(","));
        if (lexer.peek().isWord("where")) {
            where();
        }
    }

    /** Conditions such as {@code a.id = 1 AND b.id = 2}. */
    private void where() throws ReadingFailed, Unread {
        do {
            lexer.take();
            Token begun = lexer.peek();
            String variable = lexer.name();
            lexer.expect(".");
            String key = lexer.name();
            if (!lexer.skip("=")) {
                throw new Unread("a condition other than '='", begun);
            }
            Value wanted = values.value(rows.getFirst());
            List<Map<String, Object>> kept = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                if (row.get(variable) instanceof Thing thing
                        && wanted.equals(thing.properties().get(key))) {
                    kept.add(row);
                }
            }
            rows = kept;
            if (rows.isEmpty()) {
                throw new Unread("a MATCH of what the script did not create", begun);
            }
        } while (lexer.peek().isWord("and"));
        if (lexer.peek().isWord("or") || lexer.peek().isWord("xor")) {
            throw new Unread("a condition with OR", lexer.peek());
        }
    }

    private void unwind() throws ReadingFailed, Unread {
        Token begun = lexer.take();
        Value list = values.value(rows.getFirst());
        if (!lexer.skipWord("as")) {
            throw lexer.error("AS is expected behind UNWIND", lexer.peek());
        }
        String variable = lexer.name();
        if (!(list instanceof Value.ListOf(List<Value> elements))) {
            throw new Unread("UNWIND of what is no list", begun);
        }
        List<Map<String, Object>> more = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            for (Value element : elements) {
                Map<String, Object> extended = new HashMap<>(row);
                extended.put(variable, element);
                more.add(extended);
            }
            if (more.size() > MAX_ROWS) {
                throw new Unread("an UNWIND of more than " + MAX_ROWS + " rows", begun);
            }
        }
        rows = more;
        if (rows.isEmpty()) {
            throw new Unread("what follows an empty list", begun);
        }
    }

    /** Variables go on under their names, or others. */
    private void with() throws ReadingFailed, Unread {
        lexer.take();
        if (lexer.skip("*")) {
            return;
        }
        List<Map<String, Object>> projected = new ArrayList<>();
        rows.forEach(_ -> projected.add(new HashMap<>()));
        do {
            Token begun = lexer.peek();
            String variable = lexer.name();
            Token next = lexer.peek();
            if (!next.isWord("as")
                    && (next.is("(")
                            || next.is(".")
                            || (next.isName() && begun.isWord("distinct")))) {
                throw new Unread("a WITH that computes", begun);
            }
            String as = lexer.skipWord("as") ? lexer.name() : variable;
            for (int i = 0; i < rows.size(); i++) {
                Object held = rows.get(i).get(variable);
                if (held == null) {
                    throw new Unread("'" + variable + "', which holds nothing here", begun);
                }
                projected.get(i).put(as, held);
            }
        } while (lexer.skip(","));
        rows = projected;
    }

    /** Carries out what is set, for every row; or only passes over it. */
    private void set(boolean carriedOut) throws ReadingFailed, Unread {
        if (!lexer.skipWord("set")) {
            throw lexer.error("SET is expected", lexer.peek());
        }
        do {
            Token begun = lexer.peek();
            String variable = lexer.name();
            if (lexer.peek().is(":")) {
                List<String> types = patterns.types();
                for (Map<String, Object> row : carriedOut ? rows : List.<Map<String, Object>>of()) {
                    if (held(row, variable, begun) instanceof Thing thing) {
                        types.forEach(type -> graph.addType(thing, type));
                    }
                }
                continue;
            }
            String key = lexer.skip(".") ? lexer.name() : "";
            boolean adds = lexer.skip("+=");
            if (!adds) {
                lexer.expect("=");
            }
            List<Value> all = perRow();
            for (int i = 0; carriedOut && i < rows.size(); i++) {
                set(held(rows.get(i), variable, begun), key, adds, all.get(i), begun);
            }
        } while (lexer.skip(","));
    }

    private void set(Object held, String key, boolean adds, Value value, Token at) throws Unread {
        if (!key.isEmpty()) {
            put(held, key, value);
        } else if (value instanceof Value.MapOf(Properties entries)) {
            SortedMap<String, Value> known =
                    held instanceof Thing thing ? thing.properties() : new java.util.TreeMap<>();
            if (!adds) {
                List.copyOf(known.keySet()).forEach(name -> put(held, name, Value.NULL));
            }
            entries.toMap().forEach((name, one) -> put(held, name, one));
        } else {
            throw new Unread("SET to what is no map", at);
        }
    }

    private void put(Object held, String key, Value value) {
        if (held instanceof Thing thing) {
            graph.put(thing, key, value);
        } else if (held instanceof Link link && value.isNull()) {
            link.properties().remove(key);
        } else if (held instanceof Link link) {
            link.properties().put(key, value);
        }
    }

    private static Object held(Map<String, Object> row, String variable, Token at) throws Unread {
        Object held = row.get(variable);
        if (held instanceof Thing || held instanceof Link) {
            return held;
        }
        throw new Unread("'" + variable + "', which is no node or relationship here", at);
    }

    private List<Value> perRow() throws ReadingFailed, Unread {
        CypherLexer.Mark mark = lexer.mark();
        List<Value> all = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            lexer.back(mark);
            all.add(values.value(row));
        }
        return all;
    }
}
