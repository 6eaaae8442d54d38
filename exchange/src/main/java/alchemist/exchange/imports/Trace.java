package alchemist.exchange.imports;

import alchemist.exchange.Dependency;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.Note;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.SourceName;
import alchemist.exchange.Warning;
import alchemist.exchange.imports.Agenda.Task;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a reading, and what it depended on: while that is as it was, and its sources state
 * what they stated then, another reading would find the same.
 *
 * @param dependencies that the reader told of; none: all that its fingerprint holds
 * @param print of them
 * @param gathered the files that were read together
 * @param sources that it read, first its own
 * @param sums what these stated at its end
 */
record Trace(
        List<Dependency> dependencies,
        String print,
        List<Place> gathered,
        List<SourceName> sources,
        Map<Id, Id> sums,
        List<Warning> warnings,
        List<Note> notes,
        List<Place> found) {
    /** About what an entry of its lists takes. */
    private static final int ENTRY_BYTES = 150;

    /** The trace of the last reading of a task in this process. */
    static Optional<Trace> last(Task task, Look look) {
        return Optional.ofNullable(look.memo().find(Trace.class, key(task), ""));
    }

    static void forget(Task task, Look look) {
        look.memo().forget(Trace.class, key(task));
    }

    void keep(Task task, Look look) {
        long entries =
                gathered.size()
                        + sources.size()
                        + warnings.size()
                        + notes.size()
                        + (long) found.size();
        look.memo().keep(Trace.class, key(task), "", this, entries * ENTRY_BYTES);
    }

    /** Whether another reading would find what this one found, and it is stated still. */
    boolean holds(Task task, Look look, Workplace workplace) {
        return gathered.equals(task.gathered())
                && print(task, dependencies, look).filter(print::equals).isPresent()
                && sums.entrySet().stream()
                        .allMatch(
                                one ->
                                        workplace
                                                .sources()
                                                .sum(one.getKey())
                                                .equals(one.getValue()));
    }

    /** The print of what a task depends on, or nothing where that cannot be told. */
    static Optional<String> print(Task task, List<Dependency> dependencies, Look look) {
        Fingerprint print = new Fingerprint(look);
        try {
            for (Dependency dependency : dependencies) {
                dependency.addTo(print);
            }
            if (dependencies.isEmpty()) {
                List<Place> places = new ArrayList<>(task.gathered());
                if (places.isEmpty()) {
                    places.add(task.place());
                }
                for (Place place : places) {
                    print.add(place.location());
                    task.reader().fingerprint(place, print);
                }
            }
        } catch (ReadingFailed e) {
            return Optional.empty(); // the reading itself tells what is wrong
        }
        // What moved to and fro while it was read shows in what moves with it.
        return print.isCertain() ? Optional.of(print.sum().witness()) : Optional.empty();
    }

    private static Object key(Task task) {
        return List.of(task.source(), task.main());
    }
}
