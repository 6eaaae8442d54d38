package alchemist.exchange.code.parsing;

import java.util.ArrayList;
import java.util.List;

/**
 * A node of a syntax tree, or none: that has no text, no type and no children.
 *
 * @param index of it
 */
record Node(SyntaxTree tree, int index) {
    /** Whether there is none. */
    boolean isNone() {
        return index == SyntaxTree.NONE;
    }

    /** What it is. */
    String type() {
        return isNone() ? "" : tree.type(index);
    }

    /** Where it begins, in bytes. */
    int start() {
        return isNone() ? 0 : tree.start(index);
    }

    /** Where it ends. */
    int end() {
        return isNone() ? 0 : tree.end(index);
    }

    /** The line that it begins in, from 0. */
    int firstLine() {
        return tree.line(start());
    }

    /** The line that it ends in, from 0. */
    int lastLine() {
        return tree.line(end());
    }

    /** Its first child of a field. */
    Node child(String field) {
        return isNone() ? this : new Node(tree, tree.field(index, field));
    }

    /** Its children, but for punctuation and words of the language. */
    List<Node> children() {
        List<Node> named = new ArrayList<>();
        for (int child = isNone() ? SyntaxTree.NONE : tree.firstChild(index);
                child != SyntaxTree.NONE;
                child = tree.nextSibling(child)) {
            if (tree.isNamed(child)) {
                named.add(new Node(tree, child));
            }
        }
        return named;
    }

    /** What it stands in. */
    Node parent() {
        return isNone() ? this : new Node(tree, tree.parent(index));
    }

    /** The child of its parent that stands before it; punctuation does not count. */
    Node before() {
        Node before = new Node(tree, SyntaxTree.NONE);
        for (Node one : parent().children()) {
            if (one.index == index) {
                return before;
            }
            before = one;
        }
        return new Node(tree, SyntaxTree.NONE);
    }
}
