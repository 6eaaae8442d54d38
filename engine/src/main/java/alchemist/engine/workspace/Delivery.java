package alchemist.engine.workspace;

import alchemist.engine.stream.Recorded;
import alchemist.engine.thread.Threads;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.kernel.Command;
import alchemist.log.LogException;
import java.util.List;

/** Brings answers to those who wait. One who throws is reported, and does not stop the others. */
final class Delivery {
    private final Past past;
    private final Threads threads;

    Delivery(Past past, Threads threads) {
        this.past = past;
        this.threads = threads;
    }

    void deliver(List<Pending> answers) {
        for (int i = 0; i < answers.size(); i++) {
            Pending pending = answers.get(i);
            if (pending.answer() instanceof Accepted accepted && accepted.duplicate()) {
                deliverAgain(pending, accepted);
            } else {
                deliver(pending, pending.answer());
            }
        }
    }

    /** Reading the log takes its time, which nobody else shall wait for. */
    private void deliverAgain(Pending pending, Accepted accepted) {
        try {
            threads.startVirtual(
                    "again-" + accepted.position(),
                    () -> deliver(pending, answerAgain(pending, accepted)));
        } catch (RuntimeException | Error e) {
            deliver(pending, again(accepted, e.toString()));
        }
    }

    void refuse(List<Pending> answers, Refused refusal) {
        for (Pending pending : answers) {
            deliver(pending, refusal);
        }
    }

    private Answer answerAgain(Pending pending, Accepted accepted) {
        try {
            Recorded recorded = past.commandOf(accepted.firstPosition());
            Command asked = pending.asked();
            if (recorded != null && asked != null && !isOfType(recorded, asked)) {
                return numberTaken(recorded, accepted, asked);
            }
            if (recorded != null) {
                return new Accepted(
                        accepted.firstPosition(), accepted.position(), recorded.events(), true);
            }
            return again(accepted, "its events are not there");
        } catch (LogException | RuntimeException | Error e) {
            String why = e.getMessage();
            return again(accepted, why == null ? e.toString() : why);
        }
    }

    /**
     * Whether it may be the same command. Its fields are not compared: what is personal in them was
     * sealed anew, and ids that were left to the server are others each time.
     */
    private static boolean isOfType(Recorded recorded, Command asked) {
        return recorded.submission().command().getClass() == asked.getClass();
    }

    private static Refused numberTaken(Recorded recorded, Accepted accepted, Command asked) {
        return new Refused(
                Why.NUMBER_TAKEN,
                "under this number of the client '"
                        + recorded.submission().command().schema().name()
                        + "' was accepted, at position "
                        + accepted.position()
                        + ", so '"
                        + asked.schema().name()
                        + "' was not done; send it under a new number");
    }

    private static Refused again(Accepted accepted, String problem) {
        return new Refused(
                Why.FAILED,
                "this was accepted before, at position "
                        + accepted.position()
                        + ", but cannot be read again: "
                        + problem);
    }

    private static void deliver(Pending pending, Answer answer) {
        try {
            pending.answers().answer(pending.index(), answer);
        } catch (Throwable e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
