package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a declaration of C# takes and gives. */
final class CSharpSignature {
    private CSharpSignature() {}

    static Signature of(Node node, Outliner out) {
        List<String> typed = new ArrayList<>();
        for (Node list : Grammar.children(node, "type_parameter_list")) {
            list.children().forEach(one -> typed.add(out.field(one, "name")));
        }
        List<String> takes = new ArrayList<>();
        int least = 0;
        boolean extension = false;
        Node parameters = Grammar.first(node, Set.of("parameter_list"));
        for (Node one : Grammar.children(parameters, "parameter")) {
            takes.add(CSharpGrammar.written(one.child("type"), out));
            least += isGiven(one) ? 1 : 0;
            extension |= takes.size() == 1 && has(one, "this", out);
        }
        Node open = parameters.child("type");
        if (!open.isNone()) {
            takes.add(CSharpGrammar.written(open, out));
        }
        Node gives = node.child(node.type().equals("method_declaration") ? "returns" : "type");
        return new Signature(
                typed,
                takes,
                least,
                !open.isNone(),
                extension,
                extension && isChosen(node),
                CSharpGrammar.written(gives, out));
    }

    /** Whether it stands in a branch of the preprocessor's. */
    private static boolean isChosen(Node node) {
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            if (up.type().startsWith("preproc_")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call must give it: it has no value of its own. */
    private static boolean isGiven(Node parameter) {
        int type = parameter.child("type").index();
        int name = parameter.child("name").index();
        return parameter.children().stream()
                .allMatch(
                        one ->
                                one.index() == type
                                        || one.index() == name
                                        || one.type().equals("attribute_list")
                                        || one.type().equals("modifier"));
    }

    /** Whether it is said to be static. */
    static boolean isStatic(Node node, Outliner out) {
        return has(node, "static", out);
    }

    private static boolean has(Node node, String modifier, Outliner out) {
        return Grammar.children(node, "modifier").stream()
                .anyMatch(one -> out.text(one).equals(modifier));
    }
}
