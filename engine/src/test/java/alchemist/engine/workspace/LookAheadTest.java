package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.snapshot.Snapshots;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.Lookahead;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What many commands and events name is looked at before they are decided and folded. */
final class LookAheadTest {
    private static final int ACCOUNTS = 1_000;

    private final ScriptedLog log = new ScriptedLog();
    private final Looking decider = new Looking();

    /** Remembers what it was to look at, and what it decided and folded without. */
    private static final class Looking extends Wrapped {
        final Set<Id> ahead = new LinkedHashSet<>();
        final List<Id> unforeseen = new ArrayList<>();
        final CountDownLatch evolved = new CountDownLatch(ACCOUNTS);
        boolean fails;

        @Override
        public void lookAhead(Lookahead ids, Ledger ledger) {
            if (fails) {
                throw new IllegalStateException("a bug");
            }
            for (int i = 0; i < ids.size(); i++) {
                ahead.add(new Id(ids.high(i), ids.low(i)));
            }
        }

        @Override
        public Decision<? extends Event> decide(Submission submission, Ledger ledger) {
            Decision<? extends Event> decision = super.decide(submission, ledger);
            if (decision instanceof Decision.Accepted<? extends Event>(var events)) {
                events.forEach(this::note);
            }
            return decision;
        }

        @Override
        public Ledger evolve(Ledger ledger, Event event) {
            note(event);
            Ledger next = super.evolve(ledger, event);
            evolved.countDown();
            return next;
        }

        private void note(Event event) {
            if (!ahead.contains(event.entity())) {
                unforeseen.add(event.entity());
            }
        }
    }

    @Test
    void ofCommandsThatComeTogetherAndOfEventsThatAreFoldedAgain() throws Exception {
        try (Workspace workspace = open()) {
            CountDownLatch answered = new CountDownLatch(ACCOUNTS);
            // In two blocks, both long: what is in a short one comes alone.
            log.hold();
            workspace.submitAll(openings(), (_, _) -> answered.countDown());
            decider.evolved.await();
            log.release();
            answered.await();
            assertEquals(ACCOUNTS, workspace.position());
            assertEquals(2, log.size());
        }
        assertEquals(List.of(), decider.unforeseen);
        assertEquals(ACCOUNTS, decider.ahead.size());

        decider.ahead.clear();
        try (Workspace workspace = open()) {
            workspace.ready().join();
        }
        assertEquals(List.of(), decider.unforeseen);
        assertEquals(ACCOUNTS, decider.ahead.size());
    }

    /** It is only a hint: nobody hears of it. */
    @Test
    void whatGoesWrongInItKeepsNothingFromBeingDecidedAndFolded() throws Exception {
        decider.fails = true;
        try (Workspace workspace = open()) {
            CountDownLatch answered = new CountDownLatch(ACCOUNTS);
            workspace.submitAll(openings(), (_, _) -> answered.countDown());
            answered.await();
            assertEquals(ACCOUNTS, workspace.position());
        }
        try (Workspace workspace = open()) {
            workspace.ready().join();
            Ledgers.accept(workspace, Ledgers.openAccount(Ledgers.A));
        }
    }

    @Test
    void notOfACommandThatComesAlone() throws Exception {
        try (Workspace workspace = open()) {
            Ledgers.accept(workspace, Ledgers.openAccount(Ledgers.A));
        }
        assertTrue(decider.ahead.isEmpty());
    }

    private Workspace open() {
        return Workspace.open(
                "test",
                log,
                Rules.of(decider, 1, LedgerDecider.CONTRACT),
                Snapshots.NONE,
                Sealer.NONE,
                WorkspaceOptions.DEFAULTS);
    }

    private static List<Submission> openings() {
        List<Submission> openings = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Id account = Id.of("account", Integer.toString(i));
            openings.add(
                    new Submission(CommandEnvelope.of(ANN, ANN), Ledgers.openAccount(account)));
        }
        return openings;
    }
}
