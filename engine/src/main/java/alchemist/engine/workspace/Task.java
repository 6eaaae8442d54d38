package alchemist.engine.workspace;

import alchemist.engine.workspace.Answer.Refused;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits for the writer. */
sealed interface Task {
    /** How many commands it counts as. */
    int size();

    /**
     * Answers that it is not done.
     *
     * @param from the first of its commands that is not answered otherwise
     */
    void refuse(int from, Refused refused, Delivery delivery);

    /**
     * What was submitted together, and who is answered.
     *
     * @param submissions in order; each is decided for itself
     * @param answers called once for each
     */
    record Commands(List<Submission> submissions, Answers answers) implements Task {
        @Override
        public int size() {
            return submissions.size();
        }

        @Override
        public void refuse(int from, Refused refused, Delivery delivery) {
            List<Pending> pending = new ArrayList<>();
            for (int i = from; i < submissions.size(); i++) {
                pending.add(new Pending(answers, i, refused));
            }
            delivery.refuse(pending, refused);
        }
    }

    /**
     * Its state at the end of a block, to be saved while it goes on.
     *
     * @param frozen null where that cannot be had
     */
    record Freeze(CompletableFuture<@Nullable Frozen> frozen) implements Task {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public void refuse(int from, Refused refused, Delivery delivery) {
            frozen.complete(null);
        }
    }

    /** Which number of a client was accepted last, or so many before the last. */
    record LastSequence(Id client, int before, CompletableFuture<Long> sequence) implements Task {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void refuse(int from, Refused refused, Delivery delivery) {
            sequence.completeExceptionally(new IllegalStateException(refused.reason()));
        }
    }
}
