package alchemist.exchange.code.parsing;

import java.util.List;

/**
 * Values of Ruby in few words, for whoever asks for their types.
 *
 * <pre>
 * self   @name   name    as they are written; a name may be a variable or a method
 * [A::B]                 the type, or another constant
 * #                      a text, a number, a list
 * ?                      unknown
 * v.name                 what a method of a value gives
 * </pre>
 */
final class RubyExpressions {
    static final String UNKNOWN = "?";
    private static final String PLAIN = "#";

    /** So deep values stand in each other at most. */
    private static final int MAX_DEPTH = 40;

    /** Longer names are none. */
    private static final int MAX_NAME = 200;

    private RubyExpressions() {}

    static String of(Node node, Outliner out) {
        String told = of(node, out, 0);
        return told.startsWith(UNKNOWN) ? UNKNOWN : told;
    }

    private static String of(Node node, Outliner out, int depth) {
        if (depth > MAX_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.type()) {
            case "self" -> RubyCalls.isElsewhere(node, out) ? UNKNOWN : "self";
            case "constant", "scope_resolution" -> {
                String name = RubyGrammar.plain(out.text(node));
                yield name.length() < MAX_NAME && name.matches("(?:::)?[A-Z]\\w*(?:::[A-Z]\\w*)*")
                        ? "[" + name + "]"
                        : UNKNOWN;
            }
            case "identifier", "instance_variable", "class_variable", "global_variable" ->
                    out.text(node);
            case "call" -> call(node, out, depth);
            case "parenthesized_statements" -> last(node, out, depth);
            case "assignment", "operator_assignment" -> of(node.child("right"), out, depth + 1);
            case "binary" -> {
                int left = node.child("left").end();
                String sign = out.between(left, node.child("right").start()).strip();
                yield sign.equals("||") || sign.equals("or")
                        ? either(
                                of(node.child("left"), out, depth + 1),
                                of(node.child("right"), out, depth + 1))
                        : UNKNOWN;
            }
            case "conditional" ->
                    either(
                            of(node.child("consequence"), out, depth + 1),
                            of(node.child("alternative"), out, depth + 1));
            case "nil" -> "nil";
            case "string",
                    "chained_string",
                    "heredoc_beginning",
                    "simple_symbol",
                    "delimited_symbol",
                    "integer",
                    "float",
                    "array",
                    "string_array",
                    "symbol_array",
                    "hash",
                    "regex",
                    "true",
                    "false",
                    "range",
                    "lambda" ->
                    PLAIN;
            default -> UNKNOWN;
        };
    }

    private static String call(Node node, Outliner out, int depth) {
        Node method = node.child("method");
        Node receiver = node.child("receiver");
        if (!method.type().equals("identifier") && !method.type().equals("constant")) {
            return UNKNOWN;
        }
        String name = out.text(method);
        boolean isElsewhere = receiver.isNone() && RubyCalls.isElsewhere(node, out);
        return isElsewhere
                ? UNKNOWN
                : receiver.isNone() ? "self." + name : of(receiver, out, depth + 1) + "." + name;
    }

    private static String last(Node node, Outliner out, int depth) {
        List<Node> parts = node.children();
        return parts.isEmpty() ? UNKNOWN : of(parts.getLast(), out, depth + 1);
    }

    private static String either(String one, String other) {
        return one.equals(other) || other.equals("nil") ? one : one.equals("nil") ? other : UNKNOWN;
    }

    /** What a method gives: the value that stands last in it. */
    static String given(Node method, Outliner out) {
        Node body = method.child("body");
        boolean isOne = !body.isNone() && !body.type().equals("body_statement");
        List<Node> parts = body.children();
        Node last = isOne || parts.isEmpty() ? body : parts.getLast();
        return last.isNone() ? UNKNOWN : of(last, out);
    }
}
