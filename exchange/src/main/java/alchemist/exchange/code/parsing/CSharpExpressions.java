package alchemist.exchange.code.parsing;

import java.util.List;
import java.util.Set;

/**
 * Values of C# in few words, for whoever asks for their types.
 *
 * <pre>
 * this  base  name  name&lt;T&gt;     as they are written
 * {T}                           one of type T: made, cast, or written out
 * null  =&gt;  ?                   nothing, a function, unknown
 * v.name                        a member of a value, also behind ?. and !
 * v(2)                          what a call with two arguments gives
 * v[]                           one of several by its index
 * v*                            each of several
 * v!                            what is awaited
 * v~                            the same, but never null
 * </pre>
 */
final class CSharpExpressions {
    static final String UNKNOWN = "?";

    private static final String FLAG = "{bool}";
    private static final String TEXT = "{string}";

    /** So deep values stand in each other at most. */
    private static final int MAX_DEPTH = 40;

    private static final Set<String> COMPARISONS =
            Set.of("&&", "||", "==", "!=", "<", ">", "<=", ">=");

    private CSharpExpressions() {}

    static String of(Node node, Outliner out) {
        return of(node, out, 0);
    }

    /** Of an argument, which may have a name. */
    static String ofArgument(Node argument, Outliner out) {
        List<Node> parts = argument.children();
        boolean named = parts.size() == 1 && !argument.child("name").isNone();
        if (parts.isEmpty() || named) {
            String text = out.text(argument);
            return text.endsWith("this") ? "this" : UNKNOWN;
        }
        // What is asked of nothing is nothing: of a number a number or none.
        return out.text(parts.getLast()).contains("?.") ? UNKNOWN : of(parts.getLast(), out);
    }

    /** What stands before the point of an access to a member. */
    static String before(Node access, Outliner out) {
        return before(access, out, 0);
    }

    /** Words of the language are no nodes. */
    private static String before(Node access, Outliner out, int depth) {
        Node value = access.child("expression");
        if (!value.isNone()) {
            return of(value, out, depth + 1);
        }
        String word = out.between(access.start(), access.child("name").start());
        return word.startsWith("base") ? "base" : word.startsWith("this") ? "this" : UNKNOWN;
    }

    private static String of(Node node, Outliner out, int depth) {
        if (depth > MAX_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.type()) {
            case "identifier", "generic_name", "qualified_name" -> CSharpGrammar.written(node, out);
            case "alias_qualified_name" -> out.field(node, "name");
            case "member_access_expression" ->
                    before(node, out, depth) + "." + CSharpGrammar.written(node.child("name"), out);
            case "conditional_access_expression" -> access(node, out, depth);
            case "invocation_expression" -> call(node, out, depth);
            case "element_access_expression" -> of(node.child("expression"), out, depth + 1) + "[]";
            case "await_expression" -> inner(node, out, depth) + "!";
            case "assignment_expression" -> of(node.child("left"), out, depth + 1);
            case "parenthesized_expression",
                    "postfix_unary_expression",
                    "checked_expression",
                    "with_expression" ->
                    inner(node, out, depth);
            case "prefix_unary_expression" ->
                    out.text(node).startsWith("!") ? FLAG : inner(node, out, depth);
            case "conditional_expression" ->
                    either(
                            of(node.child("consequence"), out, depth + 1),
                            of(node.child("alternative"), out, depth + 1));
            case "binary_expression" -> binary(node, out, depth);
            case "predefined_type" -> "{" + out.text(node) + "}";
            case "object_creation_expression",
                    "array_creation_expression",
                    "cast_expression",
                    "default_expression" ->
                    ofType(node.child("type"), out);
            case "as_expression" -> ofType(node.child("right"), out);
            case "is_expression", "is_pattern_expression", "boolean_literal" -> FLAG;
            case "string_literal",
                    "verbatim_string_literal",
                    "raw_string_literal",
                    "interpolated_string_expression" ->
                    TEXT;
            case "integer_literal" -> "{int}";
            case "real_literal" -> "{double}";
            case "character_literal" -> "{char}";
            case "typeof_expression" -> "{System.Type}";
            case "null_literal" -> "null";
            case "lambda_expression", "anonymous_method_expression" -> "=>";
            default -> UNKNOWN;
        };
    }

    private static String ofType(Node type, Outliner out) {
        String written = CSharpGrammar.written(type, out);
        return written.isEmpty() || written.equals(UNKNOWN) ? UNKNOWN : "{" + written + "}";
    }

    /** What stands between brackets or beside a sign, where {@code this} is no node. */
    private static String inner(Node node, Outliner out, int depth) {
        List<Node> parts = node.children();
        return parts.isEmpty()
                ? out.text(node).contains("this") ? "this" : UNKNOWN
                : of(parts.getFirst(), out, depth + 1);
    }

    private static String access(Node node, Outliner out, int depth) {
        Node member = Grammar.first(node, Set.of("member_binding_expression"));
        String before = of(node.child("condition"), out, depth + 1);
        return member.isNone()
                ? before + "[]"
                : before + "." + CSharpGrammar.written(member.child("name"), out);
    }

    private static String call(Node node, Outliner out, int depth) {
        Node function = node.child("function");
        if (out.text(function).equals("nameof")) {
            return TEXT;
        }
        int given = Grammar.children(node.child("arguments"), "argument").size();
        return of(function, out, depth + 1) + "(" + given + ")";
    }

    private static String binary(Node node, Outliner out, int depth) {
        String sign = out.between(node.child("left").end(), node.child("right").start()).strip();
        if (COMPARISONS.contains(sign)) {
            return FLAG;
        }
        String left = of(node.child("left"), out, depth + 1);
        if (sign.equals("??")) {
            return left + "~";
        }
        String right = of(node.child("right"), out, depth + 1);
        boolean text = sign.equals("+") && (left.equals(TEXT) || right.equals(TEXT));
        return text ? TEXT : UNKNOWN;
    }

    private static String either(String one, String other) {
        return one.equals(other) || other.equals("null")
                ? one
                : one.equals("null") ? other : UNKNOWN;
    }
}
