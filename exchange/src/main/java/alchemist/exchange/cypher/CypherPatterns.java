package alchemist.exchange.cypher;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.cypher.CypherGraph.LinkPattern;
import alchemist.exchange.cypher.CypherGraph.NodePattern;
import alchemist.exchange.cypher.CypherGraph.Path;
import alchemist.exchange.cypher.CypherLexer.Token;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the patterns of paths. */
final class CypherPatterns {
    /** How many nodes a path may have. */
    private static final int MAX_PATH = 500;

    private final CypherLexer lexer;
    private final CypherValues values;

    CypherPatterns(CypherLexer lexer, CypherValues values) {
        this.lexer = lexer;
        this.values = values;
    }

    /** The path that comes next, for each row: its values may depend on what the row binds. */
    List<Path> paths(List<Map<String, Object>> rows) throws ReadingFailed, Unread {
        CypherLexer.Mark mark = lexer.mark();
        List<Path> paths = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            lexer.back(mark);
            paths.add(path(row));
        }
        return paths;
    }

    private Path path(Map<String, Object> row) throws ReadingFailed, Unread {
        String variable = "";
        Token first = lexer.peek();
        if (first.isName()) {
            variable = lexer.name();
            if (!lexer.skip("=")) {
                throw lexer.error(
                        "'(' or '=' is expected, not " + CypherLexer.shown(lexer.peek()),
                        lexer.peek());
            }
        }
        List<NodePattern> nodes = new ArrayList<>(List.of(node(row)));
        List<LinkPattern> links = new ArrayList<>();
        while (lexer.peek().is("-") || lexer.peek().is("<-")) {
            links.add(link(row));
            nodes.add(node(row));
            if (nodes.size() > MAX_PATH) {
                throw lexer.error("a path of more than " + MAX_PATH + " nodes", lexer.peek());
            }
        }
        return new Path(variable, nodes, links);
    }

    private NodePattern node(Map<String, Object> row) throws ReadingFailed, Unread {
        lexer.expect("(");
        String variable = lexer.peek().isName() ? lexer.name() : "";
        List<String> types = types();
        SortedMap<String, Value> properties = values.properties(row);
        lexer.expect(")");
        return new NodePattern(variable, types, properties);
    }

    /** Labels or types, where they come next. */
    List<String> types() throws ReadingFailed, Unread {
        List<String> types = new ArrayList<>();
        if (lexer.peek().isWord("is")) {
            throw new Unread("IS", lexer.peek());
        }
        while (lexer.skip(":") || (!types.isEmpty() && lexer.skip("&"))) {
            types.add(lexer.name());
            if (lexer.peek().is("|")) {
                throw new Unread("a choice of labels", lexer.peek());
            }
        }
        return types;
    }

    private LinkPattern link(Map<String, Object> row) throws ReadingFailed, Unread {
        boolean from = lexer.skip("<-");
        if (!from) {
            lexer.expect("-");
        }
        String variable = "";
        List<String> types = List.of();
        SortedMap<String, Value> properties = new TreeMap<>();
        if (lexer.skip("[")) {
            variable = lexer.peek().isName() ? lexer.name() : "";
            types = types();
            if (lexer.peek().is("*")) {
                throw new Unread("a path of any length", lexer.peek());
            }
            properties = values.properties(row);
            lexer.expect("]");
        }
        boolean to = lexer.skip("->");
        if (!to) {
            lexer.expect("-");
        }
        return new LinkPattern(variable, types, properties, to, from);
    }
}
