package alchemist.exchange.code.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The uses of Rust: each is a tree of paths. */
final class RustUses {
    /** How deep groups may stand in each other. */
    private static final int MAX_DEPTH = 50;

    /** Longer paths lead nowhere. */
    private static final int MAX_PATH = 300;

    private static final Pattern COMMENTS = Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)");

    private final Node node;
    private final Outliner out;

    /** In how many modules of the same file it stands. */
    private final int modules;

    private RustUses(Node node, Outliner out, int modules) {
        this.node = node;
        this.out = out;
        this.modules = modules;
    }

    /** Tells all that a use takes from elsewhere. */
    static void each(Node node, Outliner out) {
        int modules = 0;
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            modules += up.type().equals("mod_item") ? 1 : 0;
        }
        String tree = COMMENTS.matcher(out.field(node, "argument")).replaceAll(" ");
        new RustUses(node, out, modules).add("", tree.strip(), 0);
    }

    private void add(String before, String tree, int depth) {
        if (tree.isEmpty() || depth > MAX_DEPTH || before.length() > MAX_PATH) {
            return;
        }
        int group = tree.indexOf('{');
        if (group < 0) {
            one(before, tree);
            return;
        }
        int end = tree.lastIndexOf('}');
        String within = before + tree.substring(0, group).strip();
        if (end > group && (within.isEmpty() || within.endsWith("::"))) {
            for (String part : parts(tree.substring(group + 1, end))) {
                add(within, part.strip(), depth + 1);
            }
        }
    }

    /** What stands between the commas that are in no group. */
    private static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int open = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            switch (list.charAt(i)) {
                case '{' -> open++;
                case '}' -> open--;
                case ',' -> {
                    if (open == 0) {
                        parts.add(list.substring(from, i));
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(list.substring(from));
        return parts;
    }

    private void one(String before, String written) {
        String[] renamed = written.split("\\s+as\\s+", 2);
        String whole = (before + renamed[0]).replaceAll("\\s+", "");
        String path = whole.endsWith("::self") ? whole.substring(0, whole.length() - 6) : whole;
        path = path.startsWith("::") ? path.substring(2) : path;
        String what = fromFile(path);
        String last = path.substring(path.lastIndexOf(':') + 1);
        String bound = renamed.length > 1 ? renamed[1].strip() : last;
        out.imports(
                what,
                List.of(),
                bound.equals("*") || bound.equals("_") ? List.of() : List.of(bound),
                node);
    }

    /** A path as it is from the file's own module; empty where it leads to a module in it. */
    private String fromFile(String path) {
        int up = 0;
        String rest = path;
        while (rest.equals("super") || rest.startsWith("super::")) {
            up++;
            rest = rest.length() > 7 ? rest.substring(7) : "";
        }
        if (modules == 0 || (up == 0 && !rest.startsWith("self"))) {
            return path;
        }
        if (up < modules) {
            return "";
        }
        String above = "super::".repeat(up - modules);
        return (above.isEmpty() ? "self::" : above) + rest;
    }
}
