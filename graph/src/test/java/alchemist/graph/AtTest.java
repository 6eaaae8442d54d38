package alchemist.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The moments that one can ask for, and what is told of those that cannot be. */
class AtTest {
    private static final long FIRST = 2_000_000;
    private static final long SECOND = 3_000_000;

    private final GraphView view = new GraphView(Opener.NONE);
    private final Feed feed = new Feed(view);

    @Test
    void nothingIsThePresentAndDigitsAreAPosition() {
        assertEquals(At.HEAD, At.parse(""));
        assertEquals(At.position(12), At.parse("12"));
        assertEquals(At.position(90), At.parse("090"));
        assertFalse(At.parse("12").isEffective());
    }

    @Test
    void aTimeIsOneOfTheWorldUnlessItSaysThatItIsOneOfTheRecord() {
        At world = At.parse("1970-01-01T00:00:02Z");
        assertEquals(At.effective(FIRST), world);
        assertTrue(world.isEffective());
        At record = At.parse("recorded:1970-01-01T00:00:02Z");
        assertEquals(At.recorded(FIRST), record);
        assertFalse(record.isEffective());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "-1", "1.5", " ", "recorded:", "recorded:12", "2026-13-01"})
    void whatIsNoMomentIsToldWithTheMomentsThatThereAre(String text) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> At.parse(text));
        assertEquals(
                "'"
                        + text
                        + "' is no moment: give a position (12), a time in the world"
                        + " (2026-01-31T09:30:00Z) or a recorded time"
                        + " (recorded:2026-01-31T09:30:00Z)",
                wrong.getMessage());
    }

    @Test
    void aPositionOfMoreDigitsThanAnyHasIsTooLarge() {
        assertEquals(At.position(999_999_999_999_999_999L), At.parse("9".repeat(18)));
        var wrong = assertThrows(IllegalArgumentException.class, () -> At.parse("9".repeat(19)));
        assertEquals(
                "the position 9999999999999999999 is too large", wrong.getMessage(), "not a crash");
    }

    @Test
    void whatWasRecordedByATimeEndsWithTheLastCommandOfThatTime() {
        feed.record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.record(Events.renamed(Events.ANN, "a", "alpha"));
        assertEquals(SECOND, feed.clock());
        assertEquals(0, view.at(At.recorded(FIRST - 1)).position());
        assertEquals(2, view.at(At.recorded(FIRST)).position());
        assertEquals(2, view.at(At.recorded(SECOND - 1)).position());
        assertEquals(3, view.at(At.recorded(SECOND)).position());
        assertEquals(3, view.at(At.recorded(SECOND + 1)).position());
    }

    @Test
    void ofATimeOfTheRecordAndAPositionTheEarlierCounts() {
        feed.record(Events.node(Events.ANN, "a"));
        feed.record(Events.node(Events.ANN, "b"));
        assertEquals(1, view.at(new At(1, SECOND, At.ANY_TIME)).position());
        assertEquals(1, view.at(new At(2, FIRST, At.ANY_TIME)).position());
        assertEquals(0, view.at(new At(2, 0, At.ANY_TIME)).position());
    }

    @Test
    void aPositionWithinACommandIsTheEndOfTheCommand() {
        feed.record(Events.node(Events.ANN, "a"), Events.node(Events.ANN, "b"));
        feed.record(Events.node(Events.ANN, "c"));
        feed.record(Events.node(Events.ANN, "d"), Events.node(Events.ANN, "e"));
        long[] ends = {0, 2, 2, 3, 5, 5};
        for (int position = 0; position < ends.length; position++) {
            assertEquals(ends[position], view.at(At.position(position)).position());
        }
        assertEquals(0, view.at(At.position(-3)).position());
    }

    @Test
    void nothingWasRecordedByAnyTimeBeforeAnythingIs() {
        assertEquals(0, view.at(At.recorded(SECOND)).position());
    }

    @Test
    void aPositionThatIsNotThereYetIsToldWithTheOneThatIs() {
        feed.record(Events.node(Events.ANN, "a"));
        var ahead = assertThrows(PositionAhead.class, () -> view.at(At.position(7)));
        assertEquals(7, ahead.position());
        assertEquals(1, ahead.published());
        assertEquals(
                "position 7 is not there yet: the graph is at 1; ask for at most that, or wait",
                ahead.getMessage());
    }
}
