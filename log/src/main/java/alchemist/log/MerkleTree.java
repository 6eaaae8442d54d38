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
    private static final int LEAF = 0x00;
    private static final int NODE = 0x01;

    private final Sha256 sha256 = new Sha256();
    private final byte[] pair = new byte[2 * Hash.BYTES];
    private final byte[] one = new byte[Hash.BYTES];
    private byte[][] levels = {new byte[64 * Hash.BYTES]};
    private int size;

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
        byte[] leaves = room(0, size);
        sha256.hash(LEAF, record, offset, length, leaves, size * Hash.BYTES);
        int i = size++;
        for (int level = 0; (i & 1) == 1; level++) {
            int parent = i >> 1;
            byte[] above = room(level + 1, parent);
            sha256.hash(
                    NODE,
                    levels[level],
                    (i - 1) * Hash.BYTES,
                    2 * Hash.BYTES,
                    above,
                    parent * Hash.BYTES);
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
            return Hash.read(levels[level], (from >> level) * Hash.BYTES);
        }
        int middle = from + leftSize(width);
        return node(subtree(from, middle), subtree(middle, to));
    }

    private Hash node(Hash left, Hash right) {
        left.write(pair, 0);
        right.write(pair, Hash.BYTES);
        sha256.hash(NODE, pair, 0, pair.length, one, 0);
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

    private byte[] room(int level, int index) {
        if (level == levels.length) {
            levels = Arrays.copyOf(levels, level + 1);
            levels[level] = new byte[Math.max(2 * Hash.BYTES, levels[level - 1].length / 2)];
        }
        int needed = (index + 1) * Hash.BYTES;
        if (needed > levels[level].length) {
            levels[level] =
                    Arrays.copyOf(levels[level], Math.max(needed, 2 * levels[level].length));
        }
        return levels[level];
    }
}
