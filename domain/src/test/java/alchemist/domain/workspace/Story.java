package alchemist.domain.workspace;

import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.Undo;
import alchemist.testkit.Given;
import alchemist.testkit.Scenario;
import alchemist.testkit.Then;

/** A workspace's history told by people and sources, command by command. */
final class Story {
    static final Id ANN = Id.of("person", "ann");
    static final Id BOB = Id.of("person", "bob");

    private Given<Submission, Event> given =
            Scenario.<Submission, Event>of(new WorkspaceDecider()).given();

    /** One asks; say then what follows, or go on. */
    Then<Submission, Event> when(Id actor, Command command) {
        return given.when(by(actor, command));
    }

    /** What was asked before; it must have been accepted. */
    Story given(Id actor, Command... commands) {
        for (Command command : commands) {
            Then<Submission, Event> then = when(actor, command);
            then.accepted();
            given = then.after();
        }
        return this;
    }

    Then<Submission, Event> whenUndone(Id actor, Command command) {
        return given.whenUndone(by(actor, command), by(actor, new Undo(0)));
    }

    /** Taken back; {@link #whenRedone} is about that. */
    Story undone(Id actor, Command command) {
        Then<Submission, Event> then = whenUndone(actor, command);
        then.accepted();
        given = then.after();
        return this;
    }

    /** What was undone last is taken back itself. */
    Then<Submission, Event> whenRedone(Id actor) {
        return whenUndone(actor, new Undo(0));
    }

    static Submission by(Id actor, Command command) {
        return new Submission(CommandEnvelope.of(actor, actor), command);
    }
}
