package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import java.util.regex.Pattern;

/** C and C++. */
final class CGrammar implements Grammar {
    private static final String MACRO = "[A-Z][A-Z0-9]*+_[A-Z0-9_]++";

    /**
     * What is nothing of the language, but is put in its place before it is compiled: alone in a
     * line, before the name of a type, or before what a function gives.
     */
    private static final List<Pattern> MACROS =
            List.of(
                    Pattern.compile(
                            "(?m)^[ \\t]*+("
                                    + MACRO
                                    + "(?:\\([^()\\r\\n]*+\\))?+)[ \\t]*+\\r?$(?!\\s*+\\{)"),
                    Pattern.compile(
                            "\\b(?:class|struct|union|enum)[ \\t]++("
                                    + MACRO
                                    + "(?:\\([^()\\r\\n]*+\\))?+)[ \\t]++[A-Za-z_]"),
                    Pattern.compile(
                            "(?m)^[ \\t]*+(?:(?:static|virtual|inline|explicit|constexpr|friend|extern)[ \\t]++)*+("
                                    + MACRO
                                    + ")(?=[ \\t]++[A-Za-z_]\\w*+[ \\t&*:<(])"));

    @Override
    public List<String> types() {
        return List.of(
                "preproc_include",
                "namespace_definition",
                "class_specifier",
                "struct_specifier",
                "union_specifier",
                "enum_specifier",
                "function_definition",
                "call_expression",
                "new_expression",
                "if_statement",
                "for_statement",
                "for_range_loop",
                "while_statement",
                "do_statement",
                "case_statement",
                "catch_clause",
                "conditional_expression");
    }

    @Override
    public byte[] withoutUnknown(byte[] text) {
        byte[] plainer = text;
        for (Pattern macro : MACROS) {
            plainer = Grammar.without(macro, plainer);
        }
        return plainer;
    }

    @Override
    public Comments comments() {
        return Comments.ALL;
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "preproc_include" -> {
                Node path = node.child("path");
                // What stands between angles is the system's, unless it is told in which folder.
                String what = Grammar.unquoted(out.text(path));
                if (path.type().equals("string_literal") || what.indexOf('/') > 0) {
                    out.imports(what, List.of(), List.of(), node);
                }
            }
            case "namespace_definition" -> out.open(Kind.NAMESPACE, node, out.field(node, "name"));
            case "class_specifier" -> type(Kind.CLASS, node, out);
            case "struct_specifier", "union_specifier" -> type(Kind.STRUCT, node, out);
            case "enum_specifier" -> type(Kind.ENUMERATION, node, out);
            case "function_definition" -> function(node, out);
            case "call_expression" -> call(node, out);
            case "new_expression" ->
                    out.calls("", Grammar.bare(out.field(node, "type")), true, node);
            case "if_statement",
                    "for_statement",
                    "for_range_loop",
                    "while_statement",
                    "do_statement",
                    "case_statement",
                    "catch_clause",
                    "conditional_expression" ->
                    out.branches();
            default -> {}
        }
    }

    private static void type(Kind kind, Node node, Outliner out) {
        if (node.child("body").isNone()) {
            return; // it is named, not declared
        }
        Draft draft = out.open(kind, node, Grammar.bare(out.field(node, "name")));
        if (draft == null) {
            return;
        }
        for (Node bases : Grammar.children(node, "base_class_clause")) {
            for (Node base : bases.children()) {
                if (!base.type().equals("access_specifier")) {
                    draft.supertypes.add(Grammar.bare(out.text(base)));
                }
            }
        }
    }

    private static void function(Node node, Outliner out) {
        Node declarator = node.child("declarator");
        while (!declarator.isNone() && !declarator.type().equals("function_declarator")) {
            declarator = declarator.child("declarator");
        }
        if (declarator.isNone()) {
            return;
        }
        String written = out.field(declarator, "declarator");
        int scope = written.lastIndexOf("::");
        String name = scope < 0 ? written : written.substring(scope + 2);
        String owner = scope < 0 ? "" : Grammar.bare(written.substring(0, scope));
        boolean method = out.isInType() || !owner.isEmpty();
        Draft draft = out.open(method ? Kind.METHOD : Kind.FUNCTION, node, name);
        if (draft != null) {
            draft.owner = owner.substring(owner.lastIndexOf(':') + 1);
            draft.entry = name.equals("main") && !method;
        }
    }

    private static void call(Node node, Outliner out) {
        Node function = node.child("function");
        switch (function.type()) {
            case "identifier" -> out.calls("", out.text(function), false, node);
            case "field_expression" ->
                    out.calls(
                            out.field(function, "argument"),
                            out.field(function, "field"),
                            false,
                            node);
            case "qualified_identifier" ->
                    out.calls(
                            out.field(function, "scope"), out.field(function, "name"), false, node);
            default -> {}
        }
    }
}
