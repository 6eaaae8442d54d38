package alchemist.exchange.code.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What code of C# calls and makes, and with what. */
final class CSharpCalls {
    private CSharpCalls() {}

    /** Tells an outliner what a call is of. */
    static void add(Node node, Outliner out) {
        Node function = node.child("function");
        List<String> given = arguments(node.child("arguments"), out);
        switch (function.type()) {
            case "identifier", "generic_name" -> {
                String name = CSharpGrammar.written(function, out);
                if (!name.equals("nameof")) {
                    out.calls("", name, false, given, node);
                }
            }
            case "member_access_expression" ->
                    out.calls(
                            CSharpExpressions.before(function, out),
                            CSharpGrammar.written(function.child("name"), out),
                            false,
                            given,
                            node);
            case "conditional_access_expression" -> {
                Node member = Grammar.first(function, Set.of("member_binding_expression"));
                out.calls(
                        CSharpExpressions.of(function.child("condition"), out),
                        CSharpGrammar.written(member.child("name"), out),
                        false,
                        given,
                        node);
            }
            default -> {}
        }
    }

    /** What is given, in few words each. */
    static List<String> arguments(Node list, Outliner out) {
        List<String> given = new ArrayList<>();
        for (Node one : Grammar.children(list, "argument")) {
            given.add(CSharpExpressions.ofArgument(one, out));
        }
        return given;
    }

    /** The type of what is made without naming it, or {@code =} and a value of that type. */
    static String expected(Node made, Outliner out) {
        Node in = made.parent();
        return switch (in.type()) {
            case "variable_declarator" -> CSharpGrammar.written(in.parent().child("type"), out);
            case "property_declaration", "parameter" ->
                    CSharpGrammar.written(in.child("type"), out);
            case "assignment_expression" -> "=" + CSharpExpressions.of(in.child("left"), out);
            case "arrow_expression_clause", "return_statement" -> given(in, out);
            default -> "";
        };
    }

    /** The type of what the code that a node stands in gives. */
    private static String given(Node node, Outliner out) {
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            switch (up.type()) {
                case "method_declaration" -> {
                    return CSharpGrammar.written(up.child("returns"), out);
                }
                case "property_declaration",
                        "local_function_statement",
                        "operator_declaration",
                        "indexer_declaration" -> {
                    return CSharpGrammar.written(up.child("type"), out);
                }
                case "lambda_expression", "anonymous_method_expression", "class_declaration" -> {
                    return "";
                }
                default -> {}
            }
        }
        return "";
    }
}
