package alchemist.exchange.code.parsing;

import java.util.List;
import java.util.Set;

/** What code of Ruby calls, makes, takes over, and declares by calls. */
final class RubyCalls {
    /** Told of a name alone, which may be that of a variable. */
    private static final List<String> BARE = List.of("bare");

    /** In their blocks another thing is itself. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "instance_eval",
                    "instance_exec",
                    "class_eval",
                    "class_exec",
                    "module_eval",
                    "included",
                    "refine",
                    "define_singleton_method");

    /** What a name alone is no call in. */
    private static final Set<String> NO_CALLS =
            Set.of(
                    "method",
                    "singleton_method",
                    "method_parameters",
                    "block_parameters",
                    "lambda_parameters",
                    "splat_parameter",
                    "hash_splat_parameter",
                    "block_parameter",
                    "destructured_parameter",
                    "destructured_left_assignment",
                    "left_assignment_list",
                    "rest_assignment",
                    "exception_variable",
                    "alias",
                    "undef",
                    "array_pattern",
                    "find_pattern",
                    "hash_pattern",
                    "as_pattern",
                    "keyword_pattern",
                    "alternative_pattern",
                    "in_clause",
                    "setter");

    private RubyCalls() {}

    /** Whether a name that stands alone may be that of a method that is called. */
    static boolean isCall(Node name) {
        Node in = name.parent();
        return switch (in.type()) {
            case "call" -> in.child("method").index() != name.index();
            case "optional_parameter", "keyword_parameter" ->
                    in.child("name").index() != name.index();
            case "assignment", "operator_assignment" -> in.child("left").index() != name.index();
            case "for" -> in.child("pattern").index() != name.index();
            default -> !NO_CALLS.contains(in.type());
        };
    }

    /** Whether a node stands in a block in which another thing may be itself. */
    static boolean isElsewhere(Node node, Outliner out) {
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            switch (up.type()) {
                case "block", "do_block" -> {
                    Node call = up.parent();
                    boolean isMade =
                            out.field(call, "method").equals("new")
                                    && Set.of("Class", "Module", "Struct")
                                            .contains(out.field(call, "receiver"))
                                    && !call.parent().type().equals("assignment");
                    if (isMade || ELSEWHERE.contains(out.field(call, "method"))) {
                        return true;
                    }
                }
                case "class", "module", "method", "singleton_method" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    /** Tells an outliner what a call is of. */
    static void add(Node node, Outliner out) {
        Node method = node.child("method");
        Node receiver = node.child("receiver");
        boolean isName = method.type().equals("identifier") || method.type().equals("constant");
        if (!isName) {
            return; // of super that is told as such
        }
        String name = out.text(method);
        if (receiver.isNone()) {
            plain(node, name, out);
            return;
        }
        String told = RubyExpressions.of(receiver, out);
        if (name.equals("new") && told.startsWith("[") && told.endsWith("]")) {
            out.calls("", told.substring(1, told.length() - 1), true, node);
        } else if (name.equals("new") && told.equals("self.class")) {
            out.calls("self.class", "new", true, node);
        } else {
            out.calls(told, name, false, node);
        }
    }

    /** A name that stands alone. */
    static void addBare(Node node, Outliner out) {
        String name = out.text(node);
        if (name.equals("module_function") && out.isInType()) {
            out.holds("extend self", "?");
        } else if (!isElsewhere(node, out)) {
            boolean makes = name.equals("new");
            out.calls(makes ? "self" : "", name, makes, makes ? List.of() : BARE, node);
        }
    }

    /** A call of {@code super}, with or without what it is given. */
    static void addSuper(Node node, Outliner out) {
        var code = out.current();
        if (code != null && code.kind.isCode() && !isElsewhere(node, out)) {
            out.calls("super", code.name, false, node);
        }
    }

    private static void plain(Node node, String name, Outliner out) {
        List<Node> arguments = node.child("arguments").children();
        boolean ofType = RubyGrammar.isOfType(node);
        switch (name) {
            case "require" -> required(arguments, "", node, out);
            case "require_relative", "load" -> required(arguments, "./", node, out);
            case "autoload" -> {
                if (arguments.size() == 2) {
                    required(arguments.subList(1, 2), "", node, out);
                }
            }
            case "include", "prepend" -> takes(arguments, ofType ? "&." : "&", out);
            case "extend" -> takes(arguments, "&.", out);
            case "attr_reader", "attr" -> fields(arguments, "", ofType, node, out);
            case "attr_writer" -> fields(arguments, "=", ofType, node, out);
            case "attr_accessor", "mattr_accessor", "cattr_accessor" -> {
                boolean both = ofType || !name.equals("attr_accessor");
                fields(arguments, "", both, node, out);
                for (Node one : arguments) {
                    RubyGrammar.alias(named(one, out) + "=", named(one, out), out);
                }
            }
            case "alias_method" -> {
                if (arguments.size() == 2) {
                    String of = named(arguments.getLast(), out);
                    RubyGrammar.alias(named(arguments.getFirst(), out), of, out);
                }
            }
            case "define_method" -> {
                String defined = arguments.isEmpty() ? "" : named(arguments.getFirst(), out);
                RubyGrammar.declared(defined, ofType, node, out);
            }
            case "new" -> {
                if (!isElsewhere(node, out)) {
                    out.calls("self", "new", true, node);
                }
            }
            default -> {
                String itself = isElsewhere(node, out) ? "?" : "";
                out.calls(itself, name, false, node);
            }
        }
    }

    private static void takes(List<Node> modules, String mark, Outliner out) {
        var current = out.current();
        if (current == null || !out.isInType()) {
            return;
        }
        for (Node one : modules) {
            if (RubyGrammar.isConstant(one)) {
                current.supertypes.add(mark + RubyGrammar.plain(out.text(one)));
            } else if (one.type().equals("self") && mark.equals("&.")) {
                out.holds("extend self", "?");
            }
        }
    }

    private static void fields(
            List<Node> names, String behind, boolean ofType, Node node, Outliner out) {
        for (Node one : names) {
            String name = named(one, out);
            if (!name.isEmpty()) {
                RubyGrammar.declared(name + behind, ofType, node, out);
                out.closes();
            }
        }
    }

    /** What a symbol or a text says; empty for others. */
    private static String named(Node node, Outliner out) {
        if (node.type().equals("simple_symbol")) {
            return RubyGrammar.bare(out.text(node));
        }
        List<Node> parts = node.children();
        boolean isText =
                node.type().equals("string")
                        && parts.size() == 1
                        && parts.getFirst().type().equals("string_content");
        return isText ? out.text(parts.getFirst()) : "";
    }

    private static void required(List<Node> arguments, String before, Node node, Outliner out) {
        if (arguments.size() != 1) {
            return;
        }
        Node path = arguments.getFirst();
        String text = named(path, out);
        if (text.isEmpty() && path.type().equals("call")) {
            // File.expand_path('../x', __FILE__), File.join(__dir__, 'x'), File.expand_path('x',
            // __dir__)
            text = expanded(path, out);
            if (!text.isEmpty()) {
                out.imports("./" + text, List.of(), List.of(), node);
            }
        } else if (!text.isEmpty()) {
            out.imports(before + text, List.of(), List.of(), node);
        }
    }

    private static String expanded(Node call, Outliner out) {
        List<Node> given = call.child("arguments").children();
        if (!out.field(call, "receiver").equals("File") || given.size() != 2) {
            return "";
        }
        String first = out.text(given.getFirst());
        String last = out.text(given.getLast());
        return switch (out.field(call, "method")) {
            case "join" -> first.equals("__dir__") ? named(given.getLast(), out) : "";
            case "expand_path" -> {
                String path = named(given.getFirst(), out);
                boolean isOfFile = last.equals("__FILE__") && path.startsWith("../");
                yield last.equals("__dir__") ? path : isOfFile ? path.substring(3) : "";
            }
            default -> "";
        };
    }
}
