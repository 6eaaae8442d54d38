package alchemist.engine.simulation;

import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.reactor.ReactorRunner;
import alchemist.kernel.Command;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Reactor;
import java.util.List;

/** Gives a tenth of every large amount away, and sometimes something on top. */
final class Tithe implements Reactor {
    /** Where it goes; it is opened first, and nobody closes it. */
    static final Id ACCOUNT = Id.of("account", "tithes");

    private static final String NAME = "when-paid-in-then-tithe";

    /** Who its commands come from. */
    static final Id CLIENT = ReactorRunner.clientOf(NAME);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<? extends Command> react(Envelope envelope) {
        return commandsFor(envelope.event());
    }

    static List<? extends Command> commandsFor(Event event) {
        if (event instanceof Booked(Id account, long amount)
                && !account.equals(ACCOUNT)
                && amount >= 50) {
            Deposit tenth = new Deposit(ACCOUNT, amount / 10);
            return amount % 2 == 0 ? List.of(tenth) : List.of(tenth, new Deposit(ACCOUNT, 1));
        }
        return List.of();
    }
}
