package alchemist.logfile;

import alchemist.log.CorruptLog;
import alchemist.log.Log;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What opening a log has found, in sentences for people. */
final class Findings {
    private Findings() {}

    static List<String> of(
            LogDirectory directory,
            @Nullable TornTail torn,
            @Nullable CorruptLog damage,
            Log.Head head) {
        List<String> findings = new ArrayList<>();
        if (torn != null) {
            findings.add(
                    directory.named(torn.segment())
                            + " ended at byte "
                            + torn.offset()
                            + " with part of a block that a crash tore before it was acknowledged:"
                            + " its "
                            + torn.bytes()
                            + " bytes were cut off and are kept in "
                            + directory.named(torn.keptIn())
                            + "; everything up to position "
                            + head.position()
                            + " is there");
        }
        if (damage != null) {
            findings.add(
                    damage.getMessage()
                            + "; the log can be read up to position "
                            + head.position()
                            + " and not be written: put back a backup of it");
        }
        return List.copyOf(findings);
    }
}
