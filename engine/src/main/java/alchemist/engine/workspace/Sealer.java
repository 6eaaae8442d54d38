package alchemist.engine.workspace;

import alchemist.kernel.Submission;
import alchemist.log.Finding;
import java.util.List;

/** Seals what is personal in a command, before anyone decides about it. For any thread. */
public interface Sealer {
    /** For workspaces of tests: a personal value in a command makes the command fail. */
    Sealer NONE =
            new Sealer() {
                @Override
                public Submission seal(Submission submission) {
                    return submission;
                }

                @Override
                public void makeDurable() {}
            };

    /** The same command with every personal value sealed. */
    Submission seal(Submission submission);

    /**
     * Makes the keys durable that {@link #seal} made; called before a block is appended.
     *
     * @throws java.io.IOException when that is not possible; then the block is not appended
     */
    void makeDurable() throws java.io.IOException;

    /** Whether nothing can be sealed, since the keys are damaged. */
    default boolean isReadOnly() {
        return false;
    }

    /** What was found in the keys; nothing when all is well as far as is known. */
    default List<Finding> findings() {
        return List.of();
    }
}
