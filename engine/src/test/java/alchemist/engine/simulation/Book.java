package alchemist.engine.simulation;

import alchemist.engine.ledger.LedgerCommand;
import alchemist.engine.ledger.LedgerCommand.CloseAccount;
import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.ledger.LedgerCommand.Transfer;
import alchemist.engine.ledger.LedgerEvent;
import alchemist.engine.ledger.LedgerEvent.AccountClosed;
import alchemist.engine.ledger.LedgerEvent.AccountOpened;
import alchemist.engine.ledger.LedgerEvent.Booked;
import alchemist.engine.stream.Recorded;
import alchemist.kernel.Command;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Undo;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger and its undo should be, in the plainest words: nothing of the engine or the
 * decider is used here. It is given the log's commands one by one.
 */
final class Book {
    private final Map<Id, Long> balances = new TreeMap<>();
    private final Map<Id, Boolean> open = new TreeMap<>();
    private final Map<Id, Long> view = new TreeMap<>();
    private final Map<Id, List<Deed>> deeds = new HashMap<>();
    private final Map<Long, Recorded> byFirst = new HashMap<>();
    private long position;

    /** An ordinary command of a client: where it was done, and last undone or done again. */
    private static final class Deed {
        private final long origin;
        private long latest;
        private boolean stands = true;
        private boolean forGood;

        Deed(long origin) {
            this.origin = origin;
            this.latest = origin;
        }
    }

    /**
     * What the rules say.
     *
     * @param events none for 'it is so already'
     * @param code why not, or null
     */
    record Verdict(List<Event> events, @Nullable String code) {
        static Verdict yes(Event... events) {
            return new Verdict(List.of(events), null);
        }

        static Verdict no(String code) {
            return new Verdict(List.of(), code);
        }
    }

    long position() {
        return position;
    }

    /** What a view of the balances shows. */
    Map<Id, Long> view() {
        return view;
    }

    Verdict decide(Id client, Command command) {
        return switch (command) {
            case Undo(long at) -> undo(client, at);
            case Redo(long at) -> redo(client, at);
            default -> decide((LedgerCommand) command);
        };
    }

    private Verdict decide(LedgerCommand command) {
        return switch (command) {
            case OpenAccount(Id account, Value owner) ->
                    isOpen(account)
                            ? Verdict.yes()
                            : Verdict.yes(new AccountOpened(account, owner));
            case CloseAccount(Id account) -> Verdict.yes(new AccountClosed(account));
            case Deposit(Id account, long amount) ->
                    isOpen(account)
                            ? Verdict.yes(new Booked(account, amount))
                            : Verdict.no("account-not-open");
            case DepositOften(Id account, long amount, long times) ->
                    new Verdict(
                            Collections.nCopies((int) times, new Booked(account, amount)), null);
            case Transfer(Id from, Id to, long amount) -> {
                if (!isOpen(from) || !isOpen(to)) {
                    yield Verdict.no("account-not-open");
                }
                yield balances.getOrDefault(from, 0L) < amount
                        ? Verdict.no("not-enough")
                        : Verdict.yes(new Booked(from, -amount), new Booked(to, amount));
            }
        };
    }

    private boolean isOpen(Id account) {
        return open.getOrDefault(account, false);
    }

    private Verdict undo(Id client, long at) {
        List<Deed> all = deeds.getOrDefault(client, List.of());
        if (at != 0) {
            Deed deed = find(all, at);
            if (deed == null) {
                return Verdict.no(whyNot(client, at));
            }
            return deed.stands ? inverse(deed) : Verdict.no("already-undone");
        }
        for (Deed deed : all.reversed()) {
            Verdict verdict = deed.stands ? inverse(deed) : Verdict.yes();
            if (verdict.code != null || !verdict.events.isEmpty()) {
                return verdict;
            }
        }
        return Verdict.no("nothing-to-undo");
    }

    private Verdict redo(Id client, long at) {
        List<Deed> all = deeds.getOrDefault(client, List.of());
        Deed deed = at == 0 ? lastUndone(all) : find(all, at);
        if (deed == null && at != 0) {
            return Verdict.no(whyNot(client, at));
        }
        return deed == null || deed.stands || deed.forGood
                ? Verdict.no("nothing-to-redo")
                : inverse(deed);
    }

    private static @Nullable Deed find(List<Deed> all, long at) {
        for (Deed deed : all.reversed()) {
            if (deed.origin == at || deed.latest == at) {
                return deed;
            }
        }
        return null;
    }

    private static @Nullable Deed lastUndone(List<Deed> all) {
        Deed last = null;
        for (Deed deed : all) {
            boolean isUndone = !deed.stands && !deed.forGood;
            last = isUndone && (last == null || deed.latest > last.latest) ? deed : last;
        }
        return last;
    }

    private String whyNot(Id client, long at) {
        Recorded found = null;
        for (Recorded one : byFirst.values()) {
            found = one.firstPosition() <= at && at <= one.lastPosition() ? one : found;
        }
        if (found == null) {
            return "no-such-command";
        }
        if (!found.submission().envelope().client().equals(client)) {
            return "not-yours";
        }
        return found.firstPosition() == at ? "too-old-to-undo" : "no-such-command";
    }

    private Verdict inverse(Deed deed) {
        Recorded original = byFirst.get(deed.latest);
        if (original == null) {
            throw new AssertionError("no command at " + deed.latest);
        }
        List<Event> inverse = new ArrayList<>();
        for (Event event : original.events().reversed()) {
            switch ((LedgerEvent) event) {
                case AccountOpened(Id account, Value _) -> {
                    if (balances.getOrDefault(account, 0L) != 0) {
                        return Verdict.no("account-in-use");
                    }
                    if (isOpen(account)) {
                        inverse.add(new AccountClosed(account));
                    }
                }
                case AccountClosed(Id account) ->
                        inverse.add(new AccountOpened(account, Value.NULL));
                case Booked(Id account, long amount) -> inverse.add(new Booked(account, -amount));
            }
        }
        return new Verdict(inverse, null);
    }

    /** Enters the next command of the log. */
    void enter(Recorded recorded) {
        long first = recorded.firstPosition();
        for (Event event : recorded.events()) {
            enter((LedgerEvent) event);
        }
        position = recorded.lastPosition();
        byFirst.put(first, recorded);
        List<Deed> all =
                deeds.computeIfAbsent(
                        recorded.submission().envelope().client(), _ -> new ArrayList<>());
        switch (recorded.submission().command()) {
            case Undo(long at) -> turn(all, at, first, false);
            case Redo(long at) -> turn(all, at, first, true);
            default -> {
                for (Deed deed : all) {
                    deed.forGood |= !deed.stands;
                }
                all.add(new Deed(first));
                if (all.size() > 100) {
                    all.removeFirst();
                }
            }
        }
    }

    private static void turn(List<Deed> all, long at, long first, boolean stands) {
        Deed deed = find(all, at);
        if (deed == null) {
            throw new AssertionError("what was undone at " + first + " is nobody's: " + at);
        }
        deed.latest = first;
        deed.stands = stands;
    }

    private void enter(LedgerEvent event) {
        switch (event) {
            case AccountOpened(Id account, Value _) -> {
                open.put(account, true);
                view.putIfAbsent(account, 0L);
            }
            case AccountClosed(Id account) -> {
                open.put(account, false);
                view.remove(account);
            }
            case Booked(Id account, long amount) -> {
                balances.merge(account, amount, Long::sum);
                view.merge(account, amount, Long::sum);
            }
        }
    }
}
