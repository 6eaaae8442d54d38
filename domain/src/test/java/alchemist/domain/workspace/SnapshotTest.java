package alchemist.domain.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import alchemist.domain.ontology.OntologyDecider;
import alchemist.domain.ontology.OntologyEvent.ConstraintLifted;
import alchemist.domain.ontology.OntologyEvent.PropertyConstrained;
import alchemist.kernel.Decided;
import alchemist.kernel.Event;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is saved and read is what it was, to the last byte, however it came to be. */
class SnapshotTest {
    private final WorkspaceDecider decider = new WorkspaceDecider();

    @Property(tries = 400)
    void whatIsReadIsSavedAsItWas(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        Deque<Decided<Event>> done = new ArrayDeque<>();
        for (int i = 0; i < 60; i++) {
            if (history.chance()) {
                history.live(1);
            } else if (history.chance() || done.isEmpty()) {
                done.push(history.decided(RandomHistory.ANN, history.decree()));
            } else {
                history.undo(RandomHistory.ANN, done.pop());
            }
        }
        if (history.chance()) {
            history.startInto(RandomHistory.SHEET);
        }
        assertReadAsSaved(history.state);
    }

    @Property(tries = 200)
    void whatIsReadGoesOnAsWhatItWasSavedOf(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        history.live(20);
        WorkspaceState restored = decider.load(new Input(saved(history.state)));
        int known = history.events.size();
        history.live(10);
        for (Event event : history.events.subList(known, history.events.size())) {
            restored = decider.evolve(restored, event);
        }
        assertArrayEquals(saved(history.state), saved(restored));
    }

    /** What was constrained and is free again leaves nothing behind. */
    @Test
    void aTypeWhoseConstraintsAreLiftedIsSavedAsOneThatNeverHadAny() {
        WorkspaceState state = decider.initial();
        byte[] before = saved(state);
        OntologyDecider.fold(
                state.ontology,
                new PropertyConstrained(
                        "Loan", "amount", "integer", true, true, "", false, false, false));
        assertFalse(Arrays.equals(before, saved(state)));
        OntologyDecider.fold(
                state.ontology, new ConstraintLifted("Loan", "amount", "integer", true, true));
        assertArrayEquals(before, saved(state));
    }

    private void assertReadAsSaved(WorkspaceState state) {
        byte[] saved = saved(state);
        assertArrayEquals(saved, saved(decider.load(new Input(saved))));
    }

    private byte[] saved(WorkspaceState state) {
        Output out = new Output(1024);
        decider.save(state, out);
        return out.toBytes();
    }
}
