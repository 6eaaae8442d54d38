package alchemist.exchange.imports;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.Warning;
import alchemist.exchange.imports.Recollections.Recollection;
import alchemist.kernel.Id;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place that may have been read before. It need not be read again where it looks as it did then,
 * and each of its sources states in the workspace just what it stated then: a reading would find
 * nothing that differs. Whatever happened to these statements since, by a reversal, an erasure or
 * anything else, shows in their sum. One thread.
 */
final class Revisit {
    private final Workplace workplace;
    private final List<Reader> readers;
    private final Set<String> only;
    private final ImportRun run;
    private final Supplier<Look> looks;
    private final Look look;
    private final Id place;
    private final Fingerprint before;
    private final @Nullable Recollection last;
    private final Map<Id, Boolean> known = new HashMap<>();
    private final Map<Id, Id> sums = new TreeMap<>();

    /**
     * A place that may have been read before.
     *
     * @param looks begins a look at the outside; first that of the run
     */
    Revisit(
            Workplace workplace,
            List<Reader> readers,
            Set<String> only,
            ImportRun run,
            Supplier<Look> looks) {
        this.workplace = workplace;
        this.readers = readers;
        this.only = only;
        this.run = run;
        this.place =
                secret(
                        "place",
                        run.place().location() + "\0" + run.label() + "\0" + new TreeSet<>(only));
        this.looks = looks;
        this.look = looks.get();
        if (workplace.recollections().of(place) == null) {
            for (Reader reader : readers) {
                if (only.isEmpty() || only.contains(reader.name())) {
                    reader.ahead(run.place(), look.nowMicros());
                }
            }
        }
        this.before = print(look);
        this.last = before.isCertain() ? workplace.recollections().of(place) : null;
        Recollection then = last;
        if (then != null && isOfThisHistory(then)) {
            then.sums().forEach((id, sum) -> workplace.sources().recall(id, then.position(), sum));
        }
    }

    /**
     * Whether the workspace went through where it was then. If not, each source that was remembered
     * is summed up anew.
     */
    private boolean isOfThisHistory(Recollection then) {
        return then.position() != Recollection.UNKNOWN
                && workplace
                        .sources()
                        .history(then.position())
                        .filter(then.history()::equals)
                        .isPresent();
    }

    /** The look of the run. */
    Look look() {
        return look;
    }

    /** Whether reading the place would find nothing that differs. */
    boolean isUnchanged() {
        return last != null
                && last.content().equals(secret("content", before.content()))
                && last.sums().keySet().stream().allMatch(this::isAsItWas);
    }

    /**
     * Whether what a source states is what the last reading of it here found, by the same rules.
     */
    boolean isKnown(Id source) {
        return last != null
                && last.rules().equals(secret("rules", before.rules()))
                && isAsItWas(source);
    }

    /** Passes over the sources that are as they were. */
    void pass(Agenda agenda) {
        if (last == null) {
            return;
        }
        last.sums().keySet().forEach(agenda::pass);
        Set<Id> told = new HashSet<>();
        for (RecordedImport one : workplace.sources().imports()) {
            if (last.sums().containsKey(one.source()) && told.add(one.source())) {
                run.begin(ImportPart.unchanged(run.nextImportId(one.source()), one));
            }
        }
        if (last.warnings() > 0) {
            run.warn(
                    new Warning(
                            run.place().location(),
                            "has not changed since it was read, with "
                                    + last.warnings()
                                    + (last.warnings() == 1 ? " warning" : " warnings")));
        }
    }

    /** Notes what a source states at the end of its reading. */
    void note(Id source) {
        note(source, workplace.sources().sum(source));
    }

    /** Notes what a source states that need not be read. */
    void note(Id source, Id sum) {
        sums.put(source, sum);
    }

    /** Remembers what was read, unless something moved meanwhile or must be tried again. */
    void remember() {
        if (run.hasMissed() || !before.isCertain() || isUnchanged()) {
            return;
        }
        Fingerprint after = print(looks.get());
        if (after.isStillThatOf(before)) {
            long position = settledAt();
            Optional<Id> history = workplace.sources().history(position);
            workplace
                    .recollections()
                    .remember(
                            place,
                            new Recollection(
                                    secret("content", before.content()),
                                    secret("rules", before.rules()),
                                    run.warningCount(),
                                    history.isEmpty() ? Recollection.UNKNOWN : position,
                                    history.orElse(Id.NONE),
                                    sums));
        }
    }

    /** A position at which all sources stated what was noted of them. */
    private long settledAt() {
        long position = workplace.sources().position();
        for (Map.Entry<Id, Id> each : sums.entrySet()) {
            if (!workplace.sources().sum(each.getKey()).equals(each.getValue())) {
                return Recollection.UNKNOWN;
            }
        }
        // Where something came meanwhile, it cannot be told whether before or after.
        return workplace.sources().position() == position ? position : Recollection.UNKNOWN;
    }

    /** What a source stated at the end of its reading. */
    Id sum(Id source) {
        return Objects.requireNonNull(sums.get(source), "its reading ended");
    }

    private boolean isAsItWas(Id source) {
        return known.computeIfAbsent(
                source,
                _ -> {
                    Recollection then = last;
                    Id sum = then == null ? null : then.sums().get(source);
                    return sum != null && sum.equals(workplace.sources().sum(source));
                });
    }

    private Fingerprint print(Look look) {
        Fingerprint print = new Fingerprint(look);
        print.inside(run.place());
        try {
            for (Place next = print.next(); next != null; next = print.next()) {
                for (Reader reader : readers) {
                    if ((only.isEmpty() || only.contains(reader.name())) && reader.reads(next)) {
                        print.add(reader.name() + " " + next.location());
                        reader.fingerprint(next, print);
                    }
                }
            }
        } catch (ReadingFailed e) {
            print.uncertain(); // the reading itself tells what is wrong
        }
        return print;
    }

    /** An id that tells nobody else what it stands for. */
    private Id secret(String namespace, String key) {
        return workplace.identities().pseudonym("recollection " + namespace, key);
    }
}
