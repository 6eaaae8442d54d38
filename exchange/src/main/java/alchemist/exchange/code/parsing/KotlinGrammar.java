package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kotlin. Nodes of its grammar have no fields: what a child is, its type tells. */
final class KotlinGrammar implements Grammar {
    /** What {@code fun interface} says beyond what the parser's grammar has. */
    private static final Pattern FUN_INTERFACE = Pattern.compile("\\b(fun)\\s+interface\\b");

    /** Numbers that the parser's grammar lacks. */
    private static final Pattern BINARY = Pattern.compile("\\b(0[bB][01_]+)");

    /** What runs a lambda on its argument, or on what it makes: what that has, is meant first. */
    private static final Set<String> ON_ARGUMENT =
            Set.of("with", "buildString", "buildList", "buildSet", "buildMap");

    /** What runs a lambda on what it is called on. */
    private static final Set<String> ON_RECEIVER = Set.of("apply", "run");

    private static final Set<String> TYPES =
            Set.of("user_type", "nullable_type", "parenthesized_type");

    @Override
    public List<String> types() {
        return List.of(
                "package_header",
                "import_header",
                "class_declaration",
                "object_declaration",
                "type_alias",
                "function_declaration",
                "secondary_constructor",
                "class_parameter",
                "parameter",
                "variable_declaration",
                "property_declaration",
                "call_expression",
                "if_expression",
                "when_entry",
                "for_statement",
                "while_statement",
                "do_while_statement",
                "catch_block",
                "elvis_expression");
    }

    @Override
    public byte[] withoutUnknown(byte[] text) {
        return Grammar.filled(BINARY, '1', Grammar.without(FUN_INTERFACE, text));
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "package_header" ->
                    out.module(out.text(Grammar.first(node, Set.of("identifier"))));
            case "import_header" -> imports(node, out);
            case "class_declaration" -> type(node, out);
            case "object_declaration" -> {
                Draft draft = out.open(Kind.CLASS, node, out.text(name(node)));
                supertypes(node, draft, out);
            }
            case "type_alias" -> out.open(Kind.TYPE, node, out.text(name(node)));
            case "function_declaration" -> function(node, out);
            case "secondary_constructor" -> {
                Draft made = out.current();
                Draft draft = out.open(Kind.CONSTRUCTOR, node, made == null ? "" : made.name);
                if (draft != null) {
                    draft.signature = KotlinSignature.of(node, out);
                }
            }
            case "class_parameter", "parameter" -> parameter(node, out);
            case "variable_declaration" -> {
                if (!node.parent().type().equals("property_declaration")) {
                    out.variable(named(node, out), orUnknown(written(node, out)));
                }
            }
            case "property_declaration" -> property(node, out);
            case "call_expression" -> call(node, out);
            default -> out.branches();
        }
    }

    private static void imports(Node node, Outliner out) {
        String what = out.text(Grammar.first(node, Set.of("identifier")));
        boolean all = !Grammar.children(node, "wildcard_import").isEmpty();
        Node alias = Grammar.first(node, Set.of("import_alias"));
        String last =
                alias.isNone() ? what.substring(what.lastIndexOf('.') + 1) : out.text(name(alias));
        out.imports(all ? what + ".*" : what, List.of(), all ? List.of() : List.of(last), node);
    }

    private static void type(Node node, Outliner out) {
        Node name = name(node);
        List<Node> modifiers = Grammar.children(node, "modifiers");
        int from = modifiers.isEmpty() ? node.start() : modifiers.getLast().end();
        String words = " " + out.between(from, name.start()) + " ";
        Kind kind =
                words.contains(" interface ")
                        ? Kind.INTERFACE
                        : words.contains(" enum ")
                                ? Kind.ENUMERATION
                                : isMarked(modifiers, "annotation", out)
                                        ? Kind.ANNOTATION
                                        : Kind.CLASS;
        Draft draft = out.open(kind, node, out.text(name));
        if (draft != null) {
            draft.signature = KotlinSignature.of(node, out);
        }
        supertypes(node, draft, out);
    }

    private static boolean isMarked(List<Node> modifiers, String word, Outliner out) {
        return modifiers.stream()
                .flatMap(one -> Grammar.children(one, "class_modifier").stream())
                .anyMatch(one -> out.text(one).equals(word));
    }

    /** What is called with arguments is a class; an interface extends what it names. */
    private static void supertypes(Node node, @Nullable Draft draft, Outliner out) {
        if (draft == null) {
            return;
        }
        for (Node one : Grammar.children(node, "delegation_specifier")) {
            Node made = Grammar.first(one, Set.of("constructor_invocation", "explicit_delegation"));
            Node type = Grammar.first(made.isNone() ? one : made, TYPES);
            boolean isClass = made.type().equals("constructor_invocation");
            boolean extended = isClass || draft.kind == Kind.INTERFACE;
            if (!type.isNone()) {
                draft.supertypes.add((extended ? "" : "+") + Grammar.bare(out.text(type)));
            }
        }
    }

    private static void function(Node node, Outliner out) {
        Node name = Grammar.first(node, Set.of("simple_identifier"));
        Draft draft =
                out.open(out.isInType() ? Kind.METHOD : Kind.FUNCTION, node, named(node, out));
        if (draft == null) {
            return;
        }
        draft.signature = KotlinSignature.of(node, out);
        Node receiver = Grammar.first(node, TYPES);
        if (!receiver.isNone() && receiver.start() < name.start() && draft.kind == Kind.FUNCTION) {
            draft.owner = bare(out.text(receiver));
        }
        for (Node modifiers : Grammar.children(node, "modifiers")) {
            for (Node mark : Grammar.children(modifiers, "annotation")) {
                String text =
                        out.text(
                                Grammar.first(mark, Set.of("user_type", "constructor_invocation")));
                int end = text.indexOf('(');
                draft.test |= JavaGrammar.TESTS.contains(end < 0 ? text : text.substring(0, end));
            }
        }
        draft.entry = draft.kind == Kind.FUNCTION && draft.name.equals("main");
    }

    /** Of any number one is of many; of a function nothing is called. */
    private static void parameter(Node node, Outliner out) {
        Node many =
                node.type().equals("parameter")
                        ? node.before()
                        : Grammar.first(node, Set.of("modifiers"));
        String written = orUnknown(written(node, out));
        boolean isMany = !many.isNone() && out.text(many).contains("vararg");
        out.variable(named(node, out), isMany ? written + "[]" : written);
    }

    /** What is made right there is of the type that makes it. */
    private static void property(Node node, Outliner out) {
        Node variable = Grammar.first(node, Set.of("variable_declaration"));
        Node made = Grammar.first(node, Set.of("call_expression"));
        Node callee = made.isNone() ? made : made.children().getFirst();
        String type = out.text(callee);
        boolean isMade = callee.type().equals("simple_identifier") && isOfType(type);
        String written = written(variable, out);
        out.variable(
                named(variable, out),
                !written.isEmpty() ? written : isMade ? type : JavaExpressions.UNKNOWN);
    }

    private static String orUnknown(String type) {
        return type.isEmpty() ? JavaExpressions.UNKNOWN : type;
    }

    private static void call(Node node, Outliner out) {
        Node callee = node.children().getFirst();
        if (callee.type().equals("simple_identifier")) {
            String name = out.text(callee);
            out.calls(
                    isOfType(name) ? "" : runOn(node, out),
                    name,
                    isOfType(name),
                    KotlinExpressions.given(node, out),
                    node);
        } else if (callee.type().equals("navigation_expression")) {
            Node receiver = callee.children().getFirst();
            Node suffix = Grammar.first(callee, Set.of("navigation_suffix"));
            String before = out.text(receiver).replace("?.", ".").replace("!!", "");
            String name = named(suffix, out);
            if (isOfType(name) && isOfType(before)) {
                out.calls("", before + "." + name, true, KotlinExpressions.given(node, out), node);
            } else {
                out.calls(before, name, false, KotlinExpressions.given(node, out), node);
            }
        }
    }

    /**
     * What the innermost lambda that a call stands in is run on, such as {@code x} of {@code
     * x.apply}, and behind it a brace; empty where it is run on nothing, as far as is known.
     */
    private static String runOn(Node call, Outliner out) {
        Node inner = call;
        for (Node up = call.parent(); !up.isNone() && !isDeclaration(up); up = up.parent()) {
            boolean isOfLambda =
                    up.type().equals("call_expression") && inner.type().equals("call_suffix");
            if (isOfLambda && call.start() >= lambda(inner)) {
                Node callee = up.children().getFirst();
                // What is called with an argument and a lambda, stands as two calls.
                boolean isTwice = callee.type().equals("call_expression");
                Node first = isTwice ? callee.children().getFirst() : callee;
                if (first.type().equals("simple_identifier")
                        && ON_ARGUMENT.contains(out.text(first))) {
                    Node with = isTwice ? Grammar.first(callee, Set.of("call_suffix")) : inner;
                    return argument(with, out) + " {";
                }
                if (callee.type().equals("navigation_expression")) {
                    Node suffix = Grammar.first(callee, Set.of("navigation_suffix"));
                    if (ON_RECEIVER.contains(named(suffix, out))) {
                        String on = out.text(callee.children().getFirst());
                        return on.replace("?", "") + " {";
                    }
                }
            }
            inner = up;
        }
        return "";
    }

    private static boolean isDeclaration(Node node) {
        return node.type().endsWith("_declaration") && !node.type().startsWith("property");
    }

    /** Where the lambda of a call begins; where it has none, behind all of it. */
    private static int lambda(Node suffix) {
        Node lambda = Grammar.first(suffix, Set.of("annotated_lambda"));
        return lambda.isNone() ? suffix.end() : lambda.start();
    }

    private static String argument(Node suffix, Outliner out) {
        Node arguments = Grammar.first(suffix, Set.of("value_arguments"));
        String text = out.text(arguments);
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1).strip();
    }

    /** Types are written with a capital, and functions without one. */
    private static boolean isOfType(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** The type of a parameter or a variable, where it is written. */
    private static String written(Node node, Outliner out) {
        return bare(out.text(Grammar.first(node, TYPES)));
    }

    private static String bare(String type) {
        String bare = Grammar.bare(type);
        return bare.endsWith("?") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** A name may stand between accents, and then have blanks in it. */
    private static String named(Node node, Outliner out) {
        String name = out.text(Grammar.first(node, Set.of("simple_identifier")));
        return name.startsWith("`") && name.length() > 2
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static Node name(Node node) {
        return Grammar.first(node, Set.of("type_identifier"));
    }
}
