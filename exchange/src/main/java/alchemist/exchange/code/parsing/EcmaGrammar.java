package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** JavaScript and TypeScript. */
final class EcmaGrammar implements Grammar {
    /** What {@code export type * from './types'} says beyond what the parser's grammar has. */
    private static final Pattern TYPES_ALONE = Pattern.compile("\\bexport\\s+(type)\\s*\\*");

    private static final Pattern BY_DEFAULT = Pattern.compile("export\\s+default\\b");

    /** Within how many bytes these two words stand. */
    private static final int MAX_WORDS = 40;

    private static final Set<String> FUNCTIONS =
            Set.of("arrow_function", "function_expression", "function", "generator_function");

    @Override
    public List<String> types() {
        return List.of(
                "class_declaration",
                "abstract_class_declaration",
                "interface_declaration",
                "enum_declaration",
                "type_alias_declaration",
                "internal_module",
                "module",
                "function_declaration",
                "generator_function_declaration",
                "function_signature",
                "method_definition",
                "required_parameter",
                "optional_parameter",
                "variable_declarator",
                "public_field_definition",
                "field_definition",
                "import_statement",
                "export_statement",
                "call_expression",
                "new_expression",
                "if_statement",
                "for_statement",
                "for_in_statement",
                "while_statement",
                "do_statement",
                "catch_clause",
                "switch_case",
                "ternary_expression");
    }

    @Override
    public byte[] withoutUnknown(byte[] text) {
        return Grammar.without(TYPES_ALONE, text);
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "class_declaration", "abstract_class_declaration" -> type(Kind.CLASS, node, out);
            case "interface_declaration" -> type(Kind.INTERFACE, node, out);
            case "enum_declaration" -> type(Kind.ENUMERATION, node, out);
            case "type_alias_declaration" -> out.open(Kind.TYPE, node, out.field(node, "name"));
            case "internal_module", "module" ->
                    out.open(Kind.NAMESPACE, node, out.field(node, "name"));
            case "function_declaration", "generator_function_declaration", "function_signature" ->
                    out.open(Kind.FUNCTION, node, out.field(node, "name"));
            case "method_definition" -> {
                String name = out.field(node, "name");
                if (out.isInType()) {
                    out.open(
                            name.equals("constructor") ? Kind.CONSTRUCTOR : Kind.METHOD,
                            node,
                            name);
                }
            }
            case "required_parameter", "optional_parameter" ->
                    out.variable(out.field(node, "pattern"), annotated(node, out));
            case "variable_declarator", "public_field_definition", "field_definition" -> {
                Node value = node.child("value");
                boolean made = !value.isNone() && value.type().equals("new_expression");
                String annotated = annotated(node, out);
                String held =
                        out.field(
                                node, node.type().equals("field_definition") ? "property" : "name");
                out.variable(
                        held,
                        annotated.isEmpty() && made ? out.field(value, "constructor") : annotated);
                if (!value.isNone() && FUNCTIONS.contains(value.type())) {
                    out.open(out.isInType() ? Kind.METHOD : Kind.FUNCTION, node, held);
                }
            }
            case "import_statement", "export_statement" -> statement(node, out);
            case "call_expression" -> call(node, out);
            case "new_expression" ->
                    out.calls("", Grammar.bare(out.field(node, "constructor")), true, node);
            case "if_statement",
                    "for_statement",
                    "for_in_statement",
                    "while_statement",
                    "do_statement",
                    "catch_clause",
                    "switch_case",
                    "ternary_expression" ->
                    out.branches();
            default -> {}
        }
    }

    /** The type that is written behind a colon; empty for none. */
    private static String annotated(Node node, Outliner out) {
        String type = out.field(node, "type");
        return type.startsWith(":") ? type.substring(1).strip() : type;
    }

    private static void type(Kind kind, Node node, Outliner out) {
        Draft draft = out.open(kind, node, out.field(node, "name"));
        if (draft == null) {
            return;
        }
        for (Node heritage : Grammar.children(node, "class_heritage")) {
            List<Node> clauses = Grammar.children(heritage, "extends_clause");
            for (Node clause : clauses) {
                draft.supertypes.add(Grammar.bare(out.field(clause, "value")));
            }
            for (Node clause : Grammar.children(heritage, "implements_clause")) {
                each(clause, "+", draft, out);
            }
            if (clauses.isEmpty()) {
                each(heritage, "", draft, out); // of JavaScript, which has no clauses
            }
        }
        for (Node clause : Grammar.children(node, "extends_type_clause")) {
            each(clause, "", draft, out);
        }
    }

    private static void each(Node clause, String mark, Draft draft, Outliner out) {
        for (Node child : clause.children()) {
            if (!child.type().endsWith("_clause")) {
                draft.supertypes.add(mark + Grammar.bare(out.text(child)));
            }
        }
    }

    /** What a statement imports: the names that are taken, and what the file calls them. */
    private static void statement(Node node, Outliner out) {
        List<String> names = new ArrayList<>();
        List<String> bound = new ArrayList<>();
        for (Node clause : Grammar.children(node, "import_clause")) {
            for (Node name : Grammar.children(clause, "identifier")) {
                names.add(Outline.DEFAULT);
                bound.add(out.text(name));
            }
            for (Node all : Grammar.children(clause, "namespace_import")) {
                for (Node name : Grammar.children(all, "identifier")) {
                    bound.add(out.text(name));
                }
            }
            for (Node named : Grammar.children(clause, "named_imports")) {
                for (Node one : Grammar.children(named, "import_specifier")) {
                    names.add(out.field(one, "name"));
                    bound.add(out.field(one, one.child("alias").isNone() ? "name" : "alias"));
                }
            }
        }
        for (Node clause : Grammar.children(node, "export_clause")) {
            for (Node one : Grammar.children(clause, "export_specifier")) {
                names.add(out.field(one, "name"));
                bound.add(out.field(one, one.child("alias").isNone() ? "name" : "alias"));
            }
        }
        String source = out.field(node, "source");
        if (node.type().equals("export_statement") && source.isEmpty()) {
            exports(node, names, bound, out);
        }
        out.imports(Grammar.unquoted(source), names, bound, node);
    }

    /** What others get who take no name from the file. */
    private static void exports(Node node, List<String> names, List<String> bound, Outliner out) {
        int named = bound.indexOf(Outline.DEFAULT);
        if (named >= 0) {
            out.variable(Outline.DEFAULT, names.get(named));
        } else if (isByDefault(node, out)) {
            Node value = node.child("value");
            Node declared = node.child("declaration");
            out.variable(
                    Outline.DEFAULT,
                    declared.isNone()
                            ? value.type().equals("identifier") ? out.text(value) : ""
                            : out.field(declared, "name"));
        }
    }

    private static boolean isByDefault(Node node, Outliner out) {
        int end = Math.min(node.end(), node.start() + MAX_WORDS);
        return BY_DEFAULT.matcher(out.between(node.start(), end)).lookingAt();
    }

    private static void call(Node node, Outliner out) {
        Node function = node.child("function");
        if (function.isNone()) {
            return;
        }
        switch (function.type()) {
            case "identifier" -> {
                String name = out.text(function);
                if (name.equals("require")) {
                    imports(node, out);
                } else {
                    out.calls("", name, false, node);
                }
            }
            case "import" -> imports(node, out);
            case "member_expression" ->
                    out.calls(
                            out.field(function, "object"),
                            out.field(function, "property"),
                            false,
                            node);
            default -> {}
        }
    }

    private static void imports(Node node, Outliner out) {
        Node arguments = node.child("arguments");
        List<Node> given = arguments.children();
        if (given.size() == 1) {
            Node what = given.getFirst();
            if (what.type().equals("string")) {
                out.imports(Grammar.unquoted(out.text(what)), List.of(), held(node, out), node);
            }
        }
    }

    /** The variable that a {@code require} is held in. */
    private static List<String> held(Node call, Outliner out) {
        Node holder = call.parent();
        Node name = holder.child("name");
        return holder.type().equals("variable_declarator") && name.type().equals("identifier")
                ? List.of(out.text(name))
                : List.of();
    }
}
