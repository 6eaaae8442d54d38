package alchemist.exchange.dot;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.dot.DotLexer.Kind;
import alchemist.exchange.dot.DotLexer.Token;
import alchemist.exchange.graphfile.Escapes;
import alchemist.exchange.graphfile.FileGraph;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.exchange.graphfile.Naming;
import alchemist.exchange.graphfile.TypedText;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What attributes state of the things that have them, and which group holds what. */
final class DotNames {
    private static final String CLUSTER = "cluster";

    private final FileGraph graph;
    private final DotLexer lexer;
    private final Set<Thing> clusters = new HashSet<>();
    private final Map<Thing, String> titles = new HashMap<>();

    DotNames(FileGraph graph, DotLexer lexer) {
        this.graph = graph;
        this.lexer = lexer;
    }

    /** The group that a named subgraph is; an own id behind {@code cluster_} is that node's. */
    Thing group(String prefix, String name, @Nullable Thing outer) throws ReadingFailed {
        String own = name.startsWith(CLUSTER + "_") ? name.substring(CLUSTER.length() + 1) : "";
        Thing group = graph.thing(Id.isId(own) ? own : "\0subgraph\0" + prefix + name);
        group.becomeGroup();
        if (name.startsWith(CLUSTER)) {
            clusters.add(group);
        }
        titles.putIfAbsent(group, own.isEmpty() ? name : own);
        if (group.group() == null && outer != null && !isWithin(outer, group)) {
            group.putInto(outer);
        }
        return group;
    }

    void call(Thing group, String title) {
        titles.put(group, title);
    }

    /** Puts a node into a group: into the innermost of those that it stands in. */
    void put(Thing node, Thing group, Token name) {
        Thing now = node.group();
        if (node.equals(group) || group.equals(now)) {
            return;
        }
        boolean better =
                now == null
                        || isWithin(group, now)
                        || (clusters.contains(group) && !clusters.contains(now));
        if (better && !isWithin(group, node)) {
            node.putInto(group);
        } else if (now != null && !isWithin(now, group)) {
            graph.warn(
                    lexer.place(name),
                    "'"
                            + node.key()
                            + "' stands in '"
                            + titles.get(group)
                            + "' as well, and stays in '"
                            + titles.get(now)
                            + "'");
        }
    }

    private static boolean isWithin(Thing inner, Thing outer) {
        for (Thing at = inner; at != null; at = at.group()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    void node(Thing thing, Map<String, Token> attributes, boolean ours) {
        if (ours) {
            if (!attributes.containsKey(DotExport.MARK)) {
                own(thing, attributes);
            }
            return;
        }
        String key = thing.key().substring(thing.key().lastIndexOf('\0') + 1);
        Token label = attributes.get("label");
        Token shape = attributes.get("shape");
        boolean record = shape != null && shape.text().endsWith("record");
        String name = label == null ? "" : label(label, key, record);
        thing.call(name.isBlank() ? key : name);
        values(thing.properties(), attributes, "label");
    }

    void group(Thing thing, Map<String, Token> attributes, boolean ours) {
        if (ours) {
            own(thing, attributes);
            return;
        }
        String title = titles.getOrDefault(thing, "");
        Token label = attributes.get("label");
        String name = label == null ? "" : label(label, title, false);
        thing.call(name.isBlank() ? title : name);
        values(thing.properties(), attributes, "label");
    }

    void link(Link link, Map<String, Token> attributes, boolean ours) {
        if (ours) {
            Token type = attributes.get("label");
            link.type(type == null ? "" : plain(type));
            ownValues(link.properties(), attributes);
            return;
        }
        Token label = attributes.get("label");
        String name = label == null ? "" : label(label, "", false);
        boolean term = Naming.isTerm(name);
        if (term) {
            link.type(name);
        } else if (!name.isEmpty()) {
            link.properties().put("label", Value.text(name));
        }
        values(link.properties(), attributes, "label");
    }

    /** What an edge is called for good: only exports of this program say so. */
    String edgeKey(Map<String, Token> attributes) {
        Token id = attributes.get("id");
        return id != null && Id.isId(id.text()) ? id.text() : "";
    }

    private static String label(Token label, String own, boolean record) {
        if (label.kind() == Kind.HTML) {
            return DotLabel.ofHtml(label.text());
        }
        return record ? DotLabel.ofRecord(label.text(), own) : DotLabel.ofText(label.text(), own);
    }

    private static void values(
            SortedMap<String, Value> into, Map<String, Token> attributes, String but) {
        attributes.forEach(
                (key, token) -> {
                    if (!key.equals(but)) {
                        into.put(key, value(token));
                    }
                });
    }

    private static Value value(Token token) {
        String text = token.text();
        Value value =
                switch (token.kind()) {
                    case NUMERAL ->
                            TypedText.value(
                                    text.contains(".") ? TypedText.DOUBLE : TypedText.LONG, text);
                    case WORD ->
                            text.equals("true") || text.equals("false")
                                    ? Value.flag(text.equals("true"))
                                    : null;
                    default -> null;
                };
        return value == null ? Value.text(text) : value;
    }

    private void own(Thing thing, Map<String, Token> attributes) {
        Token label = attributes.get("label");
        thing.call(label == null ? "" : plain(label));
        Token types = attributes.get("types");
        if (types != null) {
            thing.types().addAll(Escapes.types(plain(types)));
        }
        ownValues(thing.properties(), attributes);
    }

    private void ownValues(SortedMap<String, Value> into, Map<String, Token> attributes) {
        Map<String, String> kinds = new HashMap<>();
        Token told = attributes.get("kinds");
        if (told != null) {
            for (String one : Escapes.types(plain(told))) {
                int space = one.indexOf(' ');
                if (space > 0) {
                    kinds.put(one.substring(space + 1), one.substring(0, space));
                }
            }
        }
        attributes.forEach(
                (written, token) -> {
                    if (DotExport.RESERVED.contains(written)) {
                        return;
                    }
                    String key = Escapes.plainKey(plain(written));
                    String kind = kinds.getOrDefault(key, "");
                    Value typed = kind.isEmpty() ? null : TypedText.value(kind, plain(token));
                    if (!kind.isEmpty() && typed == null) {
                        graph.warn(
                                lexer.place(token),
                                "'" + key + "' is no " + kind + ": read as text");
                    }
                    if (typed == null) {
                        typed =
                                token.kind() == Kind.QUOTED
                                        ? Value.text(plain(token))
                                        : value(token);
                    }
                    into.put(key, typed);
                });
    }

    private static String plain(Token token) {
        return token.kind() == Kind.QUOTED ? plain(token.text()) : token.text();
    }

    /** What an export meant by a text in quotation marks. */
    private static String plain(String text) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                read.append(escaped == 'n' ? '\n' : escaped);
            } else {
                read.append(c);
            }
        }
        return read.toString();
    }
}
