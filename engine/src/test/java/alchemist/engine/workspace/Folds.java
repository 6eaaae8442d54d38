package alchemist.engine.workspace;

import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.Commits;
import alchemist.engine.thread.Threads;
import alchemist.kernel.schema.Output;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.util.Arrays;

/** States as the engine folds them, for tests elsewhere. */
public final class Folds {
    private Folds() {}

    /** All that a workspace would know of a log, as bytes. */
    public static byte[] state(Rules<?> rules, Log log, Snapshots snapshots)
            throws LogException, UnknownFact {
        Output out = new Output(4096);
        restorer(rules, log, snapshots).restore().save(out);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    /** Who folds a log of which nothing is in memory. */
    static <S> Restorer<S> restorer(Rules<S> rules, Log log, Snapshots snapshots) {
        Commits commits = new Commits(log, rules.contract(), 1024, 1_000_000, Threads.SYSTEM);
        return new Restorer<>(rules, commits, snapshots);
    }
}
