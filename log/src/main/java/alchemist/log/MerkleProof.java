package alchemist.log;

import java.util.List;
import java.util.Objects;

/**
 * The proof that a record is one of the records under a Merkle root: the audit path of RFC 6962,
 * section 2.1.1.
 *
 * @param index the number of the record in its block, from 0
 * @param records how many records the block has
 * @param path the hashes beside the way from the record to the root, lowest first
 */
public record MerkleProof(int index, int records, List<Hash> path) {
    /**
     * Checks the range of the index and keeps the path from changing.
     *
     * @throws IllegalArgumentException when there is no such record
     */
    public MerkleProof {
        if (index < 0 || index >= records) {
            throw new IllegalArgumentException("no record " + index + " among " + records);
        }
        path = List.copyOf(path);
    }

    /**
     * The proof of a record of a block.
     *
     * @throws IndexOutOfBoundsException when it has no such record
     */
    public static MerkleProof of(CommitBlock block, int index) {
        Objects.checkIndex(index, block.recordCount());
        MerkleTree tree = new MerkleTree();
        for (Records r = block.records(); r.next(); ) {
            tree.add(block.bytes(), r.offset() - 1, r.length() + 1);
        }
        return new MerkleProof(index, block.recordCount(), tree.path(index));
    }

    /**
     * Whether it proves that a record is under a root.
     *
     * @param root the Merkle root of a block
     * @param record the kind and the payload
     */
    public boolean verify(Hash root, byte[] record) {
        return root.equals(MerkleTree.climb(record, 0, record.length, index, records, path));
    }
}
