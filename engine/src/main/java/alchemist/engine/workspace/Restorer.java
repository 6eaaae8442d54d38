package alchemist.engine.workspace;

import alchemist.engine.snapshot.SnapshotStore;
import alchemist.engine.snapshot.SnapshotStore.Snapshot;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.stream.BacklogReader;
import alchemist.engine.stream.Batch;
import alchemist.engine.stream.Commits;
import alchemist.kernel.schema.Deferred;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a machine from the newest snapshot and what the log holds after it; and makes snapshots.
 */
final class Restorer<S> {
    private static final System.Logger LOGGER = System.getLogger(Restorer.class.getName());

    private final Rules<S> rules;
    private final Commits commits;
    private final Log log;
    private final @Nullable SnapshotStore store;
    private volatile long saved;

    Restorer(Rules<S> rules, Commits commits, Snapshots snapshots) {
        this.rules = rules;
        this.commits = commits;
        this.log = commits.log();
        this.store = snapshots.of("state", Machine.version(rules));
        this.saved = log.origin().parentPosition();
    }

    /** Whether snapshots are kept at all. */
    boolean keepsSnapshots() {
        return store != null;
    }

    /** The position of the last snapshot. */
    long saved() {
        return saved;
    }

    /** The machine at the end of the log. */
    Machine<S> restore() throws LogException, UnknownFact {
        Machine<S> machine = newest();
        replay(machine, log.position());
        return machine;
    }

    /** Saves what a machine was. */
    void save(Frozen frozen) {
        if (store == null) {
            return;
        }
        try (Deferred content = frozen.content()) {
            store.save(frozen.position(), frozen.hash(), content::writeTo);
            saved = frozen.position();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, "no snapshot could be saved", e);
        }
    }

    private Machine<S> newest() throws LogException {
        long before = Long.MAX_VALUE;
        while (store != null) {
            Snapshot snapshot = store.newestBefore(log, before).orElse(null);
            if (snapshot == null) {
                break;
            }
            before = snapshot.position();
            try (snapshot) {
                Machine<S> machine = Machine.load(rules, before, snapshot.content());
                saved = before;
                return machine;
            } catch (RuntimeException e) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "the snapshot at " + before + " cannot be read; more is folded instead",
                        e);
            }
        }
        return Machine.initial(rules, log.origin().parentPosition());
    }

    private void replay(Machine<S> machine, long until) throws LogException, UnknownFact {
        if (machine.position() >= until) {
            return;
        }
        try (BacklogReader reader = commits.read(machine.position())) {
            while (machine.position() < until) {
                Batch batch = reader.next();
                if (batch == null) {
                    throw new IllegalStateException(
                            "the log ends at "
                                    + machine.position()
                                    + ", although it says that it ends at "
                                    + until);
                }
                machine.replay(batch);
            }
        }
    }
}
