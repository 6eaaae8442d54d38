package alchemist.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Merkle tree of RFC 6962, section 2.1, over records as they are added. Every complete subtree
 * is kept, level by level, so taking the last leaves away again costs nothing and so does the proof
 * of a leaf. For one thread; reused from block to block.
 *
 * <pre>
 * leaf = SHA-256(0x00 ‖ record)      node = SHA-256(0x01 ‖ left ‖ right)
 *
 * level 2        n            the node i of level k covers the leaves [i·2^k, (i+1)·2^k)
 * level 1    n       n
 * level 0  l   l   l   l   l
 * </pre>
 */
final class MerkleTree {
    /** Stands before a record where it is hashed. */
    static final byte LEAF = 0x00;

    private static final byte NODE = 0x01;

    /** Of two siblings, as they are hashed: the prefix of a node, left, right. */
    private static final int PAIR_BYTES = 1 + 2 * Hash.BYTES;

    private final Sha256 sha256 = new Sha256();
    private final byte[] pair = new byte[PAIR_BYTES];
    private final byte[] one = new byte[Hash.BYTES];

    /** Of each level its pairs, one after the other. */
    private byte[][] levels = {pairs(32)};

    private int size;

    MerkleTree() {
        pair[0] = NODE;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Takes leaves away again, so that this many are left. */
    void truncate(int leaves) {
        if (leaves < 0 || leaves > size) {
            throw new IllegalArgumentException("cannot keep " + leaves + " of " + size + " leaves");
        }
        size = leaves;
    }

    void add(byte[] record, int offset, int length) {
        sha256.hash(LEAF, record, offset, length, room(0, size), at(size));
        complete();
    }

    /** Adds a record that stands behind {@link #LEAF}: hashing both at once is quicker. */
    void addPrefixed(byte[] bytes, int offset, int length) {
        sha256.hash(bytes, offset, length, room(0, size), at(size));
        complete();
    }

    /** Makes the nodes that the leaf completes which was added last. */
    private void complete() {
        int i = size++;
        for (int level = 0; (i & 1) == 1; level++) {
            int parent = i >> 1;
            byte[] above = room(level + 1, parent);
            sha256.hash(levels[level], parent * PAIR_BYTES, PAIR_BYTES, above, at(parent));
            i = parent;
        }
    }

    /** The hash of the whole tree, of at least one leaf. */
    Hash root() {
        return subtree(0, size);
    }

    /** The audit path of a leaf: the hashes that lead from it to the root, lowest first. */
    List<Hash> path(int leaf) {
        List<Hash> path = new ArrayList<>();
        path(leaf, 0, size, path);
        return List.copyOf(path);
    }

    private void path(int leaf, int from, int to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + leftSize(to - from);
        if (leaf < middle) {
            path(leaf, from, middle, path);
            path.add(subtree(middle, to));
        } else {
            path(leaf, middle, to, path);
            path.add(subtree(from, middle));
        }
    }

    private Hash subtree(int from, int to) {
        int width = to - from;
        if (Integer.bitCount(width) == 1) {
            int level = Integer.numberOfTrailingZeros(width);
            return Hash.read(levels[level], at(from >> level));
        }
        int middle = from + leftSize(width);
        return node(subtree(from, middle), subtree(middle, to));
    }

    private Hash node(Hash left, Hash right) {
        left.write(pair, 1);
        right.write(pair, 1 + Hash.BYTES);
        sha256.hash(pair, 0, PAIR_BYTES, one, 0);
        return Hash.read(one, 0);
    }

    /** The hash that an audit path leads to, RFC 9162 section 2.1.3.2; null when it cannot be. */
    static @Nullable Hash climb(
            byte[] record, int offset, int length, int leaf, int leaves, List<Hash> path) {
        MerkleTree tree = new MerkleTree();
        tree.add(record, offset, length);
        Hash hash = tree.root();
        int node = leaf;
        int last = leaves - 1;
        for (Hash sibling : path) {
            if (last == 0) {
                return null;
            }
            if ((node & 1) == 1 || node == last) {
                hash = tree.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = tree.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : null;
    }

    /** The largest power of two smaller than n, for n > 1. */
    private static int leftSize(int n) {
        return Integer.highestOneBit(n - 1);
    }

    /** Where a node stands in its level. */
    private static int at(int node) {
        return (node >> 1) * PAIR_BYTES + 1 + (node & 1) * Hash.BYTES;
    }

    private static byte[] pairs(int count) {
        byte[] pairs = new byte[count * PAIR_BYTES];
        for (int i = 0; i < pairs.length; i += PAIR_BYTES) {
            pairs[i] = NODE;
        }
        return pairs;
    }

    private byte[] room(int level, int index) {
        if (level == levels.length) {
            levels = Arrays.copyOf(levels, level + 1);
            levels[level] = pairs(1);
        }
        byte[] there = levels[level];
        if (at(index) >= there.length) {
            byte[] longer = pairs(2 * (there.length / PAIR_BYTES));
            System.arraycopy(there, 0, longer, 0, there.length);
            levels[level] = longer;
        }
        return levels[level];
    }
}
