package alchemist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SubmissionTest {
    private static final Id ANN = Id.of("person", "ann");
    private static final CommandEnvelope ENVELOPE = CommandEnvelope.of(ANN, ANN);

    @Test
    void aStoredCommandIsReadWhenItIsAskedForAndOnlyThen() {
        AtomicInteger read = new AtomicInteger();
        Submission stored =
                Submission.stored(
                        ENVELOPE,
                        () -> {
                            read.incrementAndGet();
                            return new Undo(7);
                        });
        assertEquals(ENVELOPE, stored.envelope());
        assertEquals(0, read.get());
        assertSame(stored.command(), stored.command());
        assertEquals(1, read.get());
    }

    @Test
    void itIsTheSameHoweverItCame() {
        Submission given = new Submission(ENVELOPE, new Undo(7));
        Submission stored = Submission.stored(ENVELOPE, () -> new Undo(7));
        assertEquals(given, stored);
        assertEquals(given.hashCode(), stored.hashCode());
        assertEquals(given.toString(), stored.toString());
        assertNotEquals(given, Submission.stored(ENVELOPE, () -> new Undo(8)));
        assertNotEquals(given, new Submission(ENVELOPE.withSequence(2), new Undo(7)));
    }
}
