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

/** Reads one file of Protocol Buffers, of syntax 2 and 3 and of editions. */
final class ProtobufParser {
    static final Set<String> SCALARS =
            Set.of(
                    "double",
                    "float",
                    "int32",
                    "int64",
                    "uint32",
                    "uint64",
                    "sint32",
                    "sint64",
                    "fixed32",
                    "fixed64",
                    "sfixed32",
                    "sfixed64",
                    "bool",
                    "string",
                    "bytes");

    private static final int MAX_DEPTH = 64;

    /**
     * What a file holds.
     *
     * @param imported paths, as they are written
     */
    record Schema(SourceFile file, List<Import> imported, List<Definition> all) {}

    /** An import, and its line. */
    record Import(String path, int line) {}

    private final SourceFile file;
    private final Tokens tokens;
    private final Schema schema;
    private final Map<String, Definition> known = new HashMap<>();
    private String module = "";

    ProtobufParser(SourceFile file) throws Malformed {
        this.file = file.emptied();
        this.tokens = new Tokens(file.text(), true, false);
        this.schema = new Schema(this.file, new ArrayList<>(), new ArrayList<>());
    }

    /** What is read of it, perhaps not yet all. */
    Schema schema() {
        return schema;
    }

    void parse() throws Malformed {
        while (tokens.hasMore()) {
            Token first = tokens.take();
            switch (first.text()) {
                case "package" -> {
                    module = tokens.word("the name of a package") + ".";
                    statement();
                }
                case "import" -> {
                    if (!tokens.peek().quoted()) {
                        tokens.take(); // public, weak, option
                    }
                    if (tokens.peek().quoted()) {
                        Token path = tokens.take();
                        schema.imported.add(new Import(path.text(), path.line()));
                    }
                    statement();
                }
                case "message" -> message("", first.line(), 0);
                case "enum" -> enumeration("", first.line());
                case "service" -> service(first.line());
                case "extend" -> extension("", first.line(), 0);
                case ";" -> {}
                case "syntax", "edition", "option" -> statement();
                default ->
                        throw new Malformed(
                                first.line(),
                                "is no schema of Protocol Buffers: nothing begins with '"
                                        + Tokens.cut(first.text())
                                        + "'");
            }
        }
    }

    /** Passes over the rest of a statement. */
    private void statement() throws Malformed {
        while (tokens.hasMore() && !tokens.takes(";")) {
            if (tokens.peek().is("{")) {
                tokens.skipBrackets("{", "}");
            } else {
                tokens.take();
            }
        }
    }

    private Definition add(String type, String within, String name, int line) {
        // Defined twice, it is one.
        return known.computeIfAbsent(
                type + " " + within + name,
                _ -> {
                    Definition one =
                            new Definition(file, type, module + within + name, within + name, line);
                    schema.all.add(one);
                    return one;
                });
    }

    private void message(String within, int line, int depth) throws Malformed {
        String name = tokens.word("the name of a message");
        Definition message = add("Message", within, name, line);
        members(message, within + name + ".", depth);
    }

    private void members(Definition message, String inside, int depth) throws Malformed {
        int from = tokens.line();
        if (depth > MAX_DEPTH) {
            throw new Malformed(from, "messages nest deeper than " + MAX_DEPTH);
        }
        tokens.need("{");
        while (!tokens.takes("}")) {
            if (!tokens.hasMore()) {
                throw new Malformed(from, "'{' opens here and is not closed");
            }
            Token first = tokens.peek();
            boolean named = tokens.peek(1).isWord() && !tokens.peek(2).is("=");
            switch (first.text()) {
                case "message" -> {
                    if (named && tokens.peek(2).is("{")) {
                        tokens.take();
                        message(inside, first.line(), depth + 1);
                    } else {
                        field(message);
                    }
                }
                case "enum" -> {
                    if (named && tokens.peek(2).is("{")) {
                        tokens.take();
                        enumeration(inside, first.line());
                    } else {
                        field(message);
                    }
                }
                case "extend" -> {
                    tokens.take();
                    extension(inside, first.line(), depth + 1);
                }
                case "oneof" -> {
                    tokens.take();
                    tokens.word("the name of a oneof");
                    members(message, inside, depth + 1);
                }
                case "option", "reserved", "extensions" -> {
                    if (tokens.peek(2).is("=") && !first.is("option")) {
                        field(message);
                    } else {
                        statement();
                    }
                }
                case ";" -> tokens.take();
                default -> field(message);
            }
        }
    }

    private void field(Definition message) throws Malformed {
        if (!tokens.peek(1).is("=")) {
            for (String label : List.of("repeated", "optional", "required")) {
                if (tokens.peek().is(label) && !tokens.peek(2).is("=")) {
                    tokens.take();
                }
            }
        }
        boolean group = tokens.peek().is("group") && tokens.peek(1).isWord();
        List<String> types = new ArrayList<>(2);
        if (tokens.peek().is("map") && tokens.peek(1).is("<")) {
            tokens.take();
            tokens.take();
            types.add(typeName());
            tokens.need(",");
            types.add(typeName());
            tokens.need(">");
        } else {
            types.add(typeName());
        }
        int line = tokens.line();
        String name = tokens.word("the name of a field");
        message.fields.add(name);
        for (String type : types) {
            if (!SCALARS.contains(type) && !group) {
                message.uses.add(new Use("refers to", type, name, line));
            }
        }
        tokens.need("=");
        tokens.take();
        tokens.skipBrackets("[", "]");
        if (group) {
            tokens.skipBrackets("{", "}");
        } else {
            tokens.need(";");
        }
    }

    /** The name of a type, which may begin with a point. */
    private String typeName() throws Malformed {
        return tokens.takes(".")
                ? "." + tokens.word("the name of a type")
                : tokens.word("the type of a field");
    }

    private void enumeration(String within, int line) throws Malformed {
        Definition one = add("Enumeration", within, tokens.word("the name of an enum"), line);
        int from = tokens.line();
        tokens.need("{");
        while (!tokens.takes("}")) {
            if (!tokens.hasMore()) {
                throw new Malformed(from, "'{' opens here and is not closed");
            }
            Token first = tokens.take();
            if (first.isWord() && tokens.peek().is("=")) {
                one.fields.add(first.text());
            }
            statement();
        }
    }

    private void service(int line) throws Malformed {
        Definition service = add("Service", "", tokens.word("the name of a service"), line);
        int from = tokens.line();
        tokens.need("{");
        while (!tokens.takes("}")) {
            if (!tokens.hasMore()) {
                throw new Malformed(from, "'{' opens here and is not closed");
            }
            Token first = tokens.take();
            if (first.is("rpc")) {
                service.members.add(method(service, first.line()));
            } else if (!first.is(";")) {
                statement();
            }
        }
    }

    private Definition method(Definition service, int line) throws Malformed {
        String name = tokens.word("the name of a method");
        Definition method =
                new Definition(file, "Method", service.fullName + "." + name, name, line);
        argument(method, "accepts");
        tokens.need("returns");
        argument(method, "returns");
        if (tokens.peek().is("{")) {
            tokens.skipBrackets("{", "}");
            tokens.takes(";");
        } else {
            tokens.need(";");
        }
        return method;
    }

    private void argument(Definition method, String relation) throws Malformed {
        tokens.need("(");
        boolean stream = tokens.peek().is("stream") && !tokens.peek(1).is(")");
        if (stream) {
            tokens.take();
        }
        int line = tokens.line();
        method.uses.add(new Use(relation, typeName(), stream ? "stream" : "", line));
        tokens.need(")");
    }

    private void extension(String within, int line, int depth) throws Malformed {
        String extended = typeName();
        Definition one = add("Extension", within, extended.replaceFirst("^\\.", ""), line);
        one.uses.add(new Use("extends", extended, "", line));
        members(one, within, depth);
    }
}
