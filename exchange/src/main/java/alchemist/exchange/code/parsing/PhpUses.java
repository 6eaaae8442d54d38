package alchemist.exchange.code.parsing;

import java.util.List;
import java.util.Set;

/** What a file of PHP makes use of: names of other namespaces, and other files. */
final class PhpUses {
    private PhpUses() {}

    /** Names that are used, each as it is known everywhere. */
    static void add(Node node, Outliner out) {
        Node group = node.child("body");
        List<Node> parts = node.children();
        String kind = kind(node, out);
        if (group.isNone()) {
            for (Node clause : Grammar.children(node, "namespace_use_clause")) {
                add(clause, "", kind, node, out);
            }
        } else if (!parts.isEmpty()) {
            String before = out.text(parts.getFirst()) + "\\";
            for (Node clause : Grammar.children(group, "namespace_use_clause")) {
                add(clause, before, kind, node, out);
            }
        }
    }

    private static void add(Node clause, String before, String outer, Node node, Outliner out) {
        Node name = Grammar.first(clause, Set.of("qualified_name", "name", "namespace_name"));
        String what = before + out.text(name);
        what = what.startsWith("\\") ? what.substring(1) : what;
        String alias = out.field(clause, "alias");
        String own = kind(clause, out);
        String bound = alias.isEmpty() ? what.substring(what.lastIndexOf('\\') + 1) : alias;
        if (!name.isNone()) {
            out.imports((own.isEmpty() ? outer : own) + what, List.of(), List.of(bound), node);
        }
    }

    private static String kind(Node node, Outliner out) {
        List<Node> parts = node.children();
        int end = parts.isEmpty() ? node.start() : parts.getFirst().start();
        String words = PhpGrammar.lower(out.between(node.start(), end));
        return words.contains("function") ? "function " : words.contains("const") ? "const " : "";
    }

    /** A file, where its path is written out: beside this one, or from its folder. */
    static void addFile(Node node, Outliner out) {
        List<Node> parts = node.children();
        Node path = parts.isEmpty() ? node : parts.getFirst();
        while (path.type().equals("parenthesized_expression") && path.children().size() == 1) {
            path = path.children().getFirst();
        }
        String found = "";
        if (path.type().equals("binary_expression")) {
            String from = out.field(path, "left").replaceAll("\\s+", "");
            String rest = PhpCalls.text(path.child("right"), out);
            String start = folder(from);
            found = rest.startsWith("/") ? start + rest : "";
            found = start.isEmpty() ? "" : found;
        } else {
            String text = PhpCalls.text(path, out);
            found = text.isEmpty() || text.startsWith("/") ? "" : "./" + text;
        }
        out.imports(found, List.of(), List.of(), node);
    }

    /** The folder of this file, or one above it, as the language tells it. */
    private static String folder(String told) {
        return switch (told) {
            case "__DIR__", "dirname(__FILE__)" -> ".";
            case "dirname(__DIR__)", "dirname(__DIR__,1)", "dirname(dirname(__FILE__))" -> "./..";
            case "dirname(__DIR__,2)", "dirname(dirname(__DIR__))" -> "./../..";
            default -> "";
        };
    }
}
