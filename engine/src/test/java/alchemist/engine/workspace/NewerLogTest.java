package alchemist.engine.workspace;

import static alchemist.engine.Ledgers.A;
import static alchemist.engine.Ledgers.accept;
import static alchemist.engine.Ledgers.openAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.engine.Ledgers;
import alchemist.engine.ScriptedLog;
import alchemist.engine.ledger.BalancesView;
import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.view.ViewOptions;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Why;
import alchemist.kernel.Command;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Schema;
import alchemist.kernel.schema.UnknownCommand;
import alchemist.kernel.schema.UnknownEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an older program makes of a log that a newer one wrote. */
final class NewerLogTest {
    private final ScriptedLog log = new ScriptedLog();

    private record Praise(boolean grave) implements Command {
        static final Schema<Praise> SCHEMA =
                Schema.<Praise>record("ledger.praise", 1, "Praises")
                        .flag(1, "grave", "whether others must know", Praise::grave)
                        .make(s -> new Praise(s.flag(1)));

        @Override
        public Schema<Praise> schema() {
            return SCHEMA;
        }
    }

    private record Praised() implements Event {
        static final Schema<Praised> SCHEMA =
                Schema.<Praised>record("ledger.praised", 1, "Praised")
                        .mayBeIgnored()
                        .make(_ -> new Praised());

        @Override
        public Schema<Praised> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Id.NONE;
        }
    }

    private record Crowned() implements Event {
        static final Schema<Crowned> SCHEMA =
                Schema.<Crowned>record("ledger.crowned", 1, "Crowned").make(_ -> new Crowned());

        @Override
        public Schema<Crowned> schema() {
            return SCHEMA;
        }

        @Override
        public Id entity() {
            return Id.NONE;
        }
    }

    private static final class Newer extends Wrapped {
        @Override
        public Decision<? extends Event> decide(Submission submission, Ledger ledger) {
            return submission.command() instanceof Praise(boolean grave)
                    ? Decision.<Event>accept(grave ? new Crowned() : new Praised())
                    : super.decide(submission, ledger);
        }

        @Override
        public Ledger evolve(Ledger ledger, Event event) {
            return event instanceof Praised || event instanceof Crowned
                    ? ledger
                    : super.evolve(ledger, event);
        }
    }

    private void writeWithNewer(boolean grave) throws Exception {
        Contract contract =
                LedgerDecider.CONTRACT.and(
                        new Contract(
                                List.of(Praise.SCHEMA), List.of(Praised.SCHEMA, Crowned.SCHEMA)));
        try (Workspace newer =
                Workspace.open(
                        "test",
                        log,
                        Rules.of(new Newer(), 2, contract),
                        Snapshots.NONE,
                        Sealer.NONE,
                        WorkspaceOptions.DEFAULTS)) {
            accept(newer, openAccount(A));
            accept(newer, new Praise(grave));
            accept(newer, new Deposit(A, 5));
        }
    }

    @Test
    void passesOverWhatMayBePassedOver() throws Exception {
        writeWithNewer(false);
        try (Workspace workspace = Ledgers.open(log)) {
            workspace.ready().join();
            assertNull(workspace.problem());
            assertEquals(4, accept(workspace, new Deposit(A, 1)).position());
            var praised = workspace.events().read(2, 2).toList().getFirst();
            assertInstanceOf(UnknownEvent.class, praised.event());
            assertInstanceOf(UnknownCommand.class, praised.cause().command());
        }
    }

    @Test
    void opensToBeReadWhenSomethingMustNotBePassedOver() throws Exception {
        writeWithNewer(true);
        try (Workspace workspace = Ledgers.open(log);
                ViewRunner<BalancesView> view =
                        ViewRunner.start(
                                BalancesView::new,
                                workspace.commits(),
                                Snapshots.NONE,
                                ViewOptions.DEFAULTS)) {
            workspace.ready().join();
            Refused problem = workspace.problem();
            assertNotNull(problem);
            assertEquals(Why.READ_ONLY, problem.why());
            assertEquals(problem, workspace.submit(Ledgers.of(new Deposit(A, 1))).join());
            assertTrue(view.atLeast(3, Duration.ofMinutes(1)));
            assertEquals(Map.of(A, 5L), view.view().balances());
            assertEquals(2, view.parked().getFirst().position());
        }
    }

    @Test
    void opensToBeReadWhenTheLogIs() throws Exception {
        try (Workspace workspace = Ledgers.open(log)) {
            accept(workspace, openAccount(A));
        }
        log.makeReadOnly();
        try (Workspace workspace = Ledgers.open(log)) {
            workspace.ready().join();
            Refused problem = workspace.problem();
            assertNotNull(problem);
            assertEquals(Why.READ_ONLY, problem.why());
            assertEquals(1, workspace.events().position());
        }
    }

    @Test
    void opensToBeReadWhenTheLogCannotBeFolded() throws Exception {
        try (Workspace workspace = Ledgers.open(log)) {
            accept(workspace, openAccount(A));
        }
        Wrapped broken =
                new Wrapped() {
                    @Override
                    public Ledger evolve(Ledger ledger, Event event) {
                        throw new IllegalStateException("on purpose");
                    }
                };
        try (Workspace workspace =
                Workspace.open(
                        "test",
                        log,
                        Rules.of(broken, 1, LedgerDecider.CONTRACT),
                        Snapshots.NONE,
                        Sealer.NONE,
                        WorkspaceOptions.DEFAULTS)) {
            workspace.ready().join();
            Refused problem = workspace.problem();
            assertNotNull(problem);
            assertEquals(Why.FAILED, problem.why());
            assertEquals(1, workspace.events().read(1, 1).toList().size());
        }
    }
}
