package alchemist.exchange.contracts;

import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A document of OpenAPI or AsyncAPI.
 *
 * @param asynchronous whether it is of AsyncAPI
 * @param format as the document names it, such as {@code swagger}
 * @param version of the format
 */
record Contract(SourceFile file, Tree tree, boolean asynchronous, String format, String version) {
    /** How people call it. */
    String title() {
        String title = tree.at("info").text("title");
        return title.isEmpty() ? file.name() : title;
    }

    /** What a pointer leads to; ABSENT where nothing is. */
    Tree at(String pointer) {
        Tree found = tree;
        for (String name : pointer.split("/", -1)) {
            if (!name.isEmpty()) {
                found = step(found, unescaped(name));
            }
        }
        return found;
    }

    private static Tree step(Tree from, String name) {
        if (!from.isList()) {
            return from.at(name);
        }
        try {
            int index = Integer.parseInt(name);
            boolean there = index >= 0 && index < from.items().size();
            return there ? from.items().get(index) : Tree.ABSENT;
        } catch (NumberFormatException e) {
            return Tree.ABSENT;
        }
    }

    /** A name as it stands in a pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }

    /** A pointer without what stands in it only because it was in an address. */
    static String decoded(String pointer) {
        try {
            return URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return pointer; // a percent sign that is just that
        }
    }
}
