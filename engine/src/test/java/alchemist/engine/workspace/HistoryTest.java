package alchemist.engine.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private final History history = new History();

    @Test
    void findsTheLastThatStandsAndTheLastThatWasUndone() {
        history.did(1);
        history.did(2);
        history.did(3);
        history.undid(2, 4);
        history.undid(1, 5);

        assertEquals(0, history.lastStanding(history.size()));
        assertEquals(1, history.lastUndone());
        assertEquals(-1, history.lastStanding(0));
    }

    @Test
    void knowsACommandByItsOriginAndItsLatestDecision() {
        history.did(1);
        history.undid(0, 2);
        history.redid(0, 3);

        assertEquals(0, history.find(1));
        assertEquals(0, history.find(3));
        assertEquals(-1, history.find(2));
        assertEquals(History.STANDS, history.fate(0));
    }

    @Test
    void cannotDoAgainWhatWasUndoneBeforeSomethingElseWasDone() {
        history.did(1);
        history.undid(0, 2);
        history.did(3);

        assertEquals(-1, history.lastUndone());
        assertEquals(1, history.lastStanding(history.size()));
    }

    @Test
    void remembersTheLatestOnly() {
        for (int i = 1; i <= 250; i++) {
            history.did(i);
        }

        assertEquals(History.SIZE, history.size());
        assertEquals(151, history.origin(0));
        assertEquals(-1, history.find(150));
    }

    @Test
    void knowsWhatBecameOfEachCommandAlsoWhenItForgetsTheFirst() {
        for (int i = 1; i <= History.SIZE; i++) {
            history.did(i);
        }
        history.undid(History.SIZE - 1, 1_000);
        history.did(1_001);

        assertEquals(History.SIZE - 1, history.find(1_001));
        assertEquals(History.SIZE - 1, history.lastStanding(history.size()));
        assertEquals(History.SIZE - 3, history.lastStanding(History.SIZE - 1));
    }

    @Test
    void cannotDoAgainWhatWasUndoneBeforeHoweverManyThereAre() {
        for (int i = 1; i <= 20; i++) {
            history.did(10L * i);
            history.undid(i - 1, 10L * i + 1);
            assertEquals(i - 1, history.lastUndone());
        }
        history.did(1_000);

        assertEquals(-1, history.lastUndone());
        assertEquals(20, history.lastStanding(history.size()));
    }

    @Test
    void canDoAgainAfterItWasSavedWhenNothingStands() {
        history.did(1);
        history.undid(0, 2);
        Output out = new Output(16);
        history.save(out);

        assertEquals(0, History.load(new Input(out.toBytes())).lastUndone());
    }

    @Test
    void isTheSameAfterItWasSaved() {
        for (int i = 1; i <= 8; i++) {
            history.did(i);
        }
        history.undid(7, 9);
        history.undid(6, 10);
        Output out = new Output(16);
        history.save(out);

        History loaded = History.load(new Input(out.toBytes()));

        assertEquals(6, loaded.lastUndone());
        assertEquals(5, loaded.lastStanding(loaded.size()));
        loaded.did(11);
        assertEquals(-1, loaded.lastUndone());
    }
}
