package alchemist.engine.simulation;

import alchemist.engine.keys.KeyStore;
import alchemist.engine.ledger.LedgerCommand.OpenAccount;
import alchemist.engine.reactor.ReactorRunner;
import alchemist.engine.simulation.Book.Verdict;
import alchemist.engine.stream.Recorded;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Answer.Refused;
import alchemist.engine.workspace.Answer.Rejected;
import alchemist.engine.workspace.Answer.Why;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Redo;
import alchemist.kernel.Undo;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must be true of a log, by all that anybody was ever told. */
final class Model {
    private final Map<Id, Sent> sent = new HashMap<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** What somebody was told to be true at a position, and must be when the log is read. */
    private sealed interface Seen {
        long position();

        record Said(long position, Sent sent, Answer answer) implements Seen {}

        record Viewed(long position, Map<Id, Long> balances) implements Seen {}
    }

    /** What an answer breaks, if anything. */
    static final class Broken extends AssertionError {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }

    private static void require(boolean holds, String what, Object... about) {
        if (!holds) {
            StringBuilder all = new StringBuilder(what);
            for (Object one : about) {
                all.append("; ").append(one);
            }
            throw new Broken(all.toString());
        }
    }

    /** How often what happened, to see whether everything does. */
    Map<String, Integer> counts() {
        return counts;
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void sends(Sent command) {
        sent.put(command.submission.envelope().correlation(), command);
        command.outstanding++;
    }

    /** A view was looked at. */
    void viewed(long position, Map<Id, Long> balances) {
        seen.add(new Seen.Viewed(position, new TreeMap<>(balances)));
    }

    /** A client is told something. */
    void answered(Sent command, Answer answer) {
        require(command.outstanding > 0, "answered more often than asked", command, answer);
        command.outstanding--;
        count(kind(answer));
        Accepted before = command.accepted;
        switch (answer) {
            case Accepted accepted when accepted.unchanged() -> {
                require(before == null, "'it is so already' after", before + "", command);
                seen.add(new Seen.Said(accepted.position(), command, accepted));
                command.settled = true;
            }
            case Accepted(long first, long last, List<Event> events, boolean duplicate) -> {
                require(before == null || duplicate, "accepted twice", command, before + "");
                Accepted now = new Accepted(first, last, events, false);
                require(before == null || now.equals(before), "another answer", before + "", now);
                command.accepted = now;
                command.settled = true;
            }
            case Rejected rejected -> {
                require(before == null, "rejected after", before + "", command);
                seen.add(new Seen.Said(rejected.position(), command, rejected));
                command.settled = true;
            }
            case Refused(Why why, String reason) -> {
                require(why != Why.TOO_OLD, "too old", command);
                boolean isBug = why == Why.BUG || why == Why.TOO_LARGE;
                require(!isBug || before == null, "a bug after", before + "", command);
                command.settled |= isBug;
                boolean isAbsent =
                        reason.contains("nothing was recorded")
                                || reason.contains("it was not recorded");
                command.inDoubt |= why == Why.FAILED && !isAbsent;
            }
        }
    }

    private static String kind(Answer answer) {
        return switch (answer) {
            case Accepted accepted when accepted.unchanged() -> "unchanged";
            case Accepted accepted -> accepted.duplicate() ? "duplicate" : "accepted";
            case Rejected rejected -> rejected.code();
            case Refused refused -> refused.why().toString();
        };
    }

    /** The process ended: what was not answered will not be. */
    void processEnded() {
        for (Sent command : sent.values()) {
            command.inDoubt |= command.outstanding > 0;
            command.outstanding = 0;
        }
    }

    /** Looks at what the log says now. */
    void inspect(List<Recorded> log, KeyStore keys) {
        Book book = new Book();
        Set<Object> found = new HashSet<>();
        seen.sort(Comparator.comparingLong(Seen::position));
        int next = compare(book, 0);
        for (Recorded recorded : log) {
            require(recorded.firstPosition() == book.position() + 1, "a gap", recorded);
            check(recorded, book, found, keys);
            book.enter(recorded);
            next = compare(book, next);
        }
        require(
                next == seen.size(),
                "somebody was told what is not there",
                next < seen.size() ? seen.get(next) : "");
        seen.clear();
        for (Sent command : sent.values()) {
            Accepted accepted = command.accepted;
            require(
                    accepted == null || found.contains(command.submission.envelope().correlation()),
                    "what was acknowledged is lost",
                    command,
                    accepted + "");
        }
    }

    private int compare(Book book, int from) {
        int next = from;
        while (next < seen.size() && seen.get(next).position() <= book.position()) {
            Seen one = seen.get(next++);
            require(one.position() == book.position(), "in the middle of a command", one);
            switch (one) {
                case Seen.Viewed(long _, Map<Id, Long> balances) ->
                        require(balances.equals(book.view()), "a wrong view", one, book.view());
                case Seen.Said(long _, Sent command, Answer answer) -> {
                    Id client = command.submission.envelope().client();
                    Verdict verdict = book.decide(client, command.submission.command());
                    boolean same =
                            answer instanceof Rejected rejected
                                    ? rejected.code().equals(verdict.code())
                                    : verdict.code() == null && verdict.events().isEmpty();
                    require(same, "a wrong answer", command, answer, verdict);
                }
            }
        }
        return next;
    }

    private void check(Recorded recorded, Book book, Set<Object> found, KeyStore keys) {
        CommandEnvelope envelope = recorded.submission().envelope();
        Command command = recorded.submission().command();
        Verdict verdict = book.decide(envelope.client(), command);
        require(
                verdict.events().equals(recorded.events()),
                "other events than the rules say",
                recorded,
                verdict);
        if (envelope.client().equals(Tithe.CLIENT)) {
            require(found.add(envelope.sequence()), "a reactor's command is there twice", recorded);
            return;
        }
        Sent origin = sent.get(envelope.correlation());
        if (origin == null) {
            throw new Broken("nobody sent this: " + recorded);
        }
        require(found.add(envelope.correlation()), "it is there twice", recorded);
        require(!origin.isAbsent(), "it was said not to be recorded", origin, recorded);
        require(isSame(origin.submission.command(), command, keys), "changed", origin, recorded);
        Accepted accepted = origin.accepted;
        require(
                accepted == null
                        || (accepted.firstPosition() == recorded.firstPosition()
                                && accepted.position() == recorded.lastPosition()
                                && accepted.events().equals(recorded.events())),
                "not as it was acknowledged",
                origin,
                accepted + "",
                recorded);
    }

    private static boolean isSame(Command sent, Command recorded, KeyStore keys) {
        if (sent instanceof Undo || sent instanceof Redo) {
            return sent.getClass() == recorded.getClass();
        }
        if (sent instanceof OpenAccount(Id account, Value.Personal personal)) {
            return recorded instanceof OpenAccount(Id same, Value.Sealed sealed)
                    && same.equals(account)
                    && keys.open(sealed).orElse("the key is lost").equals(personal.text());
        }
        return sent.equals(recorded);
    }

    /** Whether every event has been reacted to once, when nothing more is to come. */
    static void inspectReactions(List<Recorded> log) {
        Map<Long, Command> expected = new TreeMap<>();
        Map<Long, Command> actual = new TreeMap<>();
        for (Recorded recorded : log) {
            CommandEnvelope envelope = recorded.submission().envelope();
            if (envelope.client().equals(Tithe.CLIENT)) {
                actual.put(envelope.sequence(), recorded.submission().command());
            }
            for (int i = 0; i < recorded.events().size(); i++) {
                long position = recorded.firstPosition() + i;
                long sequence = position * (ReactorRunner.MAX_COMMANDS + 1);
                for (Command command : Tithe.commandsFor(recorded.events().get(i))) {
                    expected.put(++sequence, command);
                }
            }
        }
        require(expected.equals(actual), "a reactor's commands", expected, actual);
    }
}
