package alchemist.exchange.folder;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.PathText;
import alchemist.exchange.Place;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Root;
import alchemist.exchange.git.Repositories;
import alchemist.exchange.git.RepositoryFiles;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a folder. What is there is looked at first, then stated day by day: a file from
 * the commit that last changed it, or from the time that the file system has for it.
 */
final class FolderReading implements Walk.Visitor {
    private static final long DAY_MICROS = 86_400_000_000L;

    private final Place place;
    private final Reading reading;
    private final Root root;
    private final String prefix;
    private final @Nullable RepositoryFiles repository;
    private final Rules rules;
    private final TreeMap<Long, List<Found>> byDay = new TreeMap<>();
    private final Set<String> stated = new HashSet<>();
    private long count;

    private FolderReading(
            Place place,
            Reading reading,
            @Nullable RepositoryFiles repository,
            String prefix,
            Rules rules) {
        this.place = place;
        this.reading = reading;
        this.repository = repository;
        this.root = repository == null ? new Root(place.location()) : repository.root();
        this.prefix = prefix;
        this.rules = rules;
    }

    /** The reading of a folder, which may be in a repository. */
    static FolderReading of(Place place, Repositories repositories, Reading reading) {
        Optional<Path> workTree = Repositories.workTreeOf(place.path());
        if (workTree.isPresent()) {
            try {
                List<String> listed = Repositories.listed(place.path());
                if (!listed.isEmpty()) {
                    return new FolderReading(
                            place,
                            reading,
                            repositories.around(place.path(), reading.nowMicros()).orElseThrow(),
                            PathText.of(workTree.get().relativize(place.path())),
                            new TrackedFiles(listed));
                }
            } catch (ReadingFailed e) {
                reading.miss(
                        place.location(),
                        "is in a work tree that Git cannot read, and read without it: " + e.what());
            }
        }
        // In no repository, or ignored by the one that it is in.
        IgnoreFiles rules = new IgnoreFiles(place.path(), Notes.of(reading));
        return new FolderReading(place, reading, null, "", rules);
    }

    /** Adds what the reading of a folder, which may be in a repository, depends on. */
    static void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        Optional<Path> workTree = Repositories.workTreeOf(place.path());
        List<String> listed = List.of();
        if (workTree.isPresent()) {
            listed = Repositories.listed(place.path());
            Repositories.fingerprint(workTree.get(), print);
        }
        Notes notes = Notes.of(print);
        Rules rules =
                listed.isEmpty() ? new IgnoreFiles(place.path(), notes) : new TrackedFiles(listed);
        print.add(listed.isEmpty() ? "folder" : "work tree");
        new Walk(place.path(), rules, notes, new FolderPrint(print)).run();
    }

    /** Looks at what is there. */
    void find() {
        new Walk(place.path(), rules, Notes.of(reading), this).run();
    }

    /** States it. */
    void state() {
        long first = byDay.isEmpty() ? Batch.WHEN_RECORDED : latest(byDay.firstEntry().getValue());
        reading.state(
                Batch.of(
                        first,
                        List.of(FileStatements.top(root, prefix, place.label(), Id.NONE)),
                        List.of()));
        for (List<Found> day : byDay.values()) {
            List<NodeStatement> nodes = new ArrayList<>();
            for (Found one : day) {
                addFolders(one.folder() ? one.path() : Root.parent(one.path()), nodes);
                if (!one.folder()) {
                    String path = full(one.path());
                    nodes.add(FileStatements.file(root, id(path), path, "File", one.facts()));
                }
            }
            reading.state(Batch.of(latest(day), nodes, List.of()));
        }
    }

    @Override
    public void file(String path, Path where, BasicFileAttributes attributes) {
        TreeMap<String, Value> facts = new TreeMap<>();
        facts.put("size", Value.integer(attributes.size()));
        long at = micros(attributes.lastModifiedTime());
        String full = full(path);
        RepositoryFiles here = repository;
        String gitHash = here == null || !here.has(full) ? null : here.hashAlgorithm();
        try {
            FileFacts content = FileFacts.of(where, attributes.size(), gitHash);
            facts.put("sha256", Value.text(content.sha256()));
            if (content.binary()) {
                facts.put("binary", Value.flag(true));
            } else {
                facts.put("lines", Value.integer(content.lines()));
            }
            if (here != null && here.holds(full, content.blob())) {
                at = here.since(full);
            } else if (here != null) {
                at = Math.max(at, here.since(full));
            }
        } catch (IOException e) {
            reading.miss(path, "cannot be read: " + e);
        }
        add(new Found(path, where, at, false, facts));
        reading.found(new Place(where, at));
    }

    @Override
    public void link(String path, Path where, BasicFileAttributes attributes) {
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
        add(new Found(path, where, micros(attributes.lastModifiedTime()), false, facts));
    }

    @Override
    public void emptyFolder(String path, BasicFileAttributes attributes) {
        long at = micros(attributes.lastModifiedTime());
        add(new Found(path, place.path(), at, true, Map.of()));
    }

    @Override
    public void repository(Path where) {
        reading.found(new Place(where, Batch.WHEN_RECORDED));
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
            nodes.add(FileStatements.folder(root, full(path)));
        }
    }

    private Id id(String full) {
        return repository == null ? root.file(full) : repository.id(full);
    }

    private String full(String path) {
        return prefix.isEmpty() ? path : prefix + "/" + path;
    }

    private long micros(FileTime time) {
        return reading.notLater(time.toMillis() * 1000);
    }

    private static long latest(List<Found> day) {
        return day.stream().mapToLong(Found::effectiveAt).max().orElse(0);
    }
}
