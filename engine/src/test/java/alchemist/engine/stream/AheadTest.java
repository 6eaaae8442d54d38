package alchemist.engine.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ledger.LedgerEvent.AccountOpened;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AheadTest {
    private final Ahead ahead = new Ahead();

    @Test
    void looksAtEveryRecordOnceAndAtSomeTogether() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(new AccountOpened(account(i), Value.NULL));
        }
        List<Integer> due = new ArrayList<>();
        List<Id> looked = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (ahead.isDue(i)) {
                due.add(i);
                ahead.ofEvents(events, i, ids -> looked.addAll(all(ids)));
            }
        }
        assertEquals(List.of(0, 128, 256), due);
        assertEquals(IntStream.range(0, 300).mapToObj(AheadTest::account).toList(), looked);
    }

    @Test
    void beginsAnewWithEveryList() {
        ahead.ofEvents(openings(100), 0, _ -> {});
        assertFalse(ahead.isDue(50));
        assertTrue(ahead.isDue(0));
        ahead.ofEvents(openings(20), 0, _ -> {});
        assertTrue(ahead.isDue(20));
    }

    @Test
    void leavesAFewAlone() {
        List<Lookahead> looked = new ArrayList<>();
        ahead.ofEvents(openings(7), 0, looked::add);
        assertEquals(List.of(), looked);
        ahead.ofEvents(openings(8), 0, looked::add);
        assertEquals(1, looked.size());
    }

    @Test
    void gathersWhatCommandsName() {
        List<Submission> commands = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            commands.add(
                    new Submission(
                            CommandEnvelope.of(Ledgers.ANN, Ledgers.ANN),
                            Ledgers.openAccount(account(i))));
        }
        List<Id> looked = new ArrayList<>();
        ahead.ofCommands(commands, 4, ids -> looked.addAll(all(ids)));
        assertEquals(List.of(), looked);
        ahead.ofCommands(commands, 0, ids -> looked.addAll(all(ids)));
        assertEquals(IntStream.range(0, 10).mapToObj(AheadTest::account).toList(), looked);
    }

    private static List<Event> openings(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(new AccountOpened(account(i), Value.NULL));
        }
        return events;
    }

    private static Id account(int number) {
        return Id.of("account", Integer.toString(number));
    }

    private static List<Id> all(Lookahead ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Id(ids.high(i), ids.low(i)))
                .toList();
    }
}
