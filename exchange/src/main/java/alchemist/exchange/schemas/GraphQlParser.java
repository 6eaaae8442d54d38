package alchemist.exchange.schemas;

import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.schemas.Definition.Use;
import alchemist.exchange.schemas.Tokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one file of GraphQL: what of it is a schema, and not what asks by one. */
final class GraphQlParser {
    static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final SourceFile file;
    private final Tokens tokens;
    private final List<Definition> all = new ArrayList<>();
    private final Map<String, Definition> known = new HashMap<>();

    /** By type for which operations it is the root, where the schema says so. */
    private final Map<String, String> roots = new HashMap<>();

    GraphQlParser(SourceFile file) throws Malformed {
        this.file = file.emptied();
        this.tokens = new Tokens(file.text(), false, true);
    }

    /** What is read of it, perhaps not yet all. */
    List<Definition> all() {
        return all;
    }

    /** By type for which operations it is the root. */
    Map<String, String> roots() {
        return roots;
    }

    void parse() throws Malformed {
        while (tokens.hasMore()) {
            Token first = tokens.take();
            if (first.quoted()) {
                continue; // a description
            }
            boolean extended = first.is("extend");
            Token kind = extended ? tokens.take() : first;
            switch (kind.text()) {
                case "schema" -> schema();
                case "type" -> fields(begin("Object type", extended, kind.line()));
                case "interface" -> fields(begin("Interface", extended, kind.line()));
                case "input" -> fields(begin("Input type", extended, kind.line()));
                case "enum" -> enumeration(begin("Enumeration", extended, kind.line()));
                case "union" -> union(begin("Union", extended, kind.line()));
                case "scalar" -> {
                    begin("Scalar", extended, kind.line());
                    directives();
                }
                case "directive" -> directive();
                case "query", "mutation", "subscription", "fragment" -> {
                    while (tokens.hasMore() && !tokens.peek().is("{")) {
                        if (tokens.peek().is("(")) {
                            tokens.skipBrackets("(", ")");
                        } else {
                            tokens.take();
                        }
                    }
                    tokens.skipBrackets("{", "}");
                }
                case "{" -> {
                    for (int depth = 1; depth > 0 && tokens.hasMore(); ) {
                        Token token = tokens.take();
                        depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
                    }
                }
                default ->
                        throw new Malformed(
                                kind.line(),
                                "is no schema of GraphQL: nothing begins with '"
                                        + Tokens.cut(kind.text())
                                        + "'");
            }
        }
    }

    private Definition begin(String type, boolean extended, int line) throws Malformed {
        String name = tokens.word("the name of a type");
        String own = extended ? "Extension" : type;
        // Extended several times in a file, or defined twice, it is one.
        return known.computeIfAbsent(
                own + " " + name,
                _ -> {
                    Definition one = new Definition(file, own, name, name, line);
                    all.add(one);
                    if (extended) {
                        one.uses.add(new Use("extends", name, "", line));
                    }
                    return one;
                });
    }

    private void schema() throws Malformed {
        directives();
        int from = tokens.line();
        tokens.need("{");
        while (!tokens.takes("}")) {
            if (!tokens.hasMore()) {
                throw new Malformed(from, "'{' opens here and is not closed");
            }
            Token operation = tokens.take();
            if (!operation.quoted()) {
                tokens.need(":");
                roots.put(tokens.word("the name of a type"), operation.text());
            }
        }
    }

    private void directives() throws Malformed {
        while (tokens.takes("@")) {
            tokens.word("the name of a directive");
            tokens.skipBrackets("(", ")");
        }
    }

    private void directive() throws Malformed {
        tokens.need("@");
        tokens.word("the name of a directive");
        tokens.skipBrackets("(", ")");
        tokens.takes("repeatable");
        if (tokens.takes("on")) {
            tokens.takes("|");
            do {
                tokens.word("where a directive may stand");
            } while (tokens.takes("|"));
        }
    }

    private void fields(Definition one) throws Malformed {
        if (tokens.takes("implements")) {
            tokens.takes("&");
            while (tokens.peek().isWord()) {
                int line = tokens.line();
                one.uses.add(new Use("implements", tokens.take().text(), "", line));
                tokens.takes("&");
            }
        }
        directives();
        braced(name -> field(one, name));
    }

    /** Reads a part of a definition, whose name was taken. */
    private interface Part {
        void read(Token name) throws Malformed;
    }

    /** Reads the parts in braces, where there are any. */
    private void braced(Part part) throws Malformed {
        int from = tokens.line();
        if (!tokens.takes("{")) {
            return;
        }
        while (!tokens.takes("}")) {
            if (!tokens.hasMore()) {
                throw new Malformed(from, "'{' opens here and is not closed");
            }
            Token name = tokens.take();
            if (!name.quoted()) {
                part.read(name);
            }
        }
    }

    private void field(Definition one, Token name) throws Malformed {
        if (!name.isWord()) {
            throw new Malformed(
                    name.line(),
                    "the name of a field is expected, not '" + Tokens.cut(name.text()) + "'");
        }
        one.fields.add(name.text());
        Definition field =
                new Definition(
                        file,
                        "Operation",
                        one.fullName + "." + name.text(),
                        name.text(),
                        name.line());
        one.members.add(field);
        int from = tokens.line();
        if (tokens.takes("(")) {
            while (!tokens.takes(")")) {
                if (!tokens.hasMore()) {
                    throw new Malformed(from, "'(' opens here and is not closed");
                }
                Token argument = tokens.take();
                if (!argument.quoted()) {
                    tokens.need(":");
                    use(field, "accepts", type(), argument.text(), argument.line());
                    value();
                    directives();
                }
            }
        }
        tokens.need(":");
        use(field, "returns", type(), "", name.line());
        value();
        directives();
    }

    private static void use(Definition one, String relation, String type, String reason, int line) {
        if (!SCALARS.contains(type)) {
            one.uses.add(new Use(relation, type, reason, line));
        }
    }

    /** The type that is named, without lists of it. */
    private String type() throws Malformed {
        int lists = 0;
        while (tokens.takes("[")) {
            lists++;
        }
        String name = tokens.word("a type");
        tokens.takes("!");
        for (int i = 0; i < lists; i++) {
            tokens.need("]");
            tokens.takes("!");
        }
        return name;
    }

    /** Passes over what a field or argument is where nothing is said. */
    private void value() throws Malformed {
        if (tokens.takes("=")) {
            if (tokens.peek().is("[")) {
                tokens.skipBrackets("[", "]");
            } else if (tokens.peek().is("{")) {
                tokens.skipBrackets("{", "}");
            } else {
                boolean marked = tokens.takes("-") || tokens.takes("$");
                tokens.take();
                if (tokens.takes(".") || marked) {
                    // The rest of a fraction is a word of digits.
                    if (!tokens.peek().text().isEmpty()
                            && Character.isDigit(tokens.peek().text().charAt(0))) {
                        tokens.take();
                    }
                }
            }
        }
    }

    private void enumeration(Definition one) throws Malformed {
        directives();
        braced(
                value -> {
                    one.fields.add(value.text());
                    directives();
                });
    }

    private void union(Definition one) throws Malformed {
        directives();
        if (tokens.takes("=")) {
            tokens.takes("|");
            do {
                int line = tokens.line();
                one.uses.add(new Use("has member", tokens.word("a type"), "", line));
            } while (tokens.takes("|"));
        }
    }
}
