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

    private KotlinSignature() {}

    /** Of a function or a constructor; of a class of the constructor in its head. */
    static Signature of(Node node, Outliner out) {
        List<String> typed = new ArrayList<>();
        for (Node list : Grammar.children(node, "type_parameters")) {
            list.children().forEach(one -> typed.add(out.text(one)));
        }
        Parameters parameters = new Parameters();
        Node list = Grammar.first(node, Set.of("function_value_parameters", "primary_constructor"));
        for (Node one : list.children()) {
            parameters.add(one, out);
        }
        return new Signature(
                typed,
                parameters.takes,
                parameters.least,
                parameters.open,
                false,
                false,
                gives(node, list, out));
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

    /** Parameters in their order; what is said of each, stands before it or in it. */
    private static final class Parameters {
        final List<String> takes = new ArrayList<>();
        int least;
        boolean open;
        private boolean isMany;
        private boolean isNeeded;

        void add(Node one, Outliner out) {
            switch (one.type()) {
                case "parameter_modifiers" -> isMany = out.text(one).contains("vararg");
                case "parameter", "class_parameter" -> {
                    Node modifiers = Grammar.first(one, Set.of("modifiers"));
                    isMany |= out.text(modifiers).contains("vararg");
                    Node type = Grammar.first(one, TYPES);
                    boolean isDefault =
                            one.type().equals("class_parameter")
                                    && !type.isNone()
                                    && out.between(type.end(), one.end()).strip().startsWith("=");
                    takes.add(out.text(type) + (isMany ? "[]" : ""));
                    open |= isMany;
                    isNeeded = !isMany && !isDefault;
                    least += isNeeded ? 1 : 0;
                    isMany = false;
                }
                default -> {
                    // A value that is taken where none is given stands behind its parameter.
                    if (isNeeded && !one.type().endsWith("comment")) {
                        least--;
                        isNeeded = false;
                    }
                }
            }
        }
    }
}
