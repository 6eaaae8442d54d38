package alchemist.exchange.imports;

import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Why;
import alchemist.engine.workspace.Workspace;
import alchemist.kernel.Submission;
import java.util.concurrent.CompletableFuture;

/** Where commands go. What one thread submits is decided in that order. */
@FunctionalInterface
public interface Submitter {
    /** Submits a command; the future never fails. */
    CompletableFuture<Verdict> submit(Submission submission);

    /** Submits to a workspace. */
    static Submitter to(Workspace workspace) {
        return submission -> workspace.submit(submission).thenApply(Submitter::verdict);
    }

    private static Verdict verdict(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                    new Verdict.Accepted(accepted.position(), accepted.events());
            case Answer.Rejected rejected ->
                    new Verdict.Rejected(rejected.code(), rejected.reason());
            case Answer.Refused refused ->
                    refused.why() == Why.BUSY
                            ? new Verdict.Busy()
                            : new Verdict.Unable(refused.reason());
        };
    }
}
