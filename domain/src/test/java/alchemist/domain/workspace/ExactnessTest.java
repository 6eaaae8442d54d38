package alchemist.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.domain.graph.Stated.Fact;
import alchemist.domain.graph.Stated.Told;
import alchemist.domain.sources.SourcesCommand;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is taken back is taken back exactly, on random histories of people and sources. */
class ExactnessTest {
    @Property(tries = 400)
    void revertingAnImportRestoresExactlyWhatItsSourceStated(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(25);
        SortedMap<Fact, Told> before = history.stated(RandomHistory.GIT::equals);
        Id importId = history.importInto(RandomHistory.GIT);
        history.submit(history.person(), history.command());
        history.importInto(RandomHistory.SHEET);
        history.submit(history.person(), history.command());
        SortedMap<Fact, Told> others = history.stated(id -> !id.equals(RandomHistory.GIT));

        Decision<? extends Event> reverted =
                history.submit(RandomHistory.ANN, new SourcesCommand.RevertImport(importId));

        assertInstanceOf(Decision.Accepted.class, reverted);
        assertEquals(before, history.stated(RandomHistory.GIT::equals));
        assertEquals(others, history.stated(id -> !id.equals(RandomHistory.GIT)));
    }

    @Property(tries = 200)
    void cancellingAnImportRestoresExactlyWhatItsSourceStated(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(25);
        SortedMap<Fact, Told> before = history.stated(RandomHistory.GIT::equals);
        Id importId = history.startInto(RandomHistory.GIT);
        history.submit(history.person(), history.command());
        history.submit(RandomHistory.GIT, new SourcesCommand.CancelImport(importId));
        assertEquals(before, history.stated(RandomHistory.GIT::equals));
    }

    @Property(tries = 200)
    void importsAreRevertedOneAfterAnotherDownToNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(5);
        SortedMap<Fact, Told> first = history.stated(RandomHistory.GIT::equals);
        Id one = history.importInto(RandomHistory.GIT);
        SortedMap<Fact, Told> second = history.stated(RandomHistory.GIT::equals);
        Id two = history.importInto(RandomHistory.GIT);
        Decision<? extends Event> early =
                history.submit(RandomHistory.ANN, new SourcesCommand.RevertImport(one));
        assertEquals("later-import-stands", ((Decision.Rejected<?>) early).code());
        history.submit(RandomHistory.ANN, new SourcesCommand.RevertImport(two));
        assertEquals(second, history.stated(RandomHistory.GIT::equals));
        history.submit(RandomHistory.ANN, new SourcesCommand.RevertImport(one));
        assertEquals(first, history.stated(RandomHistory.GIT::equals));
    }

    @Property(tries = 200)
    void forgettingASourceTakesOnlyWhatItAloneStated(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.importInto(RandomHistory.GIT);
        history.live(25);
        SortedMap<Fact, Told> others = history.stated(id -> !id.equals(RandomHistory.GIT));
        history.submit(RandomHistory.ANN, new SourcesCommand.ForgetSource(RandomHistory.GIT));
        assertTrue(history.stated(RandomHistory.GIT::equals).isEmpty());
        assertEquals(others, history.stated(id -> !id.equals(RandomHistory.GIT)));
    }

    @Property(tries = 2000)
    void undoRestoresExactlyWhatWasAndRedoDoesItAgain(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(25);
        Id actor = history.person();
        Command command = history.command();
        SortedMap<Fact, Told> before = history.stated();
        Decided<Event> done = history.decided(actor, command);
        SortedMap<Fact, Told> after = history.stated();

        long undoPosition = history.state.position() + 1;
        Decision<? extends Event> undone = history.undo(actor, done);

        if (!(undone instanceof Decision.Accepted<? extends Event> accepted)) {
            throw new AssertionError(command + " is not undone: " + undone);
        }
        assertEquals(before, history.stated(), command.toString());
        Decided<Event> undo =
                new Decided<>(command, undoPosition, java.util.List.copyOf(accepted.events()));
        assertInstanceOf(Decision.Accepted.class, history.undo(actor, undo));
        assertEquals(after, history.stated(), command.toString());
    }

    /** In it a merge is taken apart, and that is undone, before the node is added that has it. */
    @Test
    void aChainOfUndosGoesBackBehindAMergeThatWasTakenApart() {
        aChainOfUndosGoesBackToTheBeginning(-8947939609159L);
    }

    @Property(tries = 300)
    void aChainOfUndosGoesBackToTheBeginning(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(10);
        SortedMap<Fact, Told> before = history.stated();
        java.util.ArrayDeque<Decided<Event>> done = new java.util.ArrayDeque<>();
        for (int i = 0; i < 12; i++) {
            done.push(history.decided(RandomHistory.ANN, history.command()));
        }
        while (!done.isEmpty()) {
            Decided<Event> last = done.pop();
            assertInstanceOf(
                    Decision.Accepted.class,
                    history.undo(RandomHistory.ANN, last),
                    () -> last.command().toString());
        }
        assertEquals(before, history.stated());
    }

    @Property(tries = 200)
    void aSnapshotDecidesAsTheStateItWasTakenOf(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(25);
        if (history.chance()) {
            history.startInto(RandomHistory.SHEET);
        }
        Output out = new Output(1024);
        history.decider.save(history.state, out);
        WorkspaceState restored = history.decider.load(new Input(out.toBytes()));
        for (int i = 0; i < 30; i++) {
            Command command = history.command();
            Id actor = history.person();
            Submission submission = new Submission(CommandEnvelope.of(actor, actor), command);
            Decision<? extends Event> expected = history.decider.decide(submission, history.state);
            assertEquals(
                    expected, history.decider.decide(submission, restored), command.toString());
            if (expected instanceof Decision.Accepted<? extends Event> accepted) {
                for (Event event : accepted.events()) {
                    restored = history.decider.evolve(restored, event);
                    history.state = history.decider.evolve(history.state, event);
                }
            }
        }
    }

    @Property(tries = 100)
    void importingTheSameAgainYieldsNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(20);
        Id importId = Id.of("import", "again");
        history.submit(
                RandomHistory.GIT,
                new SourcesCommand.StartImport(importId, RandomHistory.GIT, "test", "", ""));
        RandomHistory draw = new RandomHistory(seed + 1);
        draw.startInto(RandomHistory.GIT);
        SourcesCommand.StateBatch batch = draw.lastBatch();
        history.submit(
                RandomHistory.GIT,
                new SourcesCommand.StateBatch(
                        importId, batch.nodes(), batch.edges(), batch.withdrawn()));
        Decision<? extends Event> again =
                history.submit(
                        RandomHistory.GIT,
                        new SourcesCommand.StateBatch(
                                importId, batch.nodes(), batch.edges(), batch.withdrawn()));
        assertTrue(
                !(again instanceof Decision.Accepted<? extends Event> accepted)
                        || accepted.events().stream()
                                .allMatch(
                                        e ->
                                                e.schema()
                                                        .name()
                                                        .equals("sources.statement-refused")));
    }
}
