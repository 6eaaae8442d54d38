package alchemist.exchange.imports;

import alchemist.exchange.Batch;
import alchemist.exchange.Dependency;
import alchemist.exchange.Look;
import alchemist.exchange.Note;
import alchemist.exchange.Place;
import alchemist.exchange.Progress;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingCancelled;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.SourceName;
import alchemist.exchange.Warning;
import alchemist.exchange.imports.Agenda.Task;
import alchemist.kernel.Id;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one task: of its source, and of those that its reader finds in it. All of them
 * stand, or none. One thread.
 */
final class TaskReading {
    private static final System.Logger LOG = System.getLogger("alchemist.exchange");

    private final Workplace workplace;
    private final ImportRun run;
    private final Agenda agenda;
    private final Task task;
    private final Revisit revisit;
    private final Look look;
    private final boolean dry;
    private final Map<Id, SourceReading> sources = new LinkedHashMap<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Place> found = new ArrayList<>();
    private final List<SourceName> names = new ArrayList<>();
    private boolean missed;

    TaskReading(
            Workplace workplace,
            ImportRun run,
            Agenda agenda,
            Task task,
            Revisit revisit,
            Look look,
            boolean dry) {
        this.workplace = workplace;
        this.run = run;
        this.agenda = agenda;
        this.task = task;
        this.revisit = revisit;
        this.look = look;
        this.dry = dry;
    }

    /** Carries it out; why it failed, or null when it did not. */
    @Nullable String carryOut() {
        String failure = null;
        try {
            Trace last = Trace.last(task, look).orElse(null);
            if (last != null && last.holds(task, look, workplace)) {
                pass(last);
                return null;
            }
            Trace.forget(task, look);
            read();
            trace();
            return null;
        } catch (ReadingCancelled e) {
            if (run.isLeft()) {
                sources.values().forEach(SourceReading::leave);
                return null;
            }
            // Nothing failed.
        } catch (ReadingFailed | SubmissionFailed e) {
            failure = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            String what = "the reader '" + task.reader().name() + "' has a fault";
            LOG.log(Level.ERROR, what + " at " + task.place().location(), e);
            failure = what + ": " + e;
        }
        String told = failure;
        for (SourceReading source : sources.values()) {
            source.takeBack(failure);
            run.put(source.part());
            told = failure == null ? null : source.part().error();
        }
        return told;
    }

    private void read() throws ReadingFailed {
        SourceReading main = open(task.source());
        if (task.gathered().isEmpty()) {
            task.reader().read(task.place(), reading(main));
        } else {
            task.reader().readGathered(task.place(), task.gathered(), reading(main));
        }
        for (SourceReading source : sources.values()) {
            source.end();
        }
        for (SourceReading source : sources.values()) {
            // Before it ends, for then others may change what it states.
            Id id = source.part().source();
            revisit.note(id);
            if (!dry && !missed) {
                source.keep(revisit.sum(id));
            }
            source.finish();
            run.put(source.part());
        }
    }

    /** Reading it would find what it found: nothing that differs. */
    private void pass(Trace last) {
        for (SourceName name : last.sources()) {
            ImportPart part = ImportPart.begun(run.nextImportId(name.id()), name);
            run.begin(part.ended(ImportState.UNCHANGED, Diff.NONE, null));
        }
        last.sums().forEach(revisit::note);
        last.warnings().forEach(run::warn);
        last.notes().forEach(run::note);
        last.found().forEach(agenda::found);
    }

    /** Remembers what was read, where nothing must be tried again. */
    private void trace() {
        boolean all =
                warnings.size() < ImportRun.MAX_WARNINGS && notes.size() < ImportRun.MAX_NOTES;
        boolean refused = sources.values().stream().anyMatch(SourceReading::isRefused);
        if (dry || missed || refused || !all) {
            return;
        }
        Map<Id, Id> sums = new TreeMap<>();
        names.forEach(name -> sums.put(name.id(), revisit.sum(name.id())));
        Trace.print(task, dependencies, look)
                .map(
                        print ->
                                new Trace(
                                        dependencies,
                                        print,
                                        List.copyOf(task.gathered()),
                                        names,
                                        sums,
                                        warnings,
                                        notes,
                                        found))
                .ifPresent(trace -> trace.keep(task, look));
    }

    private SourceReading open(SourceName name) {
        SourceReading known = sources.get(name.id());
        if (known != null) {
            return known;
        }
        ImportPart begun = run.begun(name.id());
        ImportPart part = begun;
        if (part == null) {
            part = ImportPart.begun(run.nextImportId(name.id()), name);
            run.begin(part);
        }
        SourceReading source =
                new SourceReading(workplace, run, name, part, look, begun != null && !dry, dry);
        names.add(name);
        sources.put(name.id(), source);
        return source;
    }

    private Reading reading(SourceReading source) {
        return new Reading(
                workplace.identities(),
                source.stated(),
                revisit.isKnown(source.part().source()),
                look,
                new Listener(source),
                run::isStopping);
    }

    private final class Listener implements Reading.Listener {
        private final SourceReading source;

        Listener(SourceReading source) {
            this.source = source;
        }

        @Override
        public void stated(Batch batch) {
            source.read(batch);
        }

        @Override
        public void warned(Warning warning) {
            if (warnings.size() < ImportRun.MAX_WARNINGS) {
                warnings.add(warning);
            }
            run.warn(warning);
        }

        @Override
        public void noted(Note note) {
            if (notes.size() < ImportRun.MAX_NOTES) {
                notes.add(note);
            }
            run.note(note);
        }

        @Override
        public void missed(Warning warning) {
            missed = true;
            run.miss(warning);
        }

        @Override
        public void advanced(Progress progress) {
            run.advance(progress);
        }

        @Override
        public void found(Place place) {
            found.add(place);
            agenda.found(place);
        }

        @Override
        public @Nullable Object left() {
            return source.left();
        }

        @Override
        public void leave(Object what, long bytes) {
            source.leave(what, bytes);
        }

        @Override
        public void stands(Set<Id> but) {
            source.stands(but);
        }

        @Override
        public void depends(Dependency dependency) {
            dependencies.add(dependency);
        }

        @Override
        public Reading source(SourceName name) {
            return reading(open(name));
        }

        @Override
        public void settle() {
            sources.values().forEach(SourceReading::settle);
        }
    }
}
