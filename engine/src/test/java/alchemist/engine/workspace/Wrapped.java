package alchemist.engine.workspace;

import alchemist.engine.ledger.Ledger;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Restorable;
import alchemist.kernel.Reversible;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;

/** The ledger's decider, for tests that change a part of it. */
class Wrapped implements Reversible<Submission, Ledger, Event>, Restorable<Ledger> {
    private final LedgerDecider inner = new LedgerDecider();

    @Override
    public Ledger initial() {
        return inner.initial();
    }

    @Override
    public Decision<? extends Event> decide(Submission submission, Ledger ledger) {
        return inner.decide(submission, ledger);
    }

    @Override
    public Ledger evolve(Ledger ledger, Event event) {
        return inner.evolve(ledger, event);
    }

    @Override
    public Decision<? extends Event> undo(
            Decided<Event> original, Submission undoing, Ledger ledger) {
        return inner.undo(original, undoing, ledger);
    }

    @Override
    public int snapshotVersion() {
        return inner.snapshotVersion();
    }

    @Override
    public void save(Ledger ledger, Output out) {
        inner.save(ledger, out);
    }

    @Override
    public Ledger load(Input in) {
        return inner.load(in);
    }
}
