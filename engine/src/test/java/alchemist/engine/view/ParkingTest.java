package alchemist.engine.view;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.schema.Schema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What waits behind a parked event. */
final class ParkingTest {
    private static final Id C = Id.of("account", "c");

    private final Parking parking = new Parking();

    /** An event about a thing whose id is in none of its fields, and that names another. */
    private record Noted(Id entity, Id other) implements Event {
        private static final Schema<Noted> SCHEMA =
                Schema.<Noted>record("test.noted", 1, "Something was noted")
                        .id(1, "other", "of what else", Noted::other)
                        .make(s -> new Noted(Id.NONE, s.id(1)));

        @Override
        public Schema<Noted> schema() {
            return SCHEMA;
        }
    }

    @Test
    void whatIsAboutOrNamesAThingOfAParkedEventWaitsBehindTheLastOfIt() {
        assertNull(parking.blocker(new Noted(A, B)));
        parking.park(3, new Noted(A, B), "it cannot be folded");

        assertEquals(3, parking.blocker(new Noted(A, C)));
        assertEquals(3, parking.blocker(new Noted(B, C)));
        assertEquals(3, parking.blocker(new Noted(C, A)));
        assertEquals(3, parking.blocker(new Noted(C, B)));
        assertNull(parking.blocker(new Noted(C, C)));

        parking.park(5, new Noted(B, C), "waits");
        assertEquals(5, parking.blocker(new Noted(C, C)));
        assertEquals(5, parking.blocker(new Noted(B, Id.of("account", "d"))));
        assertEquals(3, parking.blocker(new Noted(A, Id.of("account", "d"))));
    }

    @Test
    void eventsAboutNothingDoNotWaitForEachOther() {
        parking.park(3, new Noted(Id.NONE, A), "it cannot be folded");

        assertNull(parking.blocker(new Noted(Id.NONE, B)));
        assertEquals(3, parking.blocker(new Noted(Id.NONE, A)));
    }

    @Test
    void othersSeeWhatIsParkedWhenItIsPublished() {
        parking.park(3, new Noted(A, B), "it cannot be folded");
        assertEquals(List.of(), parking.events());
        parking.publish();
        List<ParkedEvent> seen = parking.events();
        assertEquals(List.of(new ParkedEvent(3, Set.of(A, B), "it cannot be folded")), seen);
        parking.publish();
        assertEquals(seen, parking.events());
    }
}
