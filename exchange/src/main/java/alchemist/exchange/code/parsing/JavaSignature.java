package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a declaration of Java takes and gives. */
final class JavaSignature {
    private JavaSignature() {}

    /** Of a method, a constructor, or the head of a record; of another type what it is given. */
    static Signature of(Node node, Outliner out) {
        List<String> typed = new ArrayList<>();
        for (Node list : Grammar.children(node, "type_parameters")) {
            list.children().forEach(one -> typed.add(out.text(one)));
        }
        List<String> takes = new ArrayList<>();
        boolean open = false;
        for (Node one : Grammar.first(node, Set.of("formal_parameters")).children()) {
            switch (one.type()) {
                case "formal_parameter" -> takes.add(out.field(one, "type") + dimensions(one, out));
                case "spread_parameter" -> {
                    open = true;
                    takes.add(spread(one, out) + "[]");
                }
                default -> {}
            }
        }
        int least = open ? takes.size() - 1 : takes.size();
        return new Signature(typed, takes, least, open, false, false, out.field(node, "type"));
    }

    /** The type of one of any number of arguments. */
    static String spread(Node parameter, Outliner out) {
        for (Node part : parameter.children()) {
            if (!part.type().equals("modifiers")) {
                return out.text(part);
            }
        }
        return "";
    }

    /** What stands behind a name, where that is of an array. */
    static String dimensions(Node declared, Outliner out) {
        return out.text(Grammar.first(declared, Set.of("dimensions")));
    }
}
