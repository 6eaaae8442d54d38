package alchemist.exchange.git;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from paths to values that shares what did not change with the maps that it was
 * made from: one for every commit costs little more than what the commits changed.
 *
 * @see <a href="https://lampwww.epfl.ch/papers/idealhashtrees.pdf">Bagwell, Ideal Hash Trees</a>
 */
final class PathMap<V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int HASH_BITS = 32;

    private sealed interface Node {}

    private record Leaf(int hash, String key, Object value) implements Node {}

    /** Keys of one and the same hash. */
    private record Twins(Leaf[] leaves) implements Node {
        Twins with(Leaf leaf) {
            for (int i = 0; i < leaves.length; i++) {
                if (leaves[i].key.equals(leaf.key)) {
                    Leaf[] replaced = leaves.clone();
                    replaced[i] = leaf;
                    return new Twins(replaced);
                }
            }
            Leaf[] more = Arrays.copyOf(leaves, leaves.length + 1);
            more[leaves.length] = leaf;
            return new Twins(more);
        }
    }

    /** Up to 32 nodes, those whose bit is set. */
    private record Branch(int bitmap, Node[] nodes) implements Node {
        @Nullable Node at(int index) {
            int bit = 1 << index;
            return (bitmap & bit) == 0 ? null : nodes[Integer.bitCount(bitmap & (bit - 1))];
        }

        Branch with(Leaf leaf, int shift) {
            int bit = 1 << (leaf.hash >>> shift & MASK);
            int at = Integer.bitCount(bitmap & (bit - 1));
            if ((bitmap & bit) != 0) {
                Node[] changed = nodes.clone();
                changed[at] = PathMap.with(nodes[at], leaf, shift + BITS);
                return new Branch(bitmap, changed);
            }
            Node[] more = new Node[nodes.length + 1];
            System.arraycopy(nodes, 0, more, 0, at);
            more[at] = leaf;
            System.arraycopy(nodes, at, more, at + 1, nodes.length - at);
            return new Branch(bitmap | bit, more);
        }
    }

    private final @Nullable Node root;

    private PathMap(@Nullable Node root) {
        this.root = root;
    }

    /** A map of nothing. */
    static <V> PathMap<V> empty() {
        return new PathMap<>(null);
    }

    /** The value of a path, or null. */
    @SuppressWarnings("unchecked") // only values of V are put in
    @Nullable V get(String key) {
        int hash = hash(key);
        Node node = root;
        for (int shift = 0; node != null; shift += BITS) {
            switch (node) {
                case Leaf leaf -> {
                    return leaf.hash == hash && leaf.key.equals(key) ? (V) leaf.value : null;
                }
                case Twins twins -> {
                    for (Leaf leaf : twins.leaves) {
                        if (leaf.key.equals(key)) {
                            return (V) leaf.value;
                        }
                    }
                    return null;
                }
                case Branch branch -> node = branch.at(hash >>> shift & MASK);
            }
        }
        return null;
    }

    /** This with another value of a path. */
    PathMap<V> with(String key, V value) {
        Leaf leaf = new Leaf(hash(key), key, value);
        return new PathMap<>(root == null ? leaf : with(root, leaf, 0));
    }

    /** Names every path with its value, in no order. */
    @SuppressWarnings("unchecked") // only values of V are put in
    void each(BiConsumer<String, V> each) {
        if (root != null) {
            each(root, leaf -> each.accept(leaf.key, (V) leaf.value));
        }
    }

    private static void each(Node node, java.util.function.Consumer<Leaf> each) {
        switch (node) {
            case Leaf leaf -> each.accept(leaf);
            case Twins twins -> {
                for (Leaf leaf : twins.leaves) {
                    each.accept(leaf);
                }
            }
            case Branch branch -> {
                for (Node below : branch.nodes) {
                    each(below, each);
                }
            }
        }
    }

    private static Node with(Node node, Leaf leaf, int shift) {
        return switch (node) {
            case Leaf other ->
                    other.hash == leaf.hash
                            ? other.key.equals(leaf.key)
                                    ? leaf
                                    : new Twins(new Leaf[] {other, leaf})
                            : parted(other, other.hash, leaf, shift);
            case Twins twins ->
                    twins.leaves[0].hash == leaf.hash
                            ? twins.with(leaf)
                            : parted(twins, twins.leaves[0].hash, leaf, shift);
            case Branch branch -> branch.with(leaf, shift);
        };
    }

    /** A branch for two nodes of different hashes. */
    private static Node parted(Node one, int hash, Leaf leaf, int shift) {
        int at = hash >>> shift & MASK;
        int leafAt = leaf.hash >>> shift & MASK;
        if (at == leafAt && shift < HASH_BITS) {
            return new Branch(1 << at, new Node[] {parted(one, hash, leaf, shift + BITS)});
        }
        Node[] both = at < leafAt ? new Node[] {one, leaf} : new Node[] {leaf, one};
        return new Branch(1 << at | 1 << leafAt, both);
    }

    private static int hash(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
