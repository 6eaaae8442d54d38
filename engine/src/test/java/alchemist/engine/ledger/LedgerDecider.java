package alchemist.engine.ledger;

import alchemist.engine.ledger.LedgerCommand.CloseAccount;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerEvent.AccountClosed;
import alchemist.engine.ledger.LedgerEvent.AccountOpened;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.workspace.Rules;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Restorable;
import alchemist.kernel.Reversible;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Contract;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.UnknownEvent;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules of the ledger. Two amounts are bugs on purpose, to see what the engine makes of it. */
public final class LedgerDecider
        implements Reversible<Submission, Ledger, Event>, Restorable<Ledger> {
    /** Deciding about this amount throws. */
    public static final long THROWS_IN_DECIDE = 666_001;

    /** Folding this amount throws. */
    public static final long THROWS_IN_EVOLVE = 666_002;

    /** Every command and event of the ledger. */
    public static final Contract CONTRACT =
            new Contract(
                    List.of(
                            OpenAccount.SCHEMA,
                            CloseAccount.SCHEMA,
                            Deposit.SCHEMA,
                            Transfer.SCHEMA,
                            DepositOften.SCHEMA),
                    List.of(AccountOpened.SCHEMA, AccountClosed.SCHEMA, Booked.SCHEMA));

    /** The ledger as the rules of a workspace. */
    public static Rules<Ledger> rules() {
        return Rules.of(new LedgerDecider(), 7, CONTRACT);
    }

    @Override
    public Ledger initial() {
        return new Ledger();
    }

    @Override
    public Decision<? extends Event> decide(Submission submission, Ledger ledger) {
        return switch ((LedgerCommand) submission.command()) {
            case OpenAccount(Id account, Value owner) ->
                    ledger.isOpen(account)
                            ? Decision.unchanged()
                            : Decision.accept(new AccountOpened(account, owner));
            case CloseAccount(Id account) -> Decision.accept(new AccountClosed(account));
            case Deposit(Id account, long amount) -> deposit(account, amount, ledger);
            case DepositOften(Id account, long amount, long times) ->
                    Decision.accept(
                            Collections.nCopies(
                                    Math.toIntExact(times), new Booked(account, amount)));
            case Transfer t -> transfer(t, ledger);
        };
    }

    private static Decision<? extends Event> deposit(Id account, long amount, Ledger ledger) {
        if (amount == THROWS_IN_DECIDE) {
            throw new IllegalStateException("thrown on purpose");
        }
        return ledger.isOpen(account)
                ? Decision.accept(new Booked(account, amount))
                : Decision.reject("account-not-open", "open it before paying in");
    }

    private static Decision<? extends Event> transfer(Transfer t, Ledger ledger) {
        if (!ledger.isOpen(t.from()) || !ledger.isOpen(t.to())) {
            return Decision.reject("account-not-open", "open both accounts before");
        }
        if (ledger.balance(t.from()) < t.amount()) {
            return Decision.reject("not-enough", "pay in before");
        }
        return Decision.accept(
                List.of(new Booked(t.from(), -t.amount()), new Booked(t.to(), t.amount())));
    }

    @Override
    public Decision<? extends Event> undo(
            Decided<Event> original, Submission undoing, Ledger ledger) {
        List<Event> inverse = new ArrayList<>();
        for (Event event : original.events().reversed()) {
            switch ((LedgerEvent) event) {
                case AccountOpened(Id account, Value _) -> {
                    if (ledger.balance(account) != 0) {
                        return Decision.reject("account-in-use", "there is money in it");
                    }
                    if (ledger.isOpen(account)) {
                        inverse.add(new AccountClosed(account));
                    }
                }
                case AccountClosed(Id account) ->
                        inverse.add(new AccountOpened(account, Value.NULL));
                case Booked(Id account, long amount) -> inverse.add(new Booked(account, -amount));
            }
        }
        return Decision.accept(inverse);
    }

    @Override
    public Ledger evolve(Ledger ledger, Event event) {
        if (event instanceof UnknownEvent) {
            return ledger;
        }
        switch ((LedgerEvent) event) {
            case AccountOpened(Id account, Value _) -> ledger.open(account, true);
            case AccountClosed(Id account) -> ledger.open(account, false);
            case Booked(Id account, long amount) -> {
                if (amount == THROWS_IN_EVOLVE) {
                    throw new IllegalStateException("thrown on purpose");
                }
                ledger.book(account, amount);
            }
        }
        return ledger;
    }

    @Override
    public int snapshotVersion() {
        return 1;
    }

    @Override
    public void save(Ledger ledger, Output out) {
        out.varint(ledger.accounts.size());
        for (int i = 0; i < ledger.accounts.size(); i++) {
            out.id(ledger.accounts.id(i));
            out.zigzag(ledger.balances[i]);
            out.u8(ledger.open[i] ? 1 : 0);
        }
    }

    @Override
    public Ledger load(Input in) {
        Ledger ledger = new Ledger();
        for (int left = in.length(); left > 0; left--) {
            int index = ledger.add(in.id());
            ledger.balances[index] = in.zigzag();
            ledger.open[index] = in.u8() == 1;
        }
        return ledger;
    }
}
