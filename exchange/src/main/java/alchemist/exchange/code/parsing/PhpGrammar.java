package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.Outline.Signature;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PHP. A file is of the first namespace that it names; what stands in another is within that. Of
 * variables and fields the type is held as it is written, behind {@code ~} as a comment says it, or
 * behind {@code =} as the {@linkplain PhpExpressions value} that is assigned. Fields are held by
 * {@code ->} and their names, also in the constructors and methods that say something of them.
 */
final class PhpGrammar implements Grammar {
    /** What a class may be called by itself. */
    static final Set<String> RELATIVE = Set.of("self", "static", "parent");

    /** Longer values are unknown. */
    private static final int MAX_TOLD = 200;

    /** No tag of PHP, though it begins like one. */
    private static final Pattern XML = Pattern.compile("(?s)(<\\?xml\\b.{0,200}?\\?>)");

    /** The parser knows none of enumerations. */
    private static final Pattern CONSTANT_OF_ENUM =
            Pattern.compile(
                    "(?im)^[ \\t]*+((?:(?:public|protected|private|final)[ \\t]++)*+const[ \\t][^;{}]{0,500};)");

    private static final Pattern ENUM = Pattern.compile("(?im)^[ \\t]*enum\\s+\\w");

    @Override
    public List<String> types() {
        return List.of(
                "namespace_definition",
                "namespace_use_declaration",
                "use_declaration",
                "class_declaration",
                "interface_declaration",
                "trait_declaration",
                "enum_declaration",
                "enum_case",
                "const_element",
                "method_declaration",
                "function_definition",
                "property_declaration",
                "property_promotion_parameter",
                "simple_parameter",
                "variadic_parameter",
                "assignment_expression",
                "reference_assignment_expression",
                "global_declaration",
                "static_variable_declaration",
                "comment",
                "member_call_expression",
                "nullsafe_member_call_expression",
                "scoped_call_expression",
                "function_call_expression",
                "object_creation_expression",
                "array_creation_expression",
                "require_expression",
                "require_once_expression",
                "include_expression",
                "include_once_expression",
                "if_statement",
                "else_if_clause",
                "while_statement",
                "do_statement",
                "for_statement",
                "foreach_statement",
                "case_statement",
                "catch_clause",
                "match_conditional_expression",
                "conditional_expression");
    }

    @Override
    public List<String> tokens() {
        return List.of("&&", "||", "and", "or");
    }

    @Override
    public byte[] withoutUnknown(byte[] text) {
        byte[] plain = Grammar.without(XML, text);
        boolean hasEnum = ENUM.matcher(new String(text, StandardCharsets.ISO_8859_1)).find();
        return hasEnum ? Grammar.without(CONSTANT_OF_ENUM, plain) : plain;
    }

    @Override
    public String said(Node declaration, byte[] source) {
        Node whole =
                declaration.type().equals("const_element") ? declaration.parent() : declaration;
        return comments().said(source, whole.start());
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "namespace_definition" -> namespace(node, out);
            case "namespace_use_declaration" -> PhpUses.add(node, out);
            case "require_expression",
                    "require_once_expression",
                    "include_expression",
                    "include_once_expression" ->
                    PhpUses.addFile(node, out);
            case "use_declaration" -> traits(node, out);
            case "class_declaration" -> type(Kind.CLASS, node, out);
            case "interface_declaration" -> type(Kind.INTERFACE, node, out);
            case "trait_declaration" -> type(Kind.TRAIT, node, out);
            case "enum_declaration" -> type(Kind.ENUMERATION, node, out);
            case "enum_case" -> out.holds("::" + out.field(node, "name"), "self");
            case "const_element" -> {
                if (!isInAnonymous(node)) {
                    out.open(Kind.CONSTANT, node, out.text(node.children().getFirst()));
                }
            }
            case "method_declaration" -> method(node, out);
            case "function_definition" -> {
                Draft draft = out.open(Kind.FUNCTION, node, out.field(node, "name"));
                sign(draft, node, out);
            }
            default -> inCode(node, type, out);
        }
    }

    private static void inCode(Node node, String type, Outliner out) {
        switch (type) {
            case "property_declaration" -> PhpVariables.fields(node, out);
            case "property_promotion_parameter", "simple_parameter", "variadic_parameter" ->
                    PhpVariables.parameter(node, out);
            case "assignment_expression", "reference_assignment_expression" ->
                    PhpVariables.assigned(node, out);
            case "global_declaration" ->
                    node.children().forEach(one -> hold(out.text(one), "?", out));
            case "static_variable_declaration" -> hold(out.field(node, "name"), "?", out);
            case "comment" -> {
                String doc = out.text(node);
                if (doc.startsWith("/**") && doc.contains("@var") && out.isInCode()) {
                    PhpDocs.variables(doc).forEach((name, said) -> hold(name, "~" + said, out));
                }
            }
            case "member_call_expression",
                    "nullsafe_member_call_expression",
                    "scoped_call_expression",
                    "function_call_expression",
                    "object_creation_expression",
                    "array_creation_expression" ->
                    PhpCalls.add(node, type, out);
            case "foreach_statement" -> {
                PhpVariables.each(node, out);
                out.branches();
            }
            case "catch_clause" -> {
                List<Node> types = node.child("type").children();
                String only = types.size() == 1 ? out.text(types.getFirst()) : "?";
                hold(out.field(node, "name"), only, out);
                out.branches();
            }
            default -> out.branches();
        }
    }

    private static void namespace(Node node, Outliner out) {
        if (!node.parent().type().equals("program")) {
            return; // a call of a function by its namespace, of which the parser knows nothing
        }
        String name = out.field(node, "name");
        for (Node one : node.parent().children()) {
            if (one.index() == node.index()) {
                out.module(name); // the first
                return;
            }
            if (one.type().equals("namespace_definition")) {
                break;
            }
        }
        Draft draft = out.open(Kind.NAMESPACE, node, name.isEmpty() ? "\\" : name);
        if (draft != null && node.child("body").isNone()) {
            out.lastsUntil(endOf(node));
        }
    }

    /** Where another namespace begins, or the file ends. */
    private static int endOf(Node namespace) {
        for (Node one : namespace.parent().children()) {
            if (one.start() > namespace.start() && one.type().equals("namespace_definition")) {
                return one.start();
            }
        }
        return namespace.parent().end();
    }

    private static void traits(Node node, Outliner out) {
        Draft current = out.current();
        if (current == null || !out.isInType() || isInAnonymous(node)) {
            return;
        }
        for (Node one : node.children()) {
            if (isName(one)) {
                current.supertypes.add("&" + out.text(one));
            } else if (one.type().equals("use_list")) {
                one.children().forEach(clause -> renamed(clause, out));
            }
        }
    }

    /** {@code T::a insteadof U} and {@code T::a as b}. */
    private static void renamed(Node clause, Outliner out) {
        List<Node> parts = clause.children();
        Node what = parts.getFirst();
        List<Node> access = what.children();
        boolean isOf = what.type().equals("class_constant_access_expression") && access.size() == 2;
        String of = isOf ? out.text(access.getFirst()) : "";
        String name = isOf ? out.text(access.getLast()) : out.text(what);
        if (clause.type().equals("use_instead_of_clause")) {
            out.holds("::" + lower(name), of + "::" + name);
        } else if (clause.type().equals("use_as_clause") && parts.getLast().type().equals("name")) {
            out.holds("::" + lower(out.text(parts.getLast())), of + "::" + name);
        }
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void type(Kind kind, Node node, Outliner out) {
        Draft draft = out.open(kind, node, out.field(node, "name"));
        if (draft == null) {
            return;
        }
        for (Node base : Grammar.children(node, "base_clause")) {
            base.children().forEach(one -> draft.supertypes.add(out.text(one)));
        }
        for (Node promised : Grammar.children(node, "class_interface_clause")) {
            promised.children().forEach(one -> draft.supertypes.add("+" + out.text(one)));
        }
        String doc = doc(node, out);
        PhpDocs.fields(doc)
                .forEach((name, said) -> hold("->" + name.substring(1), "~" + said, out));
        PhpDocs.methods(doc).forEach((name, gives) -> hold("()" + lower(name), "~" + gives, out));
    }

    private static void method(Node node, Outliner out) {
        Draft owner = out.current();
        if (owner == null || !out.isInType() || isInAnonymous(node)) {
            return;
        }
        String name = out.field(node, "name");
        boolean makes = lower(name).equals("__construct");
        Draft draft = out.open(makes ? Kind.CONSTRUCTOR : Kind.METHOD, node, name);
        sign(draft, node, out);
        if (draft != null) {
            boolean ofTests = owner.name.endsWith("Test") || owner.name.endsWith("TestCase");
            draft.test =
                    (ofTests && name.startsWith("test"))
                            || PhpDocs.isTest(doc(node, out))
                            || hasTestMark(node, out);
        }
    }

    private static boolean hasTestMark(Node node, Outliner out) {
        for (Node group : node.child("attributes").children()) {
            for (Node one : group.children()) {
                List<Node> parts = one.children();
                String name = parts.isEmpty() ? "" : out.text(parts.getFirst());
                if (name.substring(name.lastIndexOf('\\') + 1).equals("Test")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void sign(@Nullable Draft draft, Node node, Outliner out) {
        if (draft != null) {
            String gives = written(node.child("return_type"), out);
            if (gives.isEmpty() || gives.equals("array") || gives.equals("iterable")) {
                String said = PhpDocs.returns(doc(node, out));
                gives = said.isEmpty() ? gives : "~" + said;
            }
            draft.signature =
                    new Signature(List.of(), List.of(), 0, false, false, false, limited(gives));
        }
    }

    static void hold(String name, String type, Outliner out) {
        out.holds(name, limited(type));
    }

    static String limited(String type) {
        return type.length() > MAX_TOLD ? "?" : type;
    }

    /** The comment that tells of a declaration, or nothing. */
    static String doc(Node declaration, Outliner out) {
        Node before = declaration.before();
        String text = before.type().equals("comment") ? out.text(before) : "";
        return text.startsWith("/**") ? text : "";
    }

    /** A type as it is written, without blanks. */
    static String written(Node type, Outliner out) {
        return out.text(type).replaceAll("\\s+", "");
    }

    /** Whether it is the name of something that PHP knows by that. */
    static boolean isName(Node node) {
        return node.type().equals("name") || node.type().equals("qualified_name");
    }

    /** Whether a node stands in a class without a name: of that nothing is told. */
    static boolean isInAnonymous(Node node) {
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            switch (up.type()) {
                case "anonymous_class" -> {
                    return true;
                }
                case "class_declaration",
                        "interface_declaration",
                        "trait_declaration",
                        "enum_declaration",
                        "function_definition" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }
}
