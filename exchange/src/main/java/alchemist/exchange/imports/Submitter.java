package alchemist.exchange.imports;

import alchemist.kernel.Submission;
import java.util.concurrent.CompletableFuture;

/** Where commands go. What one thread submits is decided in that order. */
@FunctionalInterface
public interface Submitter {
    /** Submits a command; the future never fails. */
    CompletableFuture<Verdict> submit(Submission submission);
}
