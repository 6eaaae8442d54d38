package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * C#. A file is of the first namespace that it names; what stands in another is within that.
 * Variables whose type is not written are held as {@code =} and a {@linkplain CSharpExpressions
 * value}.
 */
final class CSharpGrammar implements Grammar {
    private static final Set<String> TESTS =
            Set.of(
                    "Fact",
                    "Theory",
                    "Test",
                    "TestCase",
                    "TestCaseSource",
                    "TestMethod",
                    "DataTestMethod",
                    "Property");

    @Override
    public List<String> types() {
        return List.of(
                "using_directive",
                "namespace_declaration",
                "file_scoped_namespace_declaration",
                "class_declaration",
                "struct_declaration",
                "interface_declaration",
                "enum_declaration",
                "record_declaration",
                "delegate_declaration",
                "enum_member_declaration",
                "method_declaration",
                "constructor_declaration",
                "destructor_declaration",
                "operator_declaration",
                "conversion_operator_declaration",
                "local_function_statement",
                "property_declaration",
                "event_declaration",
                "parameter_list",
                "parameter",
                "implicit_parameter",
                "type_parameter",
                "type_parameter_constraints_clause",
                "variable_declaration",
                "foreach_statement",
                "declaration_expression",
                "declaration_pattern",
                "recursive_pattern",
                "var_pattern",
                "tuple_pattern",
                "catch_declaration",
                "from_clause",
                "let_clause",
                "join_clause",
                "invocation_expression",
                "object_creation_expression",
                "implicit_object_creation_expression",
                "member_access_expression",
                "attribute",
                "type_argument_list",
                "typeof_expression",
                "cast_expression",
                "as_expression",
                "is_expression",
                "array_creation_expression",
                "if_statement",
                "for_statement",
                "while_statement",
                "do_statement",
                "catch_clause",
                "switch_section",
                "switch_expression_arm",
                "conditional_expression");
    }

    @Override
    public byte[] withoutUnknown(byte[] text) {
        return CSharpBranches.withBodies(CSharpBranches.first(text));
    }

    @Override
    public Comments comments() {
        return Comments.BLOCKS_AND_LINES;
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "using_directive" -> imports(node, out);
            case "namespace_declaration", "file_scoped_namespace_declaration" ->
                    namespace(node, out);
            case "class_declaration" -> type(Kind.CLASS, node, out);
            case "struct_declaration" -> type(Kind.STRUCT, node, out);
            case "interface_declaration" -> type(Kind.INTERFACE, node, out);
            case "enum_declaration" -> type(Kind.ENUMERATION, node, out);
            case "record_declaration" -> type(Kind.RECORD, node, out);
            case "delegate_declaration" -> type(Kind.TYPE, node, out);
            case "enum_member_declaration" -> {
                Draft owner = out.current();
                out.holds(out.field(node, "name"), owner == null ? "" : owner.name);
            }
            case "method_declaration" -> method(node, out);
            case "constructor_declaration" -> constructor(node, out);
            case "destructor_declaration" ->
                    code(out.open(Kind.METHOD, node, "~" + out.field(node, "name")), node, out);
            case "operator_declaration" ->
                    code(out.open(Kind.METHOD, node, "operator " + sign(node, out)), node, out);
            case "conversion_operator_declaration" ->
                    code(
                            out.open(Kind.METHOD, node, "operator " + out.field(node, "type")),
                            node,
                            out);
            case "local_function_statement" ->
                    code(out.openAnywhere(Kind.FUNCTION, node, out.field(node, "name")), node, out);
            case "property_declaration", "event_declaration" -> {
                if (explicit(node).isNone()) {
                    out.holds(named(node, out), written(node.child("type"), out));
                }
            }
            default -> inCode(node, type, out);
        }
    }

    private static void inCode(Node node, String type, Outliner out) {
        switch (type) {
            // Of the last one, of which a call may give any number, there is no node.
            case "parameter_list" ->
                    out.holds(out.field(node, "name"), written(node.child("type"), out));
            case "parameter",
                    "declaration_expression",
                    "declaration_pattern",
                    "recursive_pattern",
                    "catch_declaration" ->
                    out.holds(named(node, out), known(written(node.child("type"), out)));
            case "implicit_parameter" -> out.holds(out.text(node), CSharpExpressions.UNKNOWN);
            case "var_pattern", "join_clause", "tuple_pattern" -> {
                for (Node one : Grammar.children(node, "identifier")) {
                    out.holds(out.text(one), CSharpExpressions.UNKNOWN);
                }
            }
            case "type_parameter" ->
                    out.holds("<" + out.field(node, "name") + ">", CSharpExpressions.UNKNOWN);
            case "type_parameter_constraints_clause" -> bound(node, out);
            case "variable_declaration" -> variables(node, out);
            case "foreach_statement" -> {
                String written = written(node.child("type"), out);
                String each = CSharpExpressions.of(node.child("right"), out) + "*";
                if (node.child("left").type().equals("identifier")) {
                    out.holds(
                            out.field(node, "left"), written.equals("var") ? "=" + each : written);
                }
                out.branches();
            }
            case "from_clause" -> {
                String written = written(node.child("type"), out);
                String each = CSharpExpressions.of(node.children().getLast(), out) + "*";
                out.holds(named(node, out), written.isEmpty() ? "=" + each : written);
            }
            case "let_clause" ->
                    out.holds(
                            out.text(node.children().getFirst()),
                            "=" + CSharpExpressions.of(node.children().getLast(), out));
            case "invocation_expression" -> CSharpCalls.add(node, out);
            case "object_creation_expression" ->
                    out.calls(
                            "",
                            written(node.child("type"), out),
                            true,
                            CSharpCalls.arguments(node.child("arguments"), out),
                            node);
            case "implicit_object_creation_expression" ->
                    out.calls(
                            "",
                            CSharpCalls.expected(node, out),
                            true,
                            CSharpCalls.arguments(
                                    Grammar.first(node, Set.of("argument_list")), out),
                            node);
            case "member_access_expression" -> {
                String before = out.field(node, "expression");
                if (node.child("expression").type().equals("identifier")
                        && Character.isUpperCase(before.codePointAt(0))) {
                    out.mentions(before);
                }
            }
            case "attribute" -> {
                String name = out.field(node, "name");
                out.mentions(name);
                out.mentions(name + "Attribute");
            }
            case "type_argument_list" ->
                    node.children().forEach(one -> out.mentions(written(one, out)));
            case "typeof_expression", "cast_expression", "array_creation_expression" ->
                    out.mentions(written(node.child("type"), out));
            case "as_expression", "is_expression" ->
                    out.mentions(written(node.child("right"), out));
            default -> out.branches();
        }
    }

    private static void imports(Node node, Outliner out) {
        Node alias = node.child("name");
        List<Node> parts = node.children();
        String what = parts.isEmpty() ? "" : written(parts.getLast(), out);
        String words = " " + out.between(node.start(), parts.getFirst().start()) + " ";
        String marks = words.contains("global ") ? "global " : "";
        marks += words.contains(" static ") ? "static " : "";
        out.imports(
                what.isEmpty() ? "" : marks + what,
                List.of(),
                alias.isNone() ? List.of() : List.of(out.text(alias)),
                node);
    }

    private static void namespace(Node node, Outliner out) {
        String name = written(node.child("name"), out);
        Draft outer = out.current();
        if (outer != null) {
            out.open(Kind.NAMESPACE, node, outer.name + "." + name);
        } else if (out.module().isEmpty()) {
            out.module(name);
        } else if (isInNamespace(node)) {
            out.open(Kind.NAMESPACE, node, out.module() + "." + name);
        } else if (!out.module().equals(name)) {
            out.open(Kind.NAMESPACE, node, name);
        }
    }

    private static boolean isInNamespace(Node node) {
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            if (up.type().equals("namespace_declaration")) {
                return true;
            }
        }
        return false;
    }

    private static void type(Kind kind, Node node, Outliner out) {
        Draft draft = out.open(kind, node, name(out.field(node, "name")));
        if (draft == null) {
            return;
        }
        draft.signature = CSharpSignature.of(node, out);
        for (Node bases : Grammar.children(node, "base_list")) {
            for (Node base : bases.children()) {
                Node made = base.child("type");
                boolean primary = base.type().equals("primary_constructor_base_type");
                String written = written(primary ? made : base, out);
                if (!base.type().equals("argument_list")
                        && !base.type().equals("predefined_type")) {
                    draft.supertypes.add(written);
                }
            }
        }
    }

    private static void method(Node node, Outliner out) {
        Node of = explicit(node);
        String before = of.isNone() ? "" : written(of.children().getFirst(), out) + ".";
        Draft draft = out.open(Kind.METHOD, node, before + name(out.field(node, "name")));
        code(draft, node, out);
        if (draft == null) {
            return;
        }
        for (Node list : Grammar.children(node, "attribute_list")) {
            for (Node one : Grammar.children(list, "attribute")) {
                String mark = written(one.child("name"), out);
                draft.test |= TESTS.contains(mark.substring(mark.lastIndexOf('.') + 1));
            }
        }
        draft.entry = draft.name.equals("Main") && CSharpSignature.isStatic(node, out);
    }

    /** One that a type has for itself makes no object. */
    private static void constructor(Node node, Outliner out) {
        String name = name(out.field(node, "name"));
        boolean forType = CSharpSignature.isStatic(node, out);
        code(
                out.open(
                        forType ? Kind.METHOD : Kind.CONSTRUCTOR,
                        node,
                        forType ? "static " + name : name),
                node,
                out);
    }

    private static void code(@Nullable Draft draft, Node node, Outliner out) {
        if (draft != null) {
            draft.signature = CSharpSignature.of(node, out);
        }
    }

    /** What a type that stands for others is at least. */
    private static void bound(Node node, Outliner out) {
        Node name = Grammar.first(node, Set.of("identifier"));
        for (Node one : Grammar.children(node, "type_parameter_constraint")) {
            Node type = one.child("type");
            if (!type.isNone()) {
                out.holds("<" + out.text(name) + ">", written(type, out));
                return;
            }
        }
    }

    private static void variables(Node node, Outliner out) {
        String type = written(node.child("type"), out);
        for (Node one : Grammar.children(node, "variable_declarator")) {
            Node name = one.child("name");
            if (!name.isNone()) {
                out.holds(
                        name(out.text(name)), type.equals("var") ? inferred(one, name, out) : type);
            }
        }
    }

    private static String inferred(Node declarator, Node name, Outliner out) {
        for (Node one : declarator.children()) {
            if (one.index() != name.index() && !one.type().equals("bracketed_argument_list")) {
                return "=" + CSharpExpressions.of(one, out);
            }
        }
        String rest = out.between(name.end(), declarator.end()).replace("=", "").strip();
        return rest.equals("this") ? "=this" : CSharpExpressions.UNKNOWN;
    }

    /** What an operator is written with, which is no node. */
    private static String sign(Node operator, Outliner out) {
        String head = out.between(operator.start(), operator.child("parameters").start());
        return head.substring(head.lastIndexOf("operator") + "operator".length()).strip();
    }

    private static Node explicit(Node node) {
        return Grammar.first(node, Set.of("explicit_interface_specifier"));
    }

    private static String named(Node node, Outliner out) {
        return name(out.field(node, "name"));
    }

    /** A name may be marked, so that it is no word of the language. */
    static String name(String text) {
        return text.startsWith("@") ? text.substring(1) : text;
    }

    private static String known(String type) {
        return type.isEmpty() || type.equals("var") ? CSharpExpressions.UNKNOWN : type;
    }

    /** A type or a name as it is written, without blanks; one that has none is unknown. */
    static String written(Node node, Outliner out) {
        return switch (node.type()) {
            case "" -> "";
            case "nullable_type" -> {
                String inner = written(node.child("type"), out);
                yield inner.equals(CSharpExpressions.UNKNOWN) ? inner : inner + "?";
            }
            case "ref_type", "scoped_type" -> written(node.child("type"), out);
            case "tuple_type", "pointer_type", "function_pointer_type" -> CSharpExpressions.UNKNOWN;
            default -> name(out.text(node).replaceAll("\\s+", ""));
        };
    }
}
