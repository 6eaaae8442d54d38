package alchemist.log;

/**
 * Where a log begins: with nothing, or as a branch of another log. It is the first record of the
 * first block.
 *
 * <pre>
 *  0  16 B  workspace
 * 16  16 B  parent workspace          zeros in a root log
 * 32  u64   parent position           0 in a root log
 * 40  32 B  hash of the parent's block that holds the parent position; zeros in a root log
 * </pre>
 *
 * <p>A branch goes on counting where it left its parent: its first event has the position {@code
 * parentPosition + 1}.
 *
 * @param workspace whose log this is
 * @param parent the workspace that it is a branch of, or {@link WorkspaceId#NONE}
 * @param parentPosition the last position of the parent that the branch has, ≥ 0
 * @param parentBlock the hash of the parent's block that holds that position
 */
public record Origin(
        WorkspaceId workspace, WorkspaceId parent, long parentPosition, Hash parentBlock) {
    /** How many bytes an origin takes in its record. */
    public static final int BYTES = 72;

    /**
     * Checks that it is either a root or a branch.
     *
     * @throws IllegalArgumentException when it is a mixture of both
     */
    public Origin {
        if (workspace.isNone()) {
            throw new IllegalArgumentException("an origin must name its workspace");
        }
        if (parentPosition < 0 || parentPosition == Long.MAX_VALUE) {
            throw new IllegalArgumentException("parent position out of range: " + parentPosition);
        }
        if (parent.isNone() && (parentPosition != 0 || !parentBlock.equals(Hash.ZERO))) {
            throw new IllegalArgumentException(
                    "an origin without a parent has neither a parent position nor a parent block");
        }
        if (!parent.isNone() && parentBlock.equals(Hash.ZERO)) {
            throw new IllegalArgumentException("the origin of a branch must name a parent block");
        }
    }

    /** The origin of a log that is no branch. */
    public static Origin root(WorkspaceId workspace) {
        return new Origin(workspace, WorkspaceId.NONE, 0, Hash.ZERO);
    }

    /** Whether the log is a branch of another. */
    public boolean isBranch() {
        return !parent.isNone();
    }

    /** The position that the first event of the log has. */
    public long firstPosition() {
        return parentPosition + 1;
    }

    /**
     * Reads an origin.
     *
     * @throws IllegalArgumentException when it is a mixture of root and branch
     */
    public static Origin read(byte[] bytes, int offset) {
        return new Origin(
                WorkspaceId.read(bytes, offset),
                WorkspaceId.read(bytes, offset + 16),
                Bytes.i64(bytes, offset + 32),
                Hash.read(bytes, offset + 40));
    }

    /** Writes the 72 bytes of the origin at an offset. */
    public void write(byte[] bytes, int offset) {
        workspace.write(bytes, offset);
        parent.write(bytes, offset + 16);
        Bytes.i64(bytes, offset + 32, parentPosition);
        parentBlock.write(bytes, offset + 40);
    }
}
