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

    /** The type of a variable of which nothing tells it. */
    private static final String UNKNOWN = "?";

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
                "spread_parameter",
                "catch_formal_parameter",
                "inferred_parameters",
                "lambda_expression",
                "instanceof_expression",
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
                    constructor(node, out);
            case "method_invocation" ->
                    out.calls(
                            out.field(node, "object"),
                            out.field(node, "name"),
                            false,
                            JavaExpressions.given(node, out),
                            node);
            case "object_creation_expression" ->
                    out.calls(
                            "",
                            Grammar.bare(out.field(node, "type")),
                            true,
                            JavaExpressions.given(node, out),
                            node);
            case "formal_parameter" ->
                    out.variable(
                            out.field(node, "name"),
                            Grammar.bare(out.field(node, "type"))
                                    + JavaSignature.dimensions(node, out));
            case "spread_parameter" ->
                    out.variable(
                            out.field(Grammar.first(node, Set.of("variable_declarator")), "name"),
                            Grammar.bare(JavaSignature.spread(node, out)) + "[]");
            case "catch_formal_parameter" ->
                    out.variable(
                            out.field(node, "name"),
                            oneOf(out.text(Grammar.first(node, Set.of("catch_type")))));
            case "resource" -> out.variable(out.field(node, "name"), out.field(node, "type"));
            case "inferred_parameters" ->
                    node.children().forEach(one -> out.variable(out.text(one), UNKNOWN));
            case "lambda_expression" -> {
                Node parameter = node.child("parameters");
                if (parameter.type().equals("identifier")) {
                    out.variable(out.text(parameter), UNKNOWN);
                }
            }
            case "instanceof_expression" ->
                    out.variable(out.field(node, "name"), out.field(node, "right"));
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
        draft.signature = JavaSignature.of(node, out);
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
            String known =
                    !inferred
                            ? Grammar.bare(type) + JavaSignature.dimensions(one, out)
                            : made ? out.field(value, "type") : UNKNOWN;
            out.variable(out.field(one, "name"), known);
        }
    }

    /** A type that is written alone; of several it is unknown which. */
    private static String oneOf(String types) {
        return types.indexOf('|') < 0 ? types : UNKNOWN;
    }

    /** One without brackets takes what its record does. */
    private static void constructor(Node node, Outliner out) {
        Draft within = out.current();
        Draft draft = out.open(Kind.CONSTRUCTOR, node, out.field(node, "name"));
        if (draft != null) {
            boolean isCompact = node.type().equals("compact_constructor_declaration");
            draft.signature =
                    isCompact && within != null ? within.signature : JavaSignature.of(node, out);
        }
    }

    private static void method(Node node, Outliner out) {
        Draft draft = out.open(Kind.METHOD, node, out.field(node, "name"));
        if (draft == null) {
            return;
        }
        draft.signature = JavaSignature.of(node, out);
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
