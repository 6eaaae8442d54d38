package alchemist.engine.workspace;

import alchemist.kernel.Submission;
import java.util.List;

/**
 * What was submitted together, and who is answered.
 *
 * @param submissions in order; each is decided for itself
 * @param answers called once for each
 */
record Task(List<Submission> submissions, Answers answers) {
    int size() {
        return submissions.size();
    }
}
