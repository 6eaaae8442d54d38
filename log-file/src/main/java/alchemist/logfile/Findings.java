package alchemist.logfile;

import alchemist.log.CorruptLog;
import alchemist.log.Finding;
import alchemist.log.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What opening and reading a log has found, in sentences for people. For any thread. */
final class Findings {
    /** More would not tell more: then the log has to be verified. */
    private static final int MAX = 20;

    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    Findings(
            LogDirectory directory,
            @Nullable TornTail torn,
            @Nullable CorruptLog damage,
            Log.Head head) {
        if (torn != null) {
            String text =
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
                            + " is there";
            findings.add(Finding.notice(text));
        }
        if (damage != null) {
            findings.add(
                    Finding.damage(
                            damage.getMessage()
                                    + "; the log can be read up to position "
                                    + head.position()
                                    + " and not be written: put back a backup of it"));
        }
    }

    /** A reader came to damage in the midst of the log. */
    void add(CorruptLog damage) {
        Finding finding =
                Finding.damage(
                        damage.getMessage()
                                + "; found when it was read: what is after it can be read from"
                                + " snapshots only, verify the log and put back a backup of it");
        if (findings.size() < MAX && !findings.contains(finding)) {
            findings.add(finding);
        }
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
