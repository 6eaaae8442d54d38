package alchemist.exchange.code.parsing;

import java.util.List;
import java.util.Set;

/**
 * Values of PHP in few words, for whoever asks for their types.
 *
 * <pre>
 * $name          a variable, also $this
 * {T}  {~T}      one of type T; most likely one
 * [T]            the type itself
 * f()            what a function gives
 * ?              unknown
 * v-&gt;name  v-&gt;name()         a field of a value, what a method gives
 * v::$name  v::name()  v::NAME  a field, a method, a constant of a type
 * v*             each of several
 * </pre>
 */
final class PhpExpressions {
    static final String UNKNOWN = "?";
    private static final String PLAIN = "{scalar}";

    /** So deep values stand in each other at most. */
    private static final int MAX_DEPTH = 40;

    /** What gives one of the type that it is given the name of. */
    private static final Set<String> CONTAINERS =
            Set.of("app", "resolve", "make", "makewith", "get", "getcontainer");

    private PhpExpressions() {}

    static String of(Node node, Outliner out) {
        String told = of(node, out, 0);
        return told.startsWith(UNKNOWN) ? UNKNOWN : told;
    }

    /** What stands before the two points of an access to a type. */
    static String scope(Node node, Outliner out) {
        String told = scope(node, out, 0);
        return told.startsWith(UNKNOWN) ? UNKNOWN : told;
    }

    private static String of(Node node, Outliner out, int depth) {
        if (depth > MAX_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.type()) {
            case "variable_name" -> {
                String name = out.text(node);
                boolean isOther = name.equals("$this") && PhpGrammar.isInAnonymous(node);
                yield isOther ? UNKNOWN : name;
            }
            case "member_access_expression", "nullsafe_member_access_expression" ->
                    named(node, of(node.child("object"), out, depth + 1) + "->", "", out);
            case "member_call_expression", "nullsafe_member_call_expression" -> {
                String kept = contained(node, node.child("name"), out);
                yield kept.isEmpty()
                        ? named(node, of(node.child("object"), out, depth + 1) + "->", "()", out)
                        : kept;
            }
            case "scoped_call_expression" ->
                    named(node, scope(node.child("scope"), out, depth) + "::", "()", out);
            case "scoped_property_access_expression" ->
                    scope(node.child("scope"), out, depth) + "::" + out.field(node, "name");
            case "class_constant_access_expression" -> constant(node, out, depth);
            case "function_call_expression" -> {
                Node function = node.child("function");
                String kept = contained(node, function, out);
                yield PhpGrammar.isName(function)
                        ? kept.isEmpty() ? out.text(function) + "()" : kept
                        : UNKNOWN;
            }
            case "object_creation_expression" -> made(node, out);
            case "parenthesized_expression", "clone_expression" -> of(first(node), out, depth + 1);
            case "assignment_expression" -> of(node.child("right"), out, depth + 1);
            case "conditional_expression" ->
                    either(
                            of(
                                    node.child("body").isNone()
                                            ? node.child("condition")
                                            : node.child("body"),
                                    out,
                                    depth + 1),
                            of(node.child("alternative"), out, depth + 1));
            case "binary_expression" -> {
                int left = node.child("left").end();
                String sign = out.between(left, node.child("right").start()).strip();
                yield sign.equals("??")
                        ? either(
                                of(node.child("left"), out, depth + 1),
                                of(node.child("right"), out, depth + 1))
                        : PLAIN;
            }
            case "subscript_expression" -> of(first(node), out, depth + 1) + "*";
            case "string",
                    "encapsed_string",
                    "heredoc",
                    "nowdoc",
                    "integer",
                    "float",
                    "boolean",
                    "array_creation_expression",
                    "anonymous_function",
                    "arrow_function" ->
                    PLAIN;
            case "null" -> "null";
            default -> UNKNOWN;
        };
    }

    private static Node first(Node node) {
        List<Node> parts = node.children();
        return parts.isEmpty() ? new Node(node.tree(), SyntaxTree.NONE) : parts.getFirst();
    }

    private static String named(Node node, String before, String behind, Outliner out) {
        Node name = node.child("name");
        return name.type().equals("name") ? before + out.text(name) + behind : UNKNOWN;
    }

    private static String scope(Node scope, Outliner out, int depth) {
        if (scope.type().equals("relative_scope") || PhpGrammar.isName(scope)) {
            String name = out.text(scope);
            boolean isOther =
                    PhpGrammar.RELATIVE.contains(PhpGrammar.lower(name))
                            && PhpGrammar.isInAnonymous(scope);
            return isOther ? UNKNOWN : "[" + name + "]";
        }
        return of(scope, out, depth + 1);
    }

    private static String constant(Node node, Outliner out, int depth) {
        List<Node> parts = node.children();
        String name = out.text(parts.getLast());
        return parts.size() != 2 || name.equals("class")
                ? PLAIN
                : scope(parts.getFirst(), out, depth) + "::" + name;
    }

    private static String made(Node node, Outliner out) {
        Node type = first(node);
        String name = out.text(type);
        boolean isOther =
                PhpGrammar.RELATIVE.contains(PhpGrammar.lower(name))
                        && PhpGrammar.isInAnonymous(node);
        return PhpGrammar.isName(type) && !isOther ? "{" + name + "}" : UNKNOWN;
    }

    /** What is asked of a container by the name of its type. */
    private static String contained(Node call, Node name, Outliner out) {
        if (!CONTAINERS.contains(PhpGrammar.lower(out.text(name)))) {
            return "";
        }
        Node argument = first(first(call.child("arguments")));
        List<Node> parts = argument.children();
        boolean isType =
                argument.type().equals("class_constant_access_expression")
                        && parts.size() == 2
                        && PhpGrammar.isName(parts.getFirst())
                        && out.text(parts.getLast()).equals("class");
        return isType ? "{~" + out.text(parts.getFirst()) + "}" : "";
    }

    private static String either(String one, String other) {
        return one.equals(other) || other.equals("null")
                ? one
                : one.equals("null") ? other : UNKNOWN;
    }
}
