package alchemist.exchange.folder;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.FileState;
import alchemist.exchange.Memo;
import alchemist.exchange.PathText;
import alchemist.exchange.Place;
import alchemist.exchange.Reading;
import alchemist.exchange.SeenFile;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.LfsPointer;
import alchemist.exchange.files.Root;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a folder. What is there is looked at first, then stated day by day: a file from
 * the commit that last changed it, or from the time that the file system has for it.
 */
final class FolderReading {
    /** From so many files on, contents take so long to read that it is told first what is there. */
    static final int SKETCHED_FILES = 2000;

    private static final long DAY_MICROS = 86_400_000_000L;

    /** About what the facts of a file take. */
    private static final int FACTS_BYTES = 300;

    private final Place place;
    private final Reading reading;
    private final Surroundings around;
    private final TreeMap<Long, List<Found>> byDay = new TreeMap<>();
    private final Set<String> stated = new HashSet<>();
    private long count;

    FolderReading(Place place, Surroundings around, Reading reading) {
        this.place = place;
        this.reading = reading;
        this.around = around;
    }

    /**
     * States the files and folders of a large folder that was never read, with what is known of
     * them without reading them.
     */
    void sketch() {
        List<Listing.Entry> entries = around.listing().entries(reading::check);
        boolean known = reading.stated().node(around.root().folder(around.prefix())) != null;
        if (known || entries.size() < SKETCHED_FILES) {
            return;
        }
        for (Listing.Entry entry : entries) {
            if (entry instanceof Listing.Entry.File file) {
                long at = around.since(around.full(file.path()), modified(file.seen()));
                Map<String, Value> size = Map.of("size", Value.integer(file.seen().size()));
                add(new Found(file.path(), file.where(), at, false, size));
            }
        }
        state();
        reading.settle();
        byDay.clear();
        stated.clear();
        count = 0;
    }

    /** Looks at what is there. */
    void find() {
        for (Listing.Entry entry : around.listing().entries(reading::check)) {
            reading.check();
            switch (entry) {
                case Listing.Entry.File file -> file(file);
                case Listing.Entry.Link(String path, Path where, SeenFile seen) ->
                        link(path, where, seen);
                case Listing.Entry.Empty(String path, SeenFile seen) -> emptyFolder(path, seen);
                case Listing.Entry.Inside(Path where) ->
                        reading.found(new Place(where, Batch.WHEN_RECORDED));
            }
        }
        around.listing().tell(Notes.of(reading));
    }

    /** States it. */
    void state() {
        long first = byDay.isEmpty() ? Batch.WHEN_RECORDED : latest(byDay.firstEntry().getValue());
        reading.state(
                Batch.of(
                        first,
                        List.of(
                                FileStatements.top(
                                        around.root(),
                                        around.prefix(),
                                        place.label(),
                                        Id.NONE,
                                        excludes())),
                        List.of()));
        for (List<Found> day : byDay.values()) {
            List<NodeStatement> nodes = new ArrayList<>();
            for (Found one : day) {
                addFolders(one.folder() ? one.path() : Root.parent(one.path()), nodes);
                if (!one.folder()) {
                    String path = around.full(one.path());
                    nodes.add(
                            FileStatements.file(
                                    around.root(), around.id(path), path, "File", one.facts()));
                }
            }
            reading.state(Batch.of(latest(day), nodes, List.of()));
        }
    }

    /** What was asked to be left out of this folder, where it is the opened one. */
    private List<String> excludes() {
        Excludes excludes = Excludes.of(reading.look());
        boolean opened = excludes.holdFor(place.path()) && excludes.pathOf(place.path()).isEmpty();
        return opened ? excludes.given() : List.of();
    }

    private void file(Listing.Entry.File file) {
        String path = file.path();
        Path where = file.where();
        TreeMap<String, Value> facts = new TreeMap<>();
        facts.put("size", Value.integer(file.seen().size()));
        long at = modified(file.seen());
        String full = around.full(path);
        try {
            FileFacts content = facts(file, around.hashAlgorithm(full));
            facts.put("sha256", Value.text(content.sha256()));
            if (content.binary()) {
                facts.put("binary", Value.flag(true));
            } else {
                facts.put("lines", Value.integer(content.lines()));
            }
            at = around.since(full, content.blob(), where, at);
            pointer(content, facts);
        } catch (IOException e) {
            reading.miss(path, "cannot be read: " + e);
        }
        add(new Found(path, where, at, false, facts));
        reading.found(new Place(where, at));
    }

    /** Where a content is kept elsewhere, what is known of it stands for what is here. */
    private static void pointer(FileFacts content, Map<String, Value> facts) {
        LfsPointer pointer = content.pointer();
        if (pointer != null) {
            facts.put("lfs", Value.text("pointer"));
            facts.put("size", Value.integer(pointer.size()));
            facts.put("sha256", Value.text(pointer.sha256()));
            facts.remove("lines");
        }
    }

    /** What the content of a file tells, read only where it may differ from what it was. */
    private FileFacts facts(Listing.Entry.File file, @Nullable String algorithm)
            throws IOException {
        FileState state = file.state();
        Memo memo = reading.look().memo();
        Object key = List.of(file.where(), String.valueOf(algorithm));
        if (state.isSettled(reading.look().nowMicros())) {
            FileFacts known = memo.find(FileFacts.class, key, state);
            if (known == null) {
                known = FileFacts.of(file.where(), file.seen().size(), algorithm);
                memo.keep(FileFacts.class, key, state, known, FACTS_BYTES);
            }
            return known;
        }
        return FileFacts.of(file.where(), file.seen().size(), algorithm);
    }

    private void link(String path, Path where, SeenFile seen) {
        TreeMap<String, Value> facts = new TreeMap<>();
        facts.put("link", Value.flag(true));
        try {
            facts.put("target", Value.text(PathText.of(Files.readSymbolicLink(where))));
            Path target = where.toRealPath();
            if (where.startsWith(target)) {
                reading.warn(path, "is a link to a folder that it is in, and not followed");
            } else if (!target.startsWith(place.path())) {
                reading.warn(path, "is a link that leads out of the folder, and not followed");
            }
        } catch (IOException e) {
            reading.warn(path, "is a link that leads nowhere: " + e);
        }
        add(new Found(path, where, modified(seen), false, facts));
    }

    private void emptyFolder(String path, SeenFile seen) {
        long at = modified(seen);
        add(new Found(path, place.path(), at, true, Map.of()));
    }

    private void add(Found found) {
        byDay.computeIfAbsent(
                        Math.floorDiv(found.effectiveAt(), DAY_MICROS), _ -> new ArrayList<>())
                .add(found);
        if (++count % 256 == 0) {
            reading.progress(count, 0, "files of " + place.label());
        }
    }

    /** States a folder and those that it is in, where that was not done yet. */
    private void addFolders(String path, List<NodeStatement> nodes) {
        if (!path.isEmpty() && stated.add(path)) {
            addFolders(Root.parent(path), nodes);
            nodes.add(FileStatements.folder(around.root(), around.full(path)));
        }
    }

    private long modified(SeenFile seen) {
        return reading.notLater(seen.modifiedAt());
    }

    private static long latest(List<Found> day) {
        return day.stream().mapToLong(Found::effectiveAt).max().orElse(0);
    }
}
