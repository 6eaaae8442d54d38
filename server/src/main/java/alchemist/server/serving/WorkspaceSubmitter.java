package alchemist.server.serving;

import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Workspace;
import alchemist.exchange.imports.Submitter;
import alchemist.exchange.imports.Verdict;
import alchemist.kernel.Submission;
import java.util.concurrent.CompletableFuture;

/** Gives the commands of imports to a workspace. */
record WorkspaceSubmitter(Workspace workspace) implements Submitter {
    @Override
    public CompletableFuture<Verdict> submit(Submission submission) {
        return workspace.submit(submission).thenApply(WorkspaceSubmitter::verdict);
    }

    private static Verdict verdict(Answer answer) {
        return switch (answer) {
            case Answer.Accepted a -> new Verdict.Accepted(a.position(), a.events());
            case Answer.Rejected r -> new Verdict.Rejected(r.code(), r.reason());
            case Answer.Refused(Answer.Why why, String _) when why == Answer.Why.BUSY ->
                    new Verdict.Busy();
            case Answer.Refused r -> new Verdict.Unable(r.reason());
        };
    }
}
