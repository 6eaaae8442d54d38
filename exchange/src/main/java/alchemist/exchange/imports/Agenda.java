package alchemist.exchange.imports;

import alchemist.exchange.Batch;
import alchemist.exchange.FileState;
import alchemist.exchange.Look;
import alchemist.exchange.Place;
import alchemist.exchange.Reader;
import alchemist.exchange.Reading;
import alchemist.exchange.SourceName;
import alchemist.exchange.files.Excludes;
import alchemist.kernel.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read for one opened place: by each reader that can, then what these find inside,
 * and when all that is there now was read, what was.
 */
final class Agenda {
    /**
     * One reading.
     *
     * @param source that is read; a reader may find others in it
     * @param main of the opened place itself, not of something inside
     * @param gathered the files in the place that are read together; none: the place itself is
     */
    record Task(
            Reader reader, Place place, SourceName source, boolean main, List<Place> gathered) {}

    /** Reads what is there no more. */
    private record Gone(String name) implements Reader {
        @Override
        public boolean reads(Place place) {
            return false;
        }

        @Override
        public void read(Place place, Reading reading) {
            reading.check();
        }
    }

    /** Readers whose sources may be the files of one kind in a folder. */
    private static final Set<String> GATHERING = Set.of("tables");

    /** About what is remembered of which readers read a file. */
    private static final int ABLE_BYTES = 150;

    private final List<Reader> readers;

    /** Readers of whole folders, which may be somewhere else on this machine, or not there yet. */
    private final Set<String> ofFolders = new HashSet<>();

    private final Look look;
    private final Set<String> only;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Deque<Task> pasts = new ArrayDeque<>();
    private final Set<Id> sources = new HashSet<>();
    private final Map<Id, List<Place>> gathered = new HashMap<>();

    /**
     * An agenda.
     *
     * @param readers in the order in which they read a place
     * @param only the names of those to use; empty: all
     * @param look of the run
     */
    Agenda(List<Reader> readers, Set<String> only, Look look) {
        this.look = look;
        this.readers = readers;
        this.only = only;
        for (Reader reader : readers) {
            if (reader.readsTogether()) {
                ofFolders.add(reader.name());
            }
        }
    }

    /** Adds the opened place, called like this; whether a reader can read it. */
    boolean open(Place place, String label) {
        add(place, label, true);
        return !tasks.isEmpty() || !pasts.isEmpty();
    }

    /** Passes over a source, which is as it was read before. */
    void pass(Id source) {
        sources.add(source);
    }

    /** Adds a place inside, where a reader can read it. */
    void found(Place place) {
        add(place, place.label(), false);
    }

    /** The next reading, or null after the last. */
    @Nullable Task next() {
        return tasks.isEmpty() ? pasts.poll() : tasks.poll();
    }

    /**
     * Adds what was read inside the opened place once and is there no more: it states nothing now.
     */
    void addGone(Place opened, List<RecordedImport> recorded) {
        String inside = opened.location() + "/";
        Set<Id> seen = new HashSet<>();
        for (RecordedImport one : recorded) {
            boolean within = one.location().startsWith(inside);
            boolean gone =
                    within
                            && (isExcluded(one.location())
                                    || (!ofFolders.contains(one.reader())
                                            && isGone(one.location())));
            boolean left = (within || one.location().equals(opened.location())) && isLeft(one);
            if ((gone || left) && !sources.contains(one.source()) && seen.add(one.source())) {
                Place place = new Place(Path.of(one.location()), Batch.WHEN_RECORDED);
                tasks.add(new Task(new Gone(one.reader()), place, gone(one), false, List.of()));
            }
        }
    }

    /** Whether people leave it out now. */
    private boolean isExcluded(String location) {
        if (location.contains("\\x")) {
            return false;
        }
        Path path = Path.of(location);
        Excludes excludes = Excludes.of(look);
        return excludes.holdFor(path)
                && excludes.leavesOut(excludes.pathOf(path), Files.isDirectory(path));
    }

    /** Whether files of a folder were read together of which none was found there any more. */
    private boolean isLeft(RecordedImport one) {
        return GATHERING.contains(one.reader())
                && (only.isEmpty() || only.contains(one.reader()))
                && Files.isDirectory(Path.of(one.location()));
    }

    /** The names of readers that can read a file. */
    private record Able(Set<String> names) {}

    /** Those that can read a file which is found inside, as long as the file is what it was. */
    private Able able(Place file) {
        FileState state = look.known(FileState.class, file.path());
        if (state == null || !state.isSettled(look.nowMicros())) {
            return new Able(names(file));
        }
        Able known = look.memo().find(Able.class, file.path(), state);
        if (known == null) {
            known = new Able(names(file));
            look.memo().keep(Able.class, file.path(), state, known, ABLE_BYTES);
        }
        return known;
    }

    private Set<String> names(Place file) {
        Set<String> names = new HashSet<>();
        for (Reader reader : readers) {
            if (!reader.readsTogether() && reader.reads(file)) {
                names.add(reader.name());
            }
        }
        return names;
    }

    private void add(Place place, String label, boolean main) {
        Able able = !main && place.isFile() ? able(place) : null;
        for (Reader reader : readers) {
            boolean wanted = only.isEmpty() || only.contains(reader.name());
            boolean reads = able == null ? reader.reads(place) : able.names.contains(reader.name());
            if (wanted && reads) {
                if (!main && reader.gathers(place)) {
                    gather(reader, place);
                    continue;
                }
                SourceName source = SourceName.of(reader, place, label);
                if (sources.add(source.id())) {
                    (reader.readsPast() ? pasts : tasks)
                            .add(new Task(reader, place, source, main, List.of()));
                }
            }
        }
    }

    /** Adds a file to those of its folder. */
    private void gather(Reader reader, Place file) {
        Path parent = Objects.requireNonNull(file.path().getParent(), "a file is in a folder");
        Place folder = new Place(parent, Batch.WHEN_RECORDED);
        SourceName source = SourceName.of(reader, folder, folder.label());
        List<Place> files = gathered.computeIfAbsent(source.id(), _ -> new ArrayList<>());
        if (sources.add(source.id())) {
            tasks.add(new Task(reader, folder, source, false, files));
        }
        files.add(file);
    }

    private static SourceName gone(RecordedImport one) {
        return new SourceName(
                one.source(), one.reader(), one.location(), one.label(), SourceName.DEFAULT_TRUST);
    }

    private static boolean isGone(String location) {
        // A name that is no UTF-8 cannot be made a path of again: better kept than lost.
        return !location.contains("\\x") && Files.notExists(Path.of(location));
    }
}
