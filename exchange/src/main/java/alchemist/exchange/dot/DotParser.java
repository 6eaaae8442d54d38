package alchemist.exchange.dot;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.dot.DotLexer.Kind;
import alchemist.exchange.dot.DotLexer.Token;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pulls graphs out of DOT, by recursive descent. */
final class DotParser {
    /** How deep subgraphs may nest. */
    private static final int MAX_DEPTH = 200;

    /** One end of an edge: a node, with its port, or all nodes of a subgraph. */
    private record End(Set<Thing> nodes, String port) {}

    /** A graph or subgraph that is open. */
    private static final class Scope {
        final @Nullable Scope outer;
        final Map<String, Token> nodeDefaults;
        final Map<String, Token> edgeDefaults;
        final Map<String, Token> own = new LinkedHashMap<>();
        final Set<Thing> members = new LinkedHashSet<>();
        @Nullable Thing group;

        Scope(@Nullable Scope outer) {
            this.outer = outer;
            nodeDefaults = outer == null ? new LinkedHashMap<>() : copy(outer.nodeDefaults);
            edgeDefaults = outer == null ? new LinkedHashMap<>() : copy(outer.edgeDefaults);
        }

        private static Map<String, Token> copy(Map<String, Token> defaults) {
            return new LinkedHashMap<>(defaults);
        }
    }

    private final DotLexer lexer;
    private final FileGraph graph;
    private final DotNames names;
    private final Map<Thing, Map<String, Token>> nodes = new LinkedHashMap<>();
    private final Map<Thing, Map<String, Token>> groups = new LinkedHashMap<>();
    private final Map<Link, Map<String, Token>> links = new LinkedHashMap<>();
    private final Map<String, Link> strictLinks = new HashMap<>();
    private final TreeSet<String> leftOut = new TreeSet<>();
    private final List<Scope> graphs = new ArrayList<>();
    private String prefix = "";
    private boolean strict;
    private boolean directed;
    private int depth;

    DotParser(DotLexer lexer, FileGraph graph) {
        this.lexer = lexer;
        this.graph = graph;
        this.names = new DotNames(graph, lexer);
    }

    void parse() throws ReadingFailed {
        if (lexer.peek().kind() == Kind.END) {
            throw lexer.error("it is empty", lexer.peek());
        }
        List<String> titles = new ArrayList<>();
        while (lexer.peek().kind() != Kind.END) {
            titles.add(graph());
        }
        if (graphs.size() > 1) {
            several(titles);
        } else {
            Scope only = graphs.getFirst();
            leftOut.addAll(only.own.keySet());
            leftOut.removeIf(DotDrawing::isOnlyDrawn);
            if (!leftOut.isEmpty() && !leftOut.contains(DotExport.MARK)) {
                graph.warn(
                        "",
                        "what the graph says of itself is left out: " + String.join(", ", leftOut));
            }
        }
        boolean ours = graphs.getFirst().own.containsKey(DotExport.MARK);
        nodes.forEach((thing, attributes) -> names.node(thing, attributes, ours));
        groups.forEach((thing, attributes) -> names.group(thing, attributes, ours));
        links.forEach((link, attributes) -> names.link(link, attributes, ours));
    }

    /** Several graphs of a file are groups. */
    private void several(List<String> titles) throws ReadingFailed {
        for (int i = 0; i < graphs.size(); i++) {
            Scope one = graphs.get(i);
            Thing group = graph.thing("\0graph\0" + i);
            group.becomeGroup();
            names.call(group, titles.get(i).isEmpty() ? "graph " + (i + 1) : titles.get(i));
            groups.put(group, one.own);
            for (Thing member : one.members) {
                outermost(member, group);
            }
        }
    }

    private static void outermost(Thing member, Thing group) {
        Thing at = member;
        for (Thing outer = at.group(); outer != null; outer = at.group()) {
            at = outer;
        }
        if (!at.equals(group)) {
            at.putInto(group);
        }
    }

    private String graph() throws ReadingFailed {
        strict = lexer.peek().isWord("strict");
        if (strict) {
            lexer.take();
        }
        Token kind = lexer.take();
        if (!kind.isWord("graph") && !kind.isWord("digraph")) {
            throw lexer.error("'graph' or 'digraph' is expected, not " + shown(kind), kind);
        }
        directed = kind.isWord("digraph");
        prefix = graphs.isEmpty() ? "" : graphs.size() + "\0";
        strictLinks.clear();
        String title = lexer.peek().isId() ? lexer.take().text() : "";
        Scope scope = new Scope(null);
        graphs.add(scope);
        expect("{");
        statements(scope);
        return title;
    }

    private void statements(Scope scope) throws ReadingFailed {
        if (++depth > MAX_DEPTH) {
            throw lexer.error("subgraphs nest deeper than " + MAX_DEPTH, lexer.peek());
        }
        while (!lexer.skip("}")) {
            statement(scope);
            while (lexer.skip(";") || lexer.skip(",")) {
                // either ends a statement
            }
        }
        depth--;
    }

    private void statement(Scope scope) throws ReadingFailed {
        Token first = lexer.peek();
        if (first.isWord("node") || first.isWord("edge") || first.isWord("graph")) {
            lexer.take();
            Map<String, Token> into =
                    first.isWord("node")
                            ? scope.nodeDefaults
                            : first.isWord("edge") ? scope.edgeDefaults : scope.own;
            attributes(into);
            return;
        }
        if (first.is("{") || first.isWord("subgraph")) {
            edges(subgraph(scope), scope);
            return;
        }
        if (!first.isId()) {
            throw lexer.error("a statement is expected, not " + shown(first), first);
        }
        lexer.take();
        if (lexer.skip("=")) {
            scope.own.put(first.text(), value());
            return;
        }
        String port = port();
        Thing node = node(first, scope);
        if (lexer.peek().is("->") || lexer.peek().is("--")) {
            edges(new End(Set.of(node), port), scope);
        } else {
            attributes(nodes.computeIfAbsent(node, _ -> new LinkedHashMap<>()));
        }
    }

    /** What follows the first end of a chain of edges, where anything does. */
    private void edges(End first, Scope scope) throws ReadingFailed {
        List<End> chain = new ArrayList<>(List.of(first));
        while (lexer.peek().is("->") || lexer.peek().is("--")) {
            Token sign = lexer.take();
            if (sign.is("->") != directed) {
                graph.warn(
                        lexer.place(sign),
                        directed
                                ? "'--' in a directed graph is read as '->'"
                                : "'->' in an undirected graph is read as '--'");
            }
            Token next = lexer.peek();
            if (next.is("{") || next.isWord("subgraph")) {
                chain.add(subgraph(scope));
            } else if (next.isId()) {
                lexer.take();
                String port = port();
                chain.add(new End(Set.of(node(next, scope)), port));
            } else {
                throw lexer.error(
                        "a node or subgraph is expected behind "
                                + shown(sign)
                                + ", not "
                                + shown(next),
                        next);
            }
        }
        Map<String, Token> attributes = new LinkedHashMap<>();
        attributes(attributes);
        for (int i = 1; i < chain.size(); i++) {
            for (Thing from : chain.get(i - 1).nodes) {
                for (Thing to : chain.get(i).nodes) {
                    edge(from, chain.get(i - 1).port, to, chain.get(i).port, attributes, scope);
                }
            }
        }
    }

    private void edge(
            Thing from,
            String tail,
            Thing to,
            String head,
            Map<String, Token> attributes,
            Scope scope)
            throws ReadingFailed {
        Map<String, Token> all = new LinkedHashMap<>();
        if (!tail.isEmpty()) {
            all.put("tailport", new Token(Kind.QUOTED, tail, 0));
        }
        if (!head.isEmpty()) {
            all.put("headport", new Token(Kind.QUOTED, head, 0));
        }
        all.putAll(attributes);
        if (strict) {
            boolean turned = !directed && from.key().compareTo(to.key()) > 0;
            String ends = (turned ? to : from).key() + "\0\0" + (turned ? from : to).key();
            Link known = strictLinks.get(ends);
            if (known != null) {
                links.computeIfAbsent(known, _ -> new LinkedHashMap<>()).putAll(all);
                return;
            }
            strictLinks.put(ends, join(from, to, all, scope));
        } else {
            join(from, to, all, scope);
        }
    }

    private Link join(Thing from, Thing to, Map<String, Token> attributes, Scope scope)
            throws ReadingFailed {
        Map<String, Token> all = new LinkedHashMap<>(scope.edgeDefaults);
        all.putAll(attributes);
        Link link = graph.join(names.edgeKey(all), from, to);
        if (!directed) {
            link.properties().put("directed", Value.flag(false));
        }
        links.put(link, all);
        return link;
    }

    private End subgraph(Scope outer) throws ReadingFailed {
        String name = "";
        if (lexer.peek().isWord("subgraph")) {
            lexer.take();
            if (lexer.peek().isId()) {
                name = lexer.take().text();
            }
        }
        Token open = lexer.peek();
        Scope scope = new Scope(outer);
        if (open.is("{")) {
            lexer.take();
            if (!name.isEmpty()) {
                scope.group = names.group(prefix, name, outerGroup(outer));
                groups.computeIfAbsent(scope.group, _ -> new LinkedHashMap<>());
            }
            statements(scope);
        } else if (name.isEmpty()) {
            throw lexer.error("'{' is expected, not " + shown(open), open);
        }
        Thing group = scope.group;
        if (group != null) {
            groups.computeIfAbsent(group, _ -> new LinkedHashMap<>()).putAll(scope.own);
        } else {
            leftOut.addAll(scope.own.keySet());
        }
        outer.members.addAll(scope.members);
        return new End(scope.members, "");
    }

    private static @Nullable Thing outerGroup(Scope scope) {
        for (Scope at = scope; at != null; at = at.outer) {
            if (at.group != null) {
                return at.group;
            }
        }
        return null;
    }

    private Thing node(Token name, Scope scope) throws ReadingFailed {
        Thing thing = graph.thing(prefix + name.text());
        if (!nodes.containsKey(thing)) {
            nodes.put(thing, new LinkedHashMap<>(scope.nodeDefaults));
        }
        scope.members.add(thing);
        Thing group = outerGroup(scope);
        if (group != null) {
            names.put(thing, group, name);
        }
        return thing;
    }

    private String port() throws ReadingFailed {
        StringBuilder port = new StringBuilder();
        while (lexer.skip(":")) {
            Token name = lexer.take();
            if (!name.isId()) {
                throw lexer.error("the name of a port is expected, not " + shown(name), name);
            }
            port.append(port.isEmpty() ? "" : ":").append(name.text());
        }
        return port.toString();
    }

    private void attributes(Map<String, Token> into) throws ReadingFailed {
        while (lexer.skip("[")) {
            while (!lexer.skip("]")) {
                Token key = lexer.take();
                if (!key.isId()) {
                    throw lexer.error(
                            "the name of an attribute is expected, not " + shown(key), key);
                }
                Token value = lexer.skip("=") ? value() : new Token(Kind.WORD, "true", key.at());
                into.put(key.text(), value);
                while (lexer.skip(",") || lexer.skip(";")) {
                    // either parts them
                }
            }
        }
    }

    private Token value() throws ReadingFailed {
        Token value = lexer.take();
        if (!value.isId()) {
            throw lexer.error("a value is expected behind '=', not " + shown(value), value);
        }
        return value;
    }

    private void expect(String sign) throws ReadingFailed {
        Token found = lexer.take();
        if (!found.is(sign)) {
            throw lexer.error("'" + sign + "' is expected, not " + shown(found), found);
        }
    }

    private static String shown(Token token) {
        return token.kind() == Kind.END ? "the end" : "'" + token.text() + "'";
    }
}
