package alchemist.exchange.code.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a call of Kotlin gives, in the words that {@link JavaExpressions} has; and {@code ->} for a
 * function that stands behind the brackets.
 */
final class KotlinExpressions {
    private static final String LAST_FUNCTION = "->";
    private static final String FLAG = "{Boolean}";
    private static final String TEXT = "{String}";
    private static final int MAX_DEPTH = 40;

    /** What asks for the type of a value stands at most so far before where that counts. */
    private static final int MAX_ASKED_BYTES = 2_000;

    private KotlinExpressions() {}

    /** What stands between the brackets of a call and behind them. */
    static List<String> given(Node call, Outliner out) {
        List<String> given = new ArrayList<>();
        boolean named = false;
        Node suffix = Grammar.first(call, Set.of("call_suffix"));
        for (Node one :
                Grammar.children(
                        Grammar.first(suffix, Set.of("value_arguments")), "value_argument")) {
            List<Node> parts = one.children();
            named |= isNamed(one, out);
            given.add(
                    parts.isEmpty()
                            ? out.text(one).equals("null") ? "null" : JavaExpressions.UNKNOWN
                            : of(parts.getLast(), out, 0));
        }
        if (named) { // which may stand in any order
            given.replaceAll(_ -> JavaExpressions.UNKNOWN);
        }
        Node outer = call.parent();
        boolean isTwice =
                outer.type().equals("call_expression")
                        && outer.children().getFirst().index() == call.index();
        Node behind = isTwice ? Grammar.first(outer, Set.of("call_suffix")) : suffix;
        if (!Grammar.first(behind, Set.of("annotated_lambda")).isNone()) {
            given.add(LAST_FUNCTION);
        }
        return given;
    }

    private static boolean isNamed(Node argument, Outliner out) {
        List<Node> parts = argument.children();
        if (parts.isEmpty() || !parts.getFirst().type().equals("simple_identifier")) {
            return false;
        }
        String rest = out.between(parts.getFirst().end(), argument.end()).strip();
        return rest.startsWith("=") && !rest.startsWith("==");
    }

    private static String of(Node node, Outliner out, int depth) {
        if (depth > MAX_DEPTH) {
            return JavaExpressions.UNKNOWN;
        }
        return switch (node.type()) {
            case "simple_identifier" -> name(node, out);
            case "this_expression" -> out.text(node).equals("this") ? "this" : "?";
            case "navigation_expression" -> path(node, out);
            case "string_literal" -> TEXT;
            case "character_literal" -> "{Char}";
            case "integer_literal" -> "{Int}";
            case "hex_literal", "bin_literal" -> JavaExpressions.UNKNOWN; // Int or Long
            case "long_literal" -> "{Long}";
            case "real_literal" -> out.text(node).matches(".*[fF]") ? "{Float}" : "{Double}";
            case "boolean_literal",
                    "equality_expression",
                    "comparison_expression",
                    "conjunction_expression",
                    "disjunction_expression",
                    "check_expression" ->
                    FLAG;
            case "lambda_literal", "anonymous_function" -> JavaExpressions.FUNCTION;
            case "callable_reference" -> reference(node, out);
            case "parenthesized_expression" -> of(node.children().getFirst(), out, depth + 1);
            case "prefix_expression" ->
                    out.text(node).startsWith("!")
                            ? FLAG
                            : node.children().isEmpty()
                                    ? JavaExpressions.UNKNOWN
                                    : of(node.children().getLast(), out, depth + 1);
            case "postfix_expression" ->
                    out.text(node).endsWith("!!")
                            ? of(node.children().getFirst(), out, depth + 1)
                            : JavaExpressions.UNKNOWN;
            case "as_expression" -> JavaExpressions.ofType(out.text(node.children().getLast()));
            case "object_literal" -> object(node, out);
            case "additive_expression" ->
                    of(node.children().getFirst(), out, depth + 1).equals(TEXT)
                            ? TEXT
                            : JavaExpressions.UNKNOWN;
            case "call_expression" -> call(node, out);
            default -> JavaExpressions.UNKNOWN;
        };
    }

    /** A name of a value; unknown where that may be known to be of a narrower type by then. */
    private static String name(Node node, Outliner out) {
        String name = out.text(node);
        return isAsked(node, name, out) ? JavaExpressions.UNKNOWN : name;
    }

    private static boolean isAsked(Node node, String name, Outliner out) {
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            switch (up.type()) {
                case "function_declaration", "class_body", "secondary_constructor" -> {
                    String before =
                            out.between(
                                    Math.max(up.start(), node.start() - MAX_ASKED_BYTES),
                                    node.start());
                    return before.contains(name + " is ")
                            || before.contains(name + " !is ")
                            || before.contains("when (" + name + ")")
                            || before.contains(name + " as ");
                }
                default -> {}
            }
        }
        return false;
    }

    private static String reference(Node node, Outliner out) {
        return out.text(node).endsWith("::class") ? "{KClass}" : JavaExpressions.FUNCTION;
    }

    private static String object(Node node, Outliner out) {
        Node first = Grammar.first(node, Set.of("delegation_specifier"));
        String text = out.text(first);
        int bracket = text.indexOf('(');
        return JavaExpressions.ofType(bracket < 0 ? text : text.substring(0, bracket));
    }

    /** Names with points between them, or unknown. */
    private static String path(Node node, Outliner out) {
        String text = out.text(node);
        if (text.endsWith("::class.java")) {
            return "{Class}";
        }
        for (Node up = node; ; up = up.children().getFirst()) {
            switch (up.type()) {
                case "simple_identifier", "this_expression" -> {
                    return text.indexOf('?') >= 0 || text.indexOf('@') >= 0
                            ? JavaExpressions.UNKNOWN
                            : String.join("", text.split("\\s+"));
                }
                case "navigation_expression" -> {}
                default -> {
                    return JavaExpressions.UNKNOWN;
                }
            }
        }
    }

    private static String call(Node node, Outliner out) {
        Node callee = node.children().getFirst();
        boolean isName = callee.type().equals("simple_identifier");
        String name = out.text(callee);
        if (isName && Character.isUpperCase(name.codePointAt(0))) {
            return JavaExpressions.ofType(name);
        }
        boolean isPath = callee.type().equals("navigation_expression");
        String path = isName ? name : isPath ? path(callee, out) : JavaExpressions.UNKNOWN;
        boolean isKnown = !path.equals(JavaExpressions.UNKNOWN) && !path.startsWith("{");
        return isKnown ? path + "(" + given(node, out).size() + ")" : JavaExpressions.UNKNOWN;
    }
}
