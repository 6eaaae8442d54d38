package alchemist.exchange.code.parsing;

import java.util.List;

/** What code of PHP says of the types of its variables and fields. */
final class PhpVariables {
    private PhpVariables() {}

    static void fields(Node node, Outliner out) {
        if (!out.isInType() || PhpGrammar.isInAnonymous(node)) {
            return;
        }
        String type = PhpGrammar.written(node.child("type"), out);
        if (type.isEmpty() || type.equals("array") || type.equals("iterable")) {
            String said = PhpDocs.of(PhpGrammar.doc(node, out), "@var");
            type = said.isEmpty() ? type : "~" + said;
        }
        for (Node one : Grammar.children(node, "property_element")) {
            PhpGrammar.hold("->" + out.field(one, "name").substring(1), type, out);
        }
    }

    static void parameter(Node node, Outliner out) {
        String name = out.field(node, "name");
        if (name.isEmpty() || name.startsWith("&")) {
            return;
        }
        String type = PhpGrammar.written(node.child("type"), out);
        Node code = node.parent().parent();
        if (type.isEmpty() || type.equals("array") || type.equals("iterable")) {
            String said = PhpDocs.parameter(PhpGrammar.doc(code, out), name);
            type = said.isEmpty() ? type.isEmpty() ? "?" : type : "~" + said;
        }
        if (node.type().equals("variadic_parameter") && !type.equals("?")) {
            type += "[]";
        }
        PhpGrammar.hold(name, type, out);
        if (node.type().equals("property_promotion_parameter") && !PhpGrammar.isInAnonymous(node)) {
            PhpGrammar.hold("->" + name.substring(1), type, out);
        }
    }

    static void assigned(Node node, Outliner out) {
        Node left = node.child("left");
        Node right = node.child("right");
        if (right.type().equals("null")) {
            return;
        }
        boolean refers = node.type().equals("reference_assignment_expression");
        String told = refers ? "?" : PhpExpressions.of(right, out);
        switch (left.type()) {
            case "variable_name" ->
                    PhpGrammar.hold(out.text(left), told.equals("?") ? "?" : "=" + told, out);
            case "member_access_expression" -> {
                Node name = left.child("name");
                if (name.type().equals("name")
                        && out.field(left, "object").equals("$this")
                        && out.isInCode()
                        && !PhpGrammar.isInAnonymous(left)) {
                    PhpGrammar.hold(
                            "->" + out.text(name), told.equals("?") ? "?" : "=" + told, out);
                }
            }
            case "list_literal", "array_creation_expression" -> unknown(left, out);
            default -> {}
        }
    }

    /** All variables that are in something are of types that nobody knows. */
    private static void unknown(Node node, Outliner out) {
        if (node.type().equals("variable_name")) {
            PhpGrammar.hold(out.text(node), "?", out);
        } else if (!node.type().endsWith("call_expression")) {
            node.children().forEach(one -> unknown(one, out));
        }
    }

    static void each(Node node, Outliner out) {
        List<Node> parts = node.children();
        if (parts.size() < 2) {
            return;
        }
        Node held = parts.get(1);
        if (held.type().equals("pair")) {
            List<Node> pair = held.children();
            unknown(pair.getFirst(), out);
            held = pair.getLast();
        }
        String many = PhpExpressions.of(parts.getFirst(), out);
        if (held.type().equals("variable_name") && !many.equals("?")) {
            PhpGrammar.hold(out.text(held), "=" + many + "*", out);
        } else {
            unknown(held, out);
        }
    }
}
