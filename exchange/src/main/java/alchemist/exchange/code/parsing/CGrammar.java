package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import org.treesitter.TSNode;

/** C and C++. */
final class CGrammar implements Grammar {
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
    public void enter(TSNode node, String type, Outliner out) {
        switch (type) {
            case "preproc_include" -> {
                TSNode path = node.getChildByFieldName("path");
                // What stands between angles is the system's.
                if (!path.isNull() && path.getType().equals("string_literal")) {
                    out.imports(Grammar.unquoted(out.text(path)), List.of(), node);
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

    private static void type(Kind kind, TSNode node, Outliner out) {
        if (node.getChildByFieldName("body").isNull()) {
            return; // it is named, not declared
        }
        Draft draft = out.open(kind, node, Grammar.bare(out.field(node, "name")));
        if (draft == null) {
            return;
        }
        for (TSNode bases : Grammar.children(node, "base_class_clause")) {
            for (int i = 0; i < bases.getNamedChildCount(); i++) {
                TSNode base = bases.getNamedChild(i);
                if (!base.getType().equals("access_specifier")) {
                    draft.supertypes.add(Grammar.bare(out.text(base)));
                }
            }
        }
    }

    private static void function(TSNode node, Outliner out) {
        TSNode declarator = node.getChildByFieldName("declarator");
        while (!declarator.isNull() && !declarator.getType().equals("function_declarator")) {
            declarator = declarator.getChildByFieldName("declarator");
        }
        if (declarator.isNull()) {
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

    private static void call(TSNode node, Outliner out) {
        TSNode function = node.getChildByFieldName("function");
        switch (function.getType()) {
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
