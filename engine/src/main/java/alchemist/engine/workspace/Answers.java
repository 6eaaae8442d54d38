package alchemist.engine.workspace;

/** Takes the answers of what was submitted together. */
@FunctionalInterface
public interface Answers {
    /**
     * Called once for each submission, in any order, by threads of the workspace: must be quick,
     * wait for nothing, and be safe for several threads.
     *
     * @param index of the submission in its list
     */
    void answer(int index, Answer answer);
}
