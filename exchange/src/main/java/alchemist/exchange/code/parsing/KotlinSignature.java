package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a declaration of Kotlin takes and gives. */
final class KotlinSignature {
    private static final Set<String> TYPES =
            Set.of(
                    "user_type",
                    "nullable_type",
                    "parenthesized_type",
                    "function_type",
                    "not_nullable_type");

    private static final Set<String> PARAMETERS = Set.of("parameter", "class_parameter");

    private KotlinSignature() {}

    /** Of a function or a constructor; of a class of the constructor in its head. */
    static Signature of(Node node, Outliner out) {
        List<String> typed = new ArrayList<>();
        for (Node list : Grammar.children(node, "type_parameters")) {
            list.children().forEach(one -> typed.add(out.text(one)));
        }
        Node list = Grammar.first(node, Set.of("function_value_parameters", "primary_constructor"));
        List<Node> parts = list.children();
        List<String> takes = new ArrayList<>();
        int least = 0;
        boolean open = false;
        for (int i = 0; i < parts.size(); i++) {
            Node one = parts.get(i);
            if (PARAMETERS.contains(one.type())) {
                Node type = Grammar.first(one, TYPES);
                boolean isMany = isMany(one, out);
                takes.add(out.text(type) + (isMany ? "[]" : ""));
                open |= isMany;
                int end = i + 1 < parts.size() ? parts.get(i + 1).start() : list.end();
                least += isMany || hasDefault(type.isNone() ? one : type, end, out) ? 0 : 1;
            }
        }
        return new Signature(typed, takes, least, open, false, false, gives(node, list, out));
    }

    /** Whether it stands for any number; said before a function's, and in a class's. */
    private static boolean isMany(Node parameter, Outliner out) {
        Node said =
                parameter.type().equals("parameter")
                        ? parameter.before()
                        : Grammar.first(parameter, Set.of("modifiers"));
        boolean isSaid = said.type().endsWith("modifiers");
        return isSaid && out.text(said).contains("vararg");
    }

    /** Whether a value is taken where none is given: nothing is no node. */
    private static boolean hasDefault(Node type, int end, Outliner out) {
        return end > type.end() && out.between(type.end(), end).strip().startsWith("=");
    }

    /** What stands behind what it takes. */
    private static String gives(Node node, Node list, Outliner out) {
        for (Node one : node.children()) {
            if (!list.isNone() && one.start() >= list.end() && TYPES.contains(one.type())) {
                return out.text(one);
            }
        }
        return "";
    }
}
