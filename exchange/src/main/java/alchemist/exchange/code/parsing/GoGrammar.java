package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import java.util.Set;

/** Go. */
final class GoGrammar implements Grammar {
    @Override
    public List<String> types() {
        return List.of(
                "package_clause",
                "import_spec",
                "type_spec",
                "type_alias",
                "function_declaration",
                "parameter_declaration",
                "field_declaration",
                "var_spec",
                "method_declaration",
                "call_expression",
                "if_statement",
                "for_statement",
                "expression_case",
                "type_case",
                "communication_case");
    }

    @Override
    public Comments comments() {
        return Comments.ALL;
    }

    @Override
    public String saidOfFile(Node file, byte[] source) {
        Node clause = Grammar.first(file, Set.of("package_clause"));
        String said = clause.isNone() ? "" : said(clause, source);
        return said.startsWith("Package ") ? said : "";
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "package_clause" -> {
                if (!node.children().isEmpty()) {
                    out.module(out.text(node.children().getFirst()));
                }
            }
            case "import_spec" ->
                    out.imports(
                            Grammar.unquoted(out.field(node, "path")),
                            List.of(),
                            node.child("name").isNone()
                                    ? List.of()
                                    : List.of(out.field(node, "name")),
                            node);
            case "type_spec", "type_alias" -> {
                String is = node.child("type").type();
                Kind kind =
                        switch (is) {
                            case "struct_type" -> Kind.STRUCT;
                            case "interface_type" -> Kind.INTERFACE;
                            default -> Kind.TYPE;
                        };
                out.open(kind, node, out.field(node, "name"));
            }
            case "function_declaration" -> {
                String name = out.field(node, "name");
                Draft draft = out.open(Kind.FUNCTION, node, name);
                if (draft != null) {
                    draft.test = name.startsWith("Test") || name.startsWith("Benchmark");
                    draft.entry = name.equals("main");
                }
            }
            case "parameter_declaration", "field_declaration", "var_spec" ->
                    out.variable(out.field(node, "name"), plain(out.field(node, "type")));
            case "method_declaration" -> {
                Draft draft = out.open(Kind.METHOD, node, out.field(node, "name"));
                if (draft != null) {
                    draft.owner = receiver(out.field(node, "receiver"));
                }
            }
            case "call_expression" -> {
                Node function = node.child("function");
                if (function.type().equals("identifier")) {
                    out.calls("", out.text(function), false, node);
                } else if (function.type().equals("selector_expression")) {
                    out.calls(
                            out.field(function, "operand"),
                            out.field(function, "field"),
                            false,
                            node);
                }
            }
            case "if_statement",
                    "for_statement",
                    "expression_case",
                    "type_case",
                    "communication_case" ->
                    out.branches();
            default -> {}
        }
    }

    private static String plain(String type) {
        return type.startsWith("*") ? type.substring(1) : type;
    }

    /** {@code (w *Writer[T])} belongs to {@code Writer}. */
    private static String receiver(String text) {
        String inner = text.replace("(", " ").replace(")", " ").replace("*", " ").strip();
        int arguments = inner.indexOf('[');
        String plain = (arguments < 0 ? inner : inner.substring(0, arguments)).strip();
        return plain.substring(plain.lastIndexOf(' ') + 1);
    }
}
