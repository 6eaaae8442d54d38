package alchemist.exchange.code.parsing;

import java.util.Arrays;

/**
 * A copy of a parser's tree, in arrays: the nodes in the order in which they begin, outer ones
 * first. One thread.
 */
final class SyntaxTree {
    static final int NONE = -1;

    /** So many nodes have room at first. */
    private static final int FIRST = 1 << 12;

    /** Room for more is not kept for the next text: few files need it. */
    private static final int MAX_KEPT = 1 << 16;

    private Tables tables;
    private LineStarts lines;
    private int size;
    private int[] parents = new int[FIRST];
    private int[] next = new int[FIRST];
    private int[] last = new int[FIRST];
    private int[] symbols = new int[FIRST];
    private int[] fields = new int[FIRST];
    private int[] starts = new int[FIRST];
    private int[] ends = new int[FIRST];

    /** An empty tree of a text in UTF-8. */
    SyntaxTree(Tables tables, byte[] text) {
        this.tables = tables;
        this.lines = new LineStarts(text);
    }

    /** Empties it for another text, and keeps its room unless that is large. */
    void again(Tables others, byte[] text) {
        tables = others;
        lines = new LineStarts(text);
        size = 0;
        if (parents.length > MAX_KEPT) {
            resize(FIRST);
        }
    }

    /**
     * Whether nodes of a symbol are of any use: not most punctuation, and words of the language.
     */
    boolean keeps(int symbol) {
        return tables.isNamed(symbol) || tables.means(symbol);
    }

    /** Adds a node behind its parent and the siblings before it; its number. */
    int add(int parent, int symbol, int field, int start, int end) {
        if (size == parents.length) {
            resize(2 * size);
        }
        int node = size++;
        parents[node] = parent;
        symbols[node] = symbol;
        fields[node] = field;
        starts[node] = start;
        ends[node] = end;
        next[node] = NONE;
        last[node] = NONE;
        if (parent != NONE) {
            if (last[parent] != NONE) {
                next[last[parent]] = node;
            }
            last[parent] = node;
        }
        return node;
    }

    /** Whether another has the same nodes. */
    boolean isSame(SyntaxTree other) {
        return size == other.size
                && isSame(parents, other.parents)
                && isSame(symbols, other.symbols)
                && isSame(fields, other.fields)
                && isSame(starts, other.starts)
                && isSame(ends, other.ends);
    }

    private boolean isSame(int[] one, int[] other) {
        return Arrays.equals(one, 0, size, other, 0, size);
    }

    private void resize(int length) {
        parents = Arrays.copyOf(parents, length);
        next = Arrays.copyOf(next, length);
        last = Arrays.copyOf(last, length);
        symbols = Arrays.copyOf(symbols, length);
        fields = Arrays.copyOf(fields, length);
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
    }

    int size() {
        return size;
    }

    int symbol(int node) {
        return symbols[node];
    }

    int start(int node) {
        return starts[node];
    }

    int end(int node) {
        return ends[node];
    }

    int parent(int node) {
        return parents[node];
    }

    String type(int node) {
        return tables.type(symbols[node]);
    }

    boolean isNamed(int node) {
        return tables.isNamed(symbols[node]);
    }

    /** The line that a byte is in, from 0. */
    int line(int at) {
        return lines.at(at);
    }

    /** The first child, which stands right behind its parent; or {@link #NONE}. */
    int firstChild(int node) {
        return last[node] == NONE ? NONE : node + 1;
    }

    int nextSibling(int node) {
        return next[node];
    }

    /** The first child of a field, or {@link #NONE}. */
    int field(int node, String name) {
        int field = tables.field(name);
        for (int child = firstChild(node); child != NONE; child = next[child]) {
            if (field != 0 && fields[child] == field) {
                return child;
            }
        }
        return NONE;
    }
}
