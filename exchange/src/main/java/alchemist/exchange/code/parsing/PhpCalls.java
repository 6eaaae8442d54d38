package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import java.util.List;

/** What code of PHP calls and makes. */
final class PhpCalls {
    /** Told of what is but named for somebody to call it. */
    private static final List<String> NAMED = List.of("named");

    private PhpCalls() {}

    /** Tells an outliner what a call is of. */
    static void add(Node node, String type, Outliner out) {
        switch (type) {
            case "member_call_expression", "nullsafe_member_call_expression" ->
                    method(node, PhpExpressions.of(node.child("object"), out), out);
            case "scoped_call_expression" ->
                    method(node, PhpExpressions.scope(node.child("scope"), out), out);
            case "function_call_expression" -> function(node, out);
            case "object_creation_expression" -> made(node, out);
            default -> named(node, out);
        }
    }

    private static void method(Node node, String receiver, Outliner out) {
        Node name = node.child("name");
        if (name.type().equals("name")) {
            out.calls(receiver, out.text(name), false, node);
        }
    }

    private static void function(Node node, Outliner out) {
        Node function = node.child("function");
        if (!PhpGrammar.isName(function)) {
            return;
        }
        String name = out.text(function);
        if (PhpGrammar.lower(name).equals("define")) {
            List<Node> arguments = node.child("arguments").children();
            String constant = arguments.isEmpty() ? "" : text(arguments.getFirst(), out);
            if (constant.matches("\\w+")) {
                out.open(Kind.CONSTANT, node, constant);
            }
            return;
        }
        out.calls("", name, false, node);
    }

    private static void made(Node node, Outliner out) {
        List<Node> parts = node.children();
        Node type = parts.isEmpty() ? node : parts.getFirst();
        if (!PhpGrammar.isName(type)) {
            return;
        }
        String name = out.text(type);
        boolean isRelative = PhpGrammar.RELATIVE.contains(PhpGrammar.lower(name));
        if (!isRelative || !PhpGrammar.isInAnonymous(node)) {
            out.calls("", name, true, node);
        }
    }

    /** {@code [Shop::class, 'index']} and {@code [$this, 'index']}. */
    private static void named(Node node, Outliner out) {
        List<Node> parts = node.children();
        if (parts.size() != 2) {
            return;
        }
        String name = text(parts.getLast(), out);
        List<Node> first = parts.getFirst().children();
        if (!name.matches("[A-Za-z_]\\w*") || first.size() != 1) {
            return;
        }
        Node of = first.getFirst();
        List<Node> access = of.children();
        if (of.type().equals("class_constant_access_expression")
                && access.size() == 2
                && out.text(access.getLast()).equals("class")) {
            String scope = PhpExpressions.scope(access.getFirst(), out);
            out.calls(scope, name, false, NAMED, node);
        } else if (out.text(of).equals("$this")) {
            out.calls(PhpExpressions.of(of, out), name, false, NAMED, node);
        }
    }

    /** The text that stands in an argument or in an item of a list; empty for what is none. */
    static String text(Node holder, Outliner out) {
        List<Node> parts = holder.children();
        Node only = isText(holder) || parts.size() != 1 ? holder : parts.getFirst();
        List<Node> inside = only.children();
        return isText(only)
                        && inside.size() == 1
                        && inside.getFirst().type().equals("string_content")
                ? out.text(inside.getFirst())
                : "";
    }

    private static boolean isText(Node node) {
        return node.type().equals("string") || node.type().equals("encapsed_string");
    }
}
