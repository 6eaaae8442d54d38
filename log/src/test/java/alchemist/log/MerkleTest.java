package alchemist.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MerkleTest {
    /** The leaves that the reference implementation of Certificate Transparency is tested with. */
    private static final String[] LEAVES = {
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    };

    private static final String[] ROOTS = {
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    };

    private static void add(MerkleTree tree, String hex) {
        byte[] leaf = HexFormat.of().parseHex(hex);
        tree.add(leaf, 0, leaf.length);
    }

    private static void addNumber(MerkleTree tree, int i) {
        tree.add(number(i), 0, 4);
    }

    private static byte[] number(int i) {
        byte[] leaf = new byte[4];
        Bytes.i32(leaf, 0, i);
        return leaf;
    }

    @Test
    void hasTheRootsOfTheReferenceImplementation() {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < LEAVES.length; i++) {
            add(tree, LEAVES[i]);
            assertEquals(ROOTS[i], tree.root().toString());
        }
    }

    @Test
    void hasTheSameRootAfterLeavesWereTakenAway() {
        MerkleTree tree = new MerkleTree();
        for (int kept = 1; kept < 40; kept++) {
            for (int more = 0; more < 40; more++) {
                tree.clear();
                MerkleTree plain = new MerkleTree();
                for (int i = 0; i < kept; i++) {
                    addNumber(tree, i);
                    addNumber(plain, i);
                }
                for (int i = 0; i < more; i++) {
                    addNumber(tree, -i);
                }
                tree.truncate(kept);
                assertEquals(plain.root(), tree.root());
                assertEquals(kept, tree.size());
            }
        }
        assertThrows(IllegalArgumentException.class, () -> tree.truncate(1000));
    }

    @Test
    void provesEachLeafOfEachSizeAndNothingElse() {
        MerkleTree tree = new MerkleTree();
        for (int size = 1; size <= 70; size++) {
            addNumber(tree, size - 1);
            Hash root = tree.root();
            for (int leaf = 0; leaf < size; leaf++) {
                MerkleProof proof = new MerkleProof(leaf, size, tree.path(leaf));
                assertTrue(proof.verify(root, number(leaf)));
                assertFalse(proof.verify(root, number(leaf + 1)));
                assertFalse(proof.verify(Hash.ZERO, number(leaf)));
                int other = (leaf + 1) % size;
                assertFalse(
                        size > 1
                                && new MerkleProof(other, size, proof.path())
                                        .verify(root, number(leaf)));
            }
        }
    }

    @Test
    void refusesAPathThatIsTooLongOrTooShort() {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < 11; i++) {
            addNumber(tree, i);
        }
        List<Hash> path = tree.path(6);
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.ZERO);
        Hash root = tree.root();
        assertFalse(new MerkleProof(6, 11, longer).verify(root, number(6)));
        assertFalse(
                new MerkleProof(6, 11, path.subList(0, path.size() - 1)).verify(root, number(6)));
        assertThrows(IllegalArgumentException.class, () -> new MerkleProof(11, 11, path));
        assertThrows(IllegalArgumentException.class, () -> new MerkleProof(-1, 11, path));
    }

    @Test
    void provesEveryRecordOfABlock() throws Exception {
        CommitBlock block = CommitBlock.of(Hex.resource("block.hex"));
        for (Records r = block.records(); r.next(); ) {
            byte[] record =
                    Arrays.copyOfRange(block.bytes(), r.offset() - 1, r.offset() + r.length());
            assertTrue(MerkleProof.of(block, r.index()).verify(block.merkleRoot(), record));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> MerkleProof.of(block, 5));
    }
}
