package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Java. */
final class JavaGrammar implements Grammar {
    /** What marks a test, also in Kotlin. */
    static final Set<String> TESTS =
            Set.of(
                    "Test",
                    "ParameterizedTest",
                    "RepeatedTest",
                    "Property",
                    "Example",
                    "TestFactory");

    /** What stands between the type and the dots of {@code String @Nullable ... names}. */
    private static final Pattern OF_MANY =
            Pattern.compile("(@\\w++(?:\\.\\w++)*+(?:\\([^()\r\n]*+\\))?+)[ \t]*+\\.\\.\\.");

    @Override
    public List<String> types() {
        return List.of(
                "package_declaration",
                "import_declaration",
                "class_declaration",
                "interface_declaration",
                "enum_declaration",
                "record_declaration",
                "annotation_type_declaration",
                "method_declaration",
                "constructor_declaration",
                "compact_constructor_declaration",
                "method_invocation",
                "object_creation_expression",
                "formal_parameter",
                "resource",
                "enhanced_for_statement",
                "field_declaration",
                "local_variable_declaration",
                "type_pattern",
                "record_pattern_component",
                "if_statement",
                "for_statement",
                "while_statement",
                "do_statement",
                "catch_clause",
                "switch_label",
                "ternary_expression");
    }

    @Override
    public byte[] withoutUnknown(byte[] text) {
        return Grammar.without(OF_MANY, JavaPatterns.plain(text));
    }

    @Override
    public Comments comments() {
        return Comments.BLOCKS_AND_LINES;
    }

    @Override
    public String saidOfFile(Node file, byte[] source) {
        Node declared = Grammar.first(file, Set.of("package_declaration", "module_declaration"));
        return declared.isNone() ? "" : said(declared, source);
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "package_declaration" -> out.module(name(node, out));
            case "import_declaration" -> imports(node, out);
            case "class_declaration" -> type(Kind.CLASS, node, out);
            case "interface_declaration" -> type(Kind.INTERFACE, node, out);
            case "enum_declaration" -> type(Kind.ENUMERATION, node, out);
            case "record_declaration" -> type(Kind.RECORD, node, out);
            case "annotation_type_declaration" -> type(Kind.ANNOTATION, node, out);
            case "method_declaration" -> method(node, out);
            case "constructor_declaration", "compact_constructor_declaration" ->
                    out.open(Kind.CONSTRUCTOR, node, out.field(node, "name"));
            case "method_invocation" ->
                    out.calls(out.field(node, "object"), out.field(node, "name"), false, node);
            case "object_creation_expression" ->
                    out.calls("", Grammar.bare(out.field(node, "type")), true, node);
            case "formal_parameter", "resource" ->
                    out.variable(out.field(node, "name"), out.field(node, "type"));
            case "enhanced_for_statement" -> {
                out.variable(out.field(node, "name"), out.field(node, "type"));
                out.branches();
            }
            case "field_declaration", "local_variable_declaration" -> variables(node, out);
            case "type_pattern", "record_pattern_component" -> {
                List<Node> both = node.children();
                if (both.size() == 2) {
                    out.variable(out.text(both.get(1)), out.text(both.get(0)));
                }
            }
            case "if_statement",
                    "for_statement",
                    "while_statement",
                    "do_statement",
                    "catch_clause",
                    "switch_label",
                    "ternary_expression" ->
                    out.branches();
            default -> {}
        }
    }

    private static String name(Node node, Outliner out) {
        return out.text(Grammar.first(node, Set.of("scoped_identifier", "identifier")));
    }

    private static void imports(Node node, Outliner out) {
        boolean all = !Grammar.children(node, "asterisk").isEmpty();
        String name = name(node, out);
        String last = name.substring(name.lastIndexOf('.') + 1);
        out.imports(all ? name + ".*" : name, List.of(), all ? List.of() : List.of(last), node);
    }

    private static void type(Kind kind, Node node, Outliner out) {
        Draft draft = out.open(kind, node, out.field(node, "name"));
        if (draft == null) {
            return;
        }
        supertypes(node.child("superclass"), "", draft, out);
        supertypes(node.child("interfaces"), "+", draft, out);
        for (Node extended : Grammar.children(node, "extends_interfaces")) {
            supertypes(extended, "", draft, out);
        }
    }

    private static void supertypes(Node node, String mark, Draft draft, Outliner out) {
        for (Node child : node.children()) {
            if (child.type().equals("type_list")) {
                supertypes(child, mark, draft, out);
            } else {
                draft.supertypes.add(mark + Grammar.bare(out.text(child)));
            }
        }
    }

    private static void variables(Node node, Outliner out) {
        String type = out.field(node, "type");
        for (Node one : Grammar.children(node, "variable_declarator")) {
            Node value = one.child("value");
            boolean made = !value.isNone() && value.type().equals("object_creation_expression");
            boolean inferred = type.equals("var");
            out.variable(
                    out.field(one, "name"),
                    !inferred ? type : made ? out.field(value, "type") : "");
        }
    }

    private static void method(Node node, Outliner out) {
        Draft draft = out.open(Kind.METHOD, node, out.field(node, "name"));
        if (draft == null) {
            return;
        }
        for (Node modifiers : Grammar.children(node, "modifiers")) {
            for (Node mark : Grammar.children(modifiers, "marker_annotation")) {
                draft.test |= TESTS.contains(out.field(mark, "name"));
            }
            for (Node mark : Grammar.children(modifiers, "annotation")) {
                draft.test |= TESTS.contains(out.field(mark, "name"));
            }
            draft.entry |= draft.name.equals("main") && out.text(modifiers).contains("static");
        }
    }
}
