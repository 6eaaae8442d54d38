package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.Outline.Signature;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ruby. What a type takes over from a module stands among its supertypes behind {@code &}, behind
 * {@code &.} where it is for the type itself. Methods of types themselves are told by their
 * signatures. Of variables it is told which {@linkplain RubyExpressions value} they are given.
 */
final class RubyGrammar implements Grammar {
    /** Longer values are unknown. */
    private static final int MAX_TOLD = 200;

    /** Of the type itself, and not of what is one of it. */
    private static final Signature OF_TYPE =
            new Signature(List.of(), List.of(), 0, false, true, false, "");

    private static final Set<String> MAKERS = Set.of("Struct", "Class", "Module", "Data");

    @Override
    public List<String> types() {
        return List.of(
                "class",
                "module",
                "method",
                "singleton_method",
                "alias",
                "assignment",
                "operator_assignment",
                "left_assignment_list",
                "method_parameters",
                "block_parameters",
                "lambda_parameters",
                "exception_variable",
                "for",
                "in_clause",
                "call",
                "identifier",
                "super",
                "if",
                "elsif",
                "unless",
                "if_modifier",
                "unless_modifier",
                "while",
                "until",
                "while_modifier",
                "until_modifier",
                "when",
                "rescue",
                "rescue_modifier",
                "conditional");
    }

    @Override
    public List<String> tokens() {
        return List.of("&&", "||", "and", "or");
    }

    @Override
    public String said(Node declaration, byte[] source) {
        return RubyComments.said(source, declaration.start());
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "class" -> {
                Draft draft = type(Kind.CLASS, node, out);
                List<Node> above = node.child("superclass").children();
                if (draft != null && !above.isEmpty() && isConstant(above.getFirst())) {
                    draft.supertypes.add(plain(out.text(above.getFirst())));
                }
            }
            case "module" -> type(Kind.MODULE, node, out);
            case "method" -> method(node, isOfType(node), out);
            case "singleton_method" -> method(node, true, out);
            case "alias" -> alias(out.field(node, "name"), out.field(node, "alias"), out);
            case "assignment", "operator_assignment" -> assigned(node, out);
            case "left_assignment_list",
                    "method_parameters",
                    "block_parameters",
                    "lambda_parameters",
                    "exception_variable" ->
                    unknown(node, out);
            case "for", "in_clause" -> {
                unknown(node.child("pattern"), out);
                out.branches();
            }
            case "call" -> RubyCalls.add(node, out);
            case "identifier" -> {
                if (RubyCalls.isCall(node)) {
                    RubyCalls.addBare(node, out);
                }
            }
            case "super" -> RubyCalls.addSuper(node, out);
            default -> out.branches();
        }
    }

    /** A type, which may be named with what it belongs to. */
    private static @Nullable Draft type(Kind kind, Node node, Outliner out) {
        String written = plain(out.field(node, "name"));
        int points = written.lastIndexOf("::");
        Draft draft = out.open(kind, node, points < 0 ? written : written.substring(points + 2));
        if (draft != null && points >= 0) {
            draft.owner = points == 0 ? "::" : written.substring(0, points);
        }
        return draft;
    }

    private static void method(Node node, boolean ofType, Outliner out) {
        String name = out.field(node, "name").replaceAll("\\s+", "");
        boolean inType = out.isInType();
        boolean makes = name.equals("initialize") && inType && !ofType;
        Draft owner = out.current();
        Draft draft =
                out.open(
                        makes ? Kind.CONSTRUCTOR : inType ? Kind.METHOD : Kind.FUNCTION,
                        node,
                        name);
        if (draft != null) {
            String gives = limited(RubyExpressions.given(node, out));
            draft.signature =
                    new Signature(List.of(), List.of(), 0, false, ofType && inType, false, gives);
            draft.test =
                    name.startsWith("test_")
                            && owner != null
                            && (owner.name.contains("Test") || !owner.supertypes.isEmpty());
        }
    }

    /** Whether a method is of the type itself, by what it stands in. */
    static boolean isOfType(Node node) {
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            switch (up.type()) {
                case "singleton_class" -> {
                    return true;
                }
                case "class", "module", "method", "singleton_method" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    static void alias(String name, String of, Outliner out) {
        if (!name.isEmpty() && !of.isEmpty() && out.isInType()) {
            out.holds("alias " + bare(name), bare(of));
        }
    }

    /** A symbol without its point. */
    static String bare(String symbol) {
        return symbol.startsWith(":") ? symbol.substring(1) : symbol;
    }

    /** A method that is declared by a call, such as of a field. */
    static void declared(String name, boolean ofType, Node node, Outliner out) {
        Draft draft = out.isInType() ? out.open(Kind.METHOD, node, name) : null;
        if (draft != null) {
            draft.signature = ofType ? OF_TYPE : Signature.UNTOLD;
        }
    }

    private static void assigned(Node node, Outliner out) {
        Node left = node.child("left");
        Node right = node.child("right");
        switch (left.type()) {
            case "identifier", "instance_variable", "class_variable", "global_variable" -> {
                if (!right.type().equals("nil")) {
                    String told = limited(RubyExpressions.of(right, out));
                    out.holds(out.text(left), told.equals("?") ? "?" : "=" + told);
                }
            }
            case "constant" -> constant(out.text(left), node, right, out);
            case "call" -> {
                String receiver = RubyExpressions.of(left.child("receiver"), out);
                out.calls(receiver, out.field(left, "method") + "=", false, node);
            }
            default -> {}
        }
    }

    /** A constant, or a type that is made by a call. */
    private static void constant(String name, Node node, Node right, Outliner out) {
        boolean isMade =
                right.type().equals("call")
                        && MAKERS.contains(out.field(right, "receiver"))
                        && Set.of("new", "define").contains(out.field(right, "method"));
        if (!isMade) {
            if (out.open(Kind.CONSTANT, node, name) != null) {
                out.closes();
            }
            return;
        }
        boolean isModule = out.field(right, "receiver").equals("Module");
        Draft draft = out.open(isModule ? Kind.MODULE : Kind.CLASS, node, name);
        List<Node> arguments = right.child("arguments").children();
        boolean extended = out.field(right, "receiver").equals("Class") && !arguments.isEmpty();
        if (draft != null && extended && isConstant(arguments.getFirst())) {
            draft.supertypes.add(plain(out.text(arguments.getFirst())));
        }
    }

    /** All variables that are in something are of types that nobody knows. */
    private static void unknown(Node node, Outliner out) {
        switch (node.type()) {
            case "identifier" -> out.holds(out.text(node), "?");
            case "optional_parameter", "keyword_parameter" ->
                    out.holds(out.field(node, "name"), "?");
            case "call", "element_reference" -> {}
            default -> node.children().forEach(one -> unknown(one, out));
        }
    }

    static boolean isConstant(Node node) {
        return node.type().equals("constant") || node.type().equals("scope_resolution");
    }

    /** A name of a constant without blanks. */
    static String plain(String name) {
        return name.replaceAll("\\s+", "");
    }

    private static String limited(String told) {
        return told.length() > MAX_TOLD ? "?" : told;
    }
}
