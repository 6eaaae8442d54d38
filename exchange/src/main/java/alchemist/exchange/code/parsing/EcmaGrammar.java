package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.treesitter.TSNode;

/** JavaScript and TypeScript. */
final class EcmaGrammar implements Grammar {
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
    public void enter(TSNode node, String type, Outliner out) {
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
                TSNode value = node.getChildByFieldName("value");
                boolean made = !value.isNull() && value.getType().equals("new_expression");
                String annotated = annotated(node, out);
                String held =
                        out.field(
                                node,
                                node.getType().equals("field_definition") ? "property" : "name");
                out.variable(
                        held,
                        annotated.isEmpty() && made ? out.field(value, "constructor") : annotated);
                if (!value.isNull() && FUNCTIONS.contains(value.getType())) {
                    out.open(out.isInType() ? Kind.METHOD : Kind.FUNCTION, node, held);
                }
            }
            case "import_statement", "export_statement" -> {
                String source = Grammar.unquoted(out.field(node, "source"));
                out.imports(source, names(node, out), node);
            }
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
    private static String annotated(TSNode node, Outliner out) {
        String type = out.field(node, "type");
        return type.startsWith(":") ? type.substring(1).strip() : type;
    }

    private static void type(Kind kind, TSNode node, Outliner out) {
        Draft draft = out.open(kind, node, out.field(node, "name"));
        if (draft == null) {
            return;
        }
        for (TSNode heritage : Grammar.children(node, "class_heritage")) {
            List<TSNode> clauses = Grammar.children(heritage, "extends_clause");
            for (TSNode clause : clauses) {
                draft.supertypes.add(Grammar.bare(out.field(clause, "value")));
            }
            for (TSNode clause : Grammar.children(heritage, "implements_clause")) {
                each(clause, "+", draft, out);
            }
            if (clauses.isEmpty()) {
                each(heritage, "", draft, out); // of JavaScript, which has no clauses
            }
        }
        for (TSNode clause : Grammar.children(node, "extends_type_clause")) {
            each(clause, "", draft, out);
        }
    }

    private static void each(TSNode clause, String mark, Draft draft, Outliner out) {
        for (int i = 0; i < clause.getNamedChildCount(); i++) {
            TSNode child = clause.getNamedChild(i);
            if (!child.getType().endsWith("_clause")) {
                draft.supertypes.add(mark + Grammar.bare(out.text(child)));
            }
        }
    }

    private static List<String> names(TSNode node, Outliner out) {
        List<String> names = new ArrayList<>();
        for (TSNode clause : Grammar.children(node, "import_clause")) {
            for (TSNode name : Grammar.children(clause, "identifier")) {
                names.add(out.text(name));
            }
            for (TSNode named : Grammar.children(clause, "named_imports")) {
                for (TSNode one : Grammar.children(named, "import_specifier")) {
                    names.add(out.field(one, "name"));
                }
            }
        }
        return names;
    }

    private static void call(TSNode node, Outliner out) {
        TSNode function = node.getChildByFieldName("function");
        if (function.isNull()) {
            return;
        }
        switch (function.getType()) {
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

    private static void imports(TSNode node, Outliner out) {
        TSNode arguments = node.getChildByFieldName("arguments");
        if (!arguments.isNull() && arguments.getNamedChildCount() == 1) {
            TSNode what = arguments.getNamedChild(0);
            if (what.getType().equals("string")) {
                out.imports(Grammar.unquoted(out.text(what)), List.of(), node);
            }
        }
    }
}
