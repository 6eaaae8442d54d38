package alchemist.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Decided;
import alchemist.kernel.Decider;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.value.Value;
import alchemist.testkit.Shelf.BookPut;
import alchemist.testkit.Shelf.BookTaken;
import alchemist.testkit.Shelf.PutBack;
import alchemist.testkit.Shelf.PutBook;
import alchemist.testkit.Shelf.ShelfCommand;
import alchemist.testkit.Shelf.ShelfEvent;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ScenarioTest {
    private final Scenario<ShelfCommand, ShelfEvent> shelf = Scenario.of(new Shelf());

    @Test
    void acceptsWhatTheDeciderAccepts() {
        shelf.given(new BookPut("Emma"))
                .when(new PutBook("Ulysses"))
                .thenAccepted(new BookPut("Ulysses"));
    }

    @Test
    void theStoryGoesOnFromWhatWasDecided() {
        shelf.when(new PutBook("Emma"))
                .thenAccepted(new BookPut("Emma"))
                .when(new PutBook("Emma"))
                .thenUnchanged()
                .when(new PutBook(""))
                .thenRejected("untitled")
                .when(new PutBook("Ulysses"))
                .thenAccepted(List.of(new BookPut("Ulysses")));
    }

    @Test
    void anEarlierCommandIsTakenBack() {
        var story =
                shelf.given(new BookPut("Emma"))
                        .when(new PutBook("Ulysses"))
                        .thenAccepted(new BookPut("Ulysses"));
        story.whenUndone(new PutBook("Ulysses"), new PutBack())
                .thenAccepted(new BookTaken("Ulysses"))
                .whenUndone(new PutBook("Ulysses"), new PutBack())
                .thenRejected("already-taken");
    }

    @Test
    void onlyACommandOfTheStoryCanBeTakenBack() {
        assertSays(
                "no earlier step asked",
                () -> shelf.given().whenUndone(new PutBook("Emma"), new PutBack()));
    }

    @Test
    void acceptedEventsCanBeLookedAt() {
        assertEquals(List.of(new BookPut("Emma")), shelf.when(new PutBook("Emma")).accepted());
    }

    @Test
    void whatWasDecidedOtherwiseIsTold() {
        var accepted = shelf.when(new PutBook("Emma"));
        assertSays("should be unchanged\n  but was accepted with", accepted::thenUnchanged);
        assertSays("should be rejected as 'x'", () -> accepted.thenRejected("x"));
        assertSays("BookPut[title=Dune]", () -> accepted.thenAccepted(new BookPut("Dune")));
        assertSays("say thenUnchanged()", () -> accepted.thenAccepted());
        var rejected = shelf.when(new PutBook(""));
        assertSays("rejected as 'untitled': name the book's title", rejected::accepted);
        assertSays("should be rejected as 'x'", () -> rejected.thenRejected("x"));
        var unchanged = shelf.given(new BookPut("Emma")).when(new PutBook("Emma"));
        assertSays("but was unchanged", () -> unchanged.thenAccepted(new BookPut("Emma")));
    }

    @Test
    void aRejectionWithoutReasonIsTold() {
        assertSays("has no reason", () -> shelf.when(new PutBack()).thenRejected("no-reason"));
    }

    @Test
    void aDeciderThatChangesItsStateIsTold() {
        var careless =
                new Shelf() {
                    @Override
                    public Decision<? extends ShelfEvent> decide(
                            ShelfCommand command, TreeSet<String> titles) {
                        titles.add("Dune");
                        return Decision.unchanged();
                    }
                };
        assertSays("changed the state", () -> Scenario.of(careless).when(new PutBook("Emma")));
    }

    @Test
    void aDeciderThatRemembersIsTold() {
        var forgetful =
                new Shelf() {
                    private int asked;

                    @Override
                    public Decision<? extends ShelfEvent> decide(
                            ShelfCommand command, TreeSet<String> titles) {
                        return asked++ == 0
                                ? Decision.unchanged()
                                : Decision.accept(new BookPut("Emma"));
                    }
                };
        assertSays("asked a second time", () -> Scenario.of(forgetful).when(new PutBook("Emma")));
    }

    @Test
    void aSnapshotThatLosesSomethingIsTold() {
        var lossy =
                new Shelf() {
                    @Override
                    public TreeSet<String> load(Input in) {
                        return new TreeSet<>();
                    }
                };
        assertSays(
                "asked after a restart",
                () -> Scenario.of(lossy).given(new BookPut("Emma")).when(new PutBook("Emma")));
    }

    @Test
    void aRecordThatLosesSomethingInItsStoredFormIsTold() {
        record Lossy(String title) implements Event {
            @Override
            public Id entity() {
                return Id.NONE;
            }

            @Override
            public Schema<Lossy> schema() {
                return Schema.<Lossy>record("shelf.lossy", 1, "Forgets its title")
                        .text(1, "title", "of the book", Lossy::title)
                        .make(_ -> new Lossy(""));
            }
        }
        Decider<ShelfCommand, Integer, Lossy> decider =
                new Decider<>() {
                    @Override
                    public Integer initial() {
                        return 0;
                    }

                    @Override
                    public Decision<Lossy> decide(ShelfCommand command, Integer state) {
                        return Decision.accept(new Lossy("Emma"));
                    }

                    @Override
                    public Integer evolve(Integer state, Lossy event) {
                        return state + 1;
                    }
                };
        assertSays(
                "does not come back whole from its bytes",
                () -> Scenario.of(decider).when(new PutBook("Emma")));
        assertSays(
                "takes nothing back",
                () ->
                        Rules.of(decider)
                                .undo(
                                        List.of(),
                                        new Decided<>(new PutBack(), 1, List.of()),
                                        new PutBack()));
    }

    @Test
    void personalValuesAreSealedBeforeTheyAreStored() {
        Value reader = new Value.Personal(Id.of("person", "jo"), "Jo");
        shelf.when(new PutBook("Emma", reader)).thenAccepted(new BookPut("Emma"));
    }

    @Test
    void aWorkspaceIsAskedWithSubmissions() {
        Decider<Submission, Integer, ShelfEvent> workspace =
                new Decider<>() {
                    @Override
                    public Integer initial() {
                        return 0;
                    }

                    @Override
                    public Decision<BookPut> decide(Submission submission, Integer state) {
                        return Decision.accept(
                                new BookPut(submission.envelope().actor().toString()));
                    }

                    @Override
                    public Integer evolve(Integer state, ShelfEvent event) {
                        return state + 1;
                    }
                };
        Id jo = Id.of("person", "jo");
        Scenario.of(workspace)
                .when(new Submission(CommandEnvelope.of(Id.NONE, jo), new PutBook("Emma")))
                .thenAccepted(new BookPut(jo.toString()));
    }

    private static void assertSays(String part, Executable story) {
        AssertionError error = assertThrows(AssertionError.class, story);
        assertTrue(
                String.valueOf(error.getMessage()).contains(part),
                () -> "'" + part + "' is not in: " + error.getMessage());
    }
}
