package alchemist.exchange.imports;

import alchemist.exchange.Batch;
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
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final boolean dry;
    private final Map<Id, SourceReading> sources = new LinkedHashMap<>();

    TaskReading(
            Workplace workplace,
            ImportRun run,
            Agenda agenda,
            Task task,
            Revisit revisit,
            boolean dry) {
        this.workplace = workplace;
        this.run = run;
        this.agenda = agenda;
        this.task = task;
        this.revisit = revisit;
        this.dry = dry;
    }

    /** Carries it out; why it failed, or null when it did not. */
    @Nullable String carryOut() {
        String failure = null;
        try {
            read();
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
            revisit.note(source.part().source());
            source.finish();
            run.put(source.part());
        }
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
                new SourceReading(workplace, run, name, part, begun != null && !dry, dry);
        sources.put(name.id(), source);
        return source;
    }

    private Reading reading(SourceReading source) {
        return new Reading(
                workplace.identities(),
                source.stated(),
                revisit.isKnown(source.part().source()),
                workplace.nowMicros().getAsLong(),
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
            run.warn(warning);
        }

        @Override
        public void noted(Note note) {
            run.note(note);
        }

        @Override
        public void missed(Warning warning) {
            run.miss(warning);
        }

        @Override
        public void advanced(Progress progress) {
            run.advance(progress);
        }

        @Override
        public void found(Place place) {
            agenda.found(place);
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
