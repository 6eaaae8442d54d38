package alchemist.exchange.code.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a call of Java gives, in few words, for whoever asks for the types of that.
 *
 * <pre>
 * this  name  name.name         as they are written
 * {T}                           one of type T: made, cast, or written out
 * null  =&gt;  ?                   nothing, a function, unknown
 * name(2)  name.name(2)         what a call with two arguments gives
 * </pre>
 */
final class JavaExpressions {
    static final String UNKNOWN = "?";
    static final String FUNCTION = "=>";

    private static final String FLAG = "{boolean}";
    private static final String TEXT = "{String}";

    /** So deep values stand in each other at most. */
    private static final int MAX_DEPTH = 40;

    private static final Set<String> COMPARISONS =
            Set.of("&&", "||", "==", "!=", "<", ">", "<=", ">=");

    private JavaExpressions() {}

    /** What stands between the brackets of a call. */
    static List<String> given(Node call, Outliner out) {
        List<String> given = new ArrayList<>();
        for (Node one : call.child("arguments").children()) {
            if (!one.type().endsWith("comment")) {
                given.add(of(one, out, 0));
            }
        }
        return given;
    }

    private static String of(Node node, Outliner out, int depth) {
        if (depth > MAX_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.type()) {
            case "identifier", "this" -> out.text(node);
            case "field_access" -> path(node, out);
            case "string_literal" -> TEXT;
            case "character_literal" -> "{char}";
            case "decimal_integer_literal",
                    "hex_integer_literal",
                    "octal_integer_literal",
                    "binary_integer_literal" ->
                    ends(node, "lL", out) ? "{long}" : "{int}";
            case "decimal_floating_point_literal", "hex_floating_point_literal" ->
                    ends(node, "fF", out) ? "{float}" : "{double}";
            case "true", "false", "instanceof_expression" -> FLAG;
            case "null_literal" -> "null";
            case "lambda_expression", "method_reference" -> FUNCTION;
            case "class_literal" -> "{Class}";
            case "object_creation_expression" -> ofType(out.field(node, "type"));
            case "cast_expression" -> ofType(out.field(node, "type"));
            case "array_creation_expression" -> array(node, out);
            case "parenthesized_expression", "update_expression" -> of(first(node), out, depth + 1);
            case "unary_expression" ->
                    out.text(node).startsWith("!") ? FLAG : of(first(node), out, depth + 1);
            case "assignment_expression" -> of(node.child("left"), out, depth + 1);
            case "ternary_expression" ->
                    either(
                            of(node.child("consequence"), out, depth + 1),
                            of(node.child("alternative"), out, depth + 1));
            case "binary_expression" -> binary(node, out, depth);
            case "method_invocation" -> call(node, out);
            default -> UNKNOWN;
        };
    }

    static String ofType(String written) {
        return written.isEmpty() ? UNKNOWN : "{" + Grammar.bare(written) + "}";
    }

    static String either(String one, String other) {
        return one.equals(other) || other.equals("null")
                ? one
                : one.equals("null") ? other : UNKNOWN;
    }

    private static Node first(Node node) {
        List<Node> inner = node.children();
        return inner.isEmpty() ? new Node(node.tree(), SyntaxTree.NONE) : inner.getFirst();
    }

    private static boolean ends(Node literal, String signs, Outliner out) {
        String text = out.text(literal);
        return signs.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Names with points between them, or unknown. */
    private static String path(Node node, Outliner out) {
        for (Node up = node; ; up = up.child("object")) {
            switch (up.type()) {
                case "identifier", "this" -> {
                    return String.join("", out.text(node).split("\\s+"));
                }
                case "field_access" -> {}
                default -> {
                    return UNKNOWN;
                }
            }
        }
    }

    private static String call(Node node, Outliner out) {
        Node object = node.child("object");
        String before = object.isNone() ? "" : path(object, out);
        return before.equals(UNKNOWN)
                ? UNKNOWN
                : (before.isEmpty() ? "" : before + ".")
                        + out.field(node, "name")
                        + "("
                        + given(node, out).size()
                        + ")";
    }

    private static String array(Node node, Outliner out) {
        StringBuilder type = new StringBuilder(Grammar.bare(out.field(node, "type")));
        for (Node one : node.children()) {
            if (one.type().startsWith("dimensions")) {
                out.text(one).chars().filter(c -> c == '[').forEach(_ -> type.append("[]"));
            }
        }
        return ofType(type.toString());
    }

    private static String binary(Node node, Outliner out, int depth) {
        String sign = out.between(node.child("left").end(), node.child("right").start()).strip();
        if (COMPARISONS.contains(sign)) {
            return FLAG;
        }
        String left = of(node.child("left"), out, depth + 1);
        String right = of(node.child("right"), out, depth + 1);
        if (sign.equals("+") && (left.equals(TEXT) || right.equals(TEXT))) {
            return TEXT;
        }
        return left.equals(right) && left.startsWith("{") ? left : UNKNOWN;
    }
}
