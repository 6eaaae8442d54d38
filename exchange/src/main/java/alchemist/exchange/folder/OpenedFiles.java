package alchemist.exchange.folder;

import alchemist.exchange.Batch;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.PathText;
import alchemist.exchange.Place;
import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.SeenFile;
import alchemist.exchange.files.Root;
import alchemist.exchange.git.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * For readers of contents: the files of an opened folder, or the one file that is opened, by the
 * same rules and with the same ids as when they are read as files.
 */
public final class OpenedFiles {
    private final Surroundings around;
    private final List<OpenedFile> files;
    private final String label;
    private final Touched touched;
    private final Map<String, String> links;

    private OpenedFiles(
            Surroundings around,
            List<OpenedFile> files,
            String label,
            Touched touched,
            Map<String, String> links) {
        this.around = around;
        this.files = files;
        this.label = label;
        this.touched = touched;
        this.links = links;
    }

    /**
     * What is there now.
     *
     * @throws ReadingFailed when the opened file cannot be looked at
     */
    public static OpenedFiles at(Place place, Repositories repositories, Reading reading)
            throws ReadingFailed {
        boolean folder = place.isFolder();
        Place top = folder ? place : parent(place);
        Surroundings around = Surroundings.of(top, repositories, reading);
        Touched touched = new Touched(place, top);
        reading.dependsOn(touched);
        List<OpenedFile> files = new ArrayList<>();
        Map<String, String> links = new HashMap<>();
        if (folder) {
            for (Listing.Entry entry : around.listing().entries(reading::check)) {
                if (entry
                        instanceof Listing.Entry.File file) { // the target of a link is one itself
                    files.add(opened(file, around, touched, reading));
                } else if (entry instanceof Listing.Entry.Link link) {
                    addLink(around.full(link.path()), link.where(), links);
                }
            }
            around.listing().tell(Notes.of(reading));
        } else {
            files.add(opened(alone(place), around, touched, reading));
        }
        return new OpenedFiles(around, files, top.label(), touched, Map.copyOf(links));
    }

    /** Adds all that reading contents at a place depends on. */
    public static void fingerprint(Place place, Fingerprint print) throws ReadingFailed {
        if (place.isFolder()) {
            Surroundings.fingerprint(place, print);
        } else {
            print.file(place.label(), place.path());
            Path workTree = Repositories.workTreeOf(place.path()).orElse(null);
            if (workTree != null) {
                Repositories.fingerprint(workTree, print);
            }
        }
    }

    /** Where paths begin. */
    public Root root() {
        return around.root();
    }

    /** The opened folder's path from there, or that of the folder that the opened file is in. */
    public String prefix() {
        return around.prefix();
    }

    /** How people call that folder. */
    public String label() {
        return label;
    }

    /** Whether they are in a repository. */
    public boolean isVersioned() {
        return around.repository() != null;
    }

    /** All of them, in the order of the walk. */
    public List<OpenedFile> all() {
        return files;
    }

    /**
     * The links among them, each with what it leads to: paths from the root; one that leads out of
     * it, with itself.
     */
    public Map<String, String> links() {
        touched.links();
        return links;
    }

    private static void addLink(String path, Path where, Map<String, String> links) {
        try {
            String target = PathText.of(Files.readSymbolicLink(where));
            String to = target.startsWith("/") ? null : Root.resolved(Root.parent(path), target);
            links.put(path, to == null ? path : to);
        } catch (IOException e) {
            // whoever states the link tells that it cannot be read
        }
    }

    private static Place parent(Place file) {
        return new Place(Objects.requireNonNull(file.path().getParent()), Batch.WHEN_RECORDED);
    }

    private static Listing.Entry.File alone(Place place) throws ReadingFailed {
        try {
            SeenFile seen = SeenFile.at(place.path());
            return new Listing.Entry.File(place.label(), place.path(), seen, seen.state());
        } catch (IOException e) {
            throw ReadingFailed.of(place, e);
        }
    }

    private static OpenedFile opened(
            Listing.Entry.File file, Surroundings around, Touched touched, Reading reading) {
        long modified = reading.notLater(file.seen().modifiedAt());
        return new OpenedFile(file, modified, around, touched, reading.look());
    }
}
