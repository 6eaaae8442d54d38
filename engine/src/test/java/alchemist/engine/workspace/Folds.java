package alchemist.engine.workspace;

import alchemist.engine.snapshot.Snapshots;
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
        new Restorer<>(rules, log, snapshots).restore().save(out);
        return Arrays.copyOf(out.bytes(), out.size());
    }
}
