package alchemist.exchange.code.parsing;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Copies a parser's tree out of its memory. Asked for node by node, the library takes about as long
 * to tell a tree as to make it.
 *
 * <pre>
 * a subtree is 8 bytes: the address of a node, or where bit 0 is set, a small leaf
 *
 * leaf   0 bits: 1 visible, 3 extra | 1 symbol | 6 bytes before it | 7 its bytes
 * node   children, 8 bytes each | node:
 *        4 bytes before it | 16 its bytes | 36 children | 40 symbol | 44 bits: 0 visible, 2 extra
 *        | 48 visible children | 66 production
 * </pre>
 *
 * <p>That is the library's own affair, which it may change: {@link NativeTrees} compares.
 *
 * @see <a href="https://github.com/tree-sitter/tree-sitter/blob/master/lib/src/subtree.h">
 *     subtree.h</a>
 */
@SuppressWarnings("restricted") // looks at the memory of the library that made the tree
final class TreeMemory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final int FIRST_DEPTH = 64;

    /** What the walk is in, the outermost first: nodes, and how far it came in each. */
    private long[] nodes = new long[FIRST_DEPTH];

    private int[] next = new int[FIRST_DEPTH];
    private int[] structural = new int[FIRST_DEPTH];
    private int[] at = new int[FIRST_DEPTH];

    /** The node of the copy that children go to. */
    private int[] copies = new int[FIRST_DEPTH];

    /** The field that a hidden node is in, which its children are in as well; else 0. */
    private int[] fields = new int[FIRST_DEPTH];

    private int depth;

    /**
     * Copies a tree.
     *
     * @param root where its topmost subtree lies
     */
    void copy(MemorySegment root, LanguageMemory language, SyntaxTree into) {
        long top = ALL.get(ValueLayout.JAVA_LONG, root.address());
        int begin = before(top);
        int symbol = language.publicSymbol(symbol(top));
        int first = into.add(SyntaxTree.NONE, symbol, 0, begin, begin + size(top));
        depth = 0;
        enter(top, begin, first, 0);
        while (depth > 0) {
            step(language, into);
        }
    }

    private void step(LanguageMemory language, SyntaxTree into) {
        int here = depth - 1;
        long parent = nodes[here];
        int count = childCount(parent);
        if (next[here] == count) {
            depth--;
            return;
        }
        int index = next[here]++;
        long child = child(parent, count, index);
        // What stands before the first child stands before its parent, and is passed already.
        int begin = index == 0 ? at[here] : at[here] + before(child);
        int size = size(child);
        at[here] = begin + size;
        int alias = 0;
        int field = 0;
        if (!isExtra(child)) {
            int production = ALL.get(ValueLayout.JAVA_CHAR, parent + 66);
            int position = structural[here]++;
            alias = language.alias(production, position);
            field = language.field(production, position);
            field = field == 0 ? fields[here] : field;
        }
        if (isVisible(child) || alias != 0) {
            int symbol = language.publicSymbol(alias == 0 ? symbol(child) : alias);
            if (into.keeps(symbol)) { // half of all nodes are punctuation
                int copy = into.add(copies[here], symbol, field, begin, begin + size);
                if (visibleChildCount(child) > 0) {
                    enter(child, begin, copy, 0);
                }
            }
        } else if (visibleChildCount(child) > 0) {
            enter(child, begin, copies[here], field);
        }
    }

    private void enter(long node, int begin, int copy, int field) {
        if (isLeaf(node)) {
            return;
        }
        if (depth == nodes.length) {
            grow();
        }
        nodes[depth] = node;
        next[depth] = 0;
        structural[depth] = 0;
        at[depth] = begin;
        copies[depth] = copy;
        fields[depth] = field;
        depth++;
    }

    private void grow() {
        int length = 2 * depth;
        nodes = Arrays.copyOf(nodes, length);
        next = Arrays.copyOf(next, length);
        structural = Arrays.copyOf(structural, length);
        at = Arrays.copyOf(at, length);
        copies = Arrays.copyOf(copies, length);
        fields = Arrays.copyOf(fields, length);
    }

    private static boolean isLeaf(long tree) {
        return (tree & 1) != 0;
    }

    private static boolean isVisible(long tree) {
        return isLeaf(tree)
                ? (tree & 1 << 1) != 0
                : (ALL.get(ValueLayout.JAVA_BYTE, tree + 44) & 1) != 0;
    }

    private static boolean isExtra(long tree) {
        return isLeaf(tree)
                ? (tree & 1 << 3) != 0
                : (ALL.get(ValueLayout.JAVA_BYTE, tree + 44) & 1 << 2) != 0;
    }

    private static int symbol(long tree) {
        return isLeaf(tree) ? (int) (tree >>> 8) & 0xff : ALL.get(ValueLayout.JAVA_CHAR, tree + 40);
    }

    /** How many bytes stand before it that belong to nothing. */
    private static int before(long tree) {
        return isLeaf(tree) ? (int) (tree >>> 48) & 0xff : ALL.get(ValueLayout.JAVA_INT, tree + 4);
    }

    private static int size(long tree) {
        return isLeaf(tree) ? (int) (tree >>> 56) : ALL.get(ValueLayout.JAVA_INT, tree + 16);
    }

    private static int childCount(long node) {
        return ALL.get(ValueLayout.JAVA_INT, node + 36);
    }

    private static int visibleChildCount(long tree) {
        return isLeaf(tree) || childCount(tree) == 0 ? 0 : ALL.get(ValueLayout.JAVA_INT, tree + 48);
    }

    private static long child(long node, int count, int index) {
        return ALL.get(ValueLayout.JAVA_LONG, node + (index - count) * 8L);
    }
}
