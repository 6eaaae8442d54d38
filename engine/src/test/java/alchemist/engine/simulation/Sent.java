package alchemist.engine.simulation;

import alchemist.engine.workspace.Answer.Accepted;
import alchemist.kernel.Submission;
import org.jspecify.annotations.Nullable;

/** A command of a client, with all that the client knows of it. */
final class Sent {
    final Submission submission;

    /** What it was told first; the same must hold for ever. */
    @Nullable Accepted accepted;

    /** How often it was sent and not answered yet. */
    int outstanding;

    /** It was sent once, and nobody said what became of it. */
    boolean inDoubt;

    /** The rules, or their bug, said no: it is not sent again. */
    boolean settled;

    Sent(Submission submission) {
        this.submission = submission;
    }

    /** Whether every answer said that it was not recorded. */
    boolean isAbsent() {
        return accepted == null && outstanding == 0 && !inDoubt;
    }

    @Override
    public String toString() {
        return submission.envelope().sequence() + " " + submission.command();
    }
}
