package alchemist.exchange.folder;

import alchemist.exchange.Batch;
import alchemist.exchange.FileState;
import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.SeenFile;
import alchemist.exchange.files.Excludes;
import alchemist.exchange.git.Repositories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is in a folder now, by the rules that hold there: found out once in a look, for all who ask.
 * One thread.
 */
final class Listing {
    /** What is there, in the order of the walk. */
    sealed interface Entry {
        /**
         * A file.
         *
         * @param path from the folder
         */
        record File(String path, Path where, SeenFile seen, FileState state) implements Entry {}

        /** A link. */
        record Link(String path, Path where, SeenFile seen) implements Entry {}

        /** A folder in which nothing is. */
        record Empty(String path, SeenFile seen) implements Entry {}

        /** A repository inside. */
        record Inside(Path where) implements Entry {}
    }

    private final Place folder;
    private final Look look;
    private final @Nullable Path workTree;
    private final List<String> listed;
    private final List<Consumer<Notes>> notes = new ArrayList<>();
    private @Nullable List<Entry> entries;

    private Listing(Place folder, Look look, @Nullable Path workTree, List<String> listed) {
        this.folder = folder;
        this.look = look;
        this.workTree = workTree;
        this.listed = listed;
    }

    /**
     * The listing of a folder.
     *
     * @throws ReadingFailed when the folder is in a work tree that Git cannot list
     */
    static Listing of(Place folder, Look look) throws ReadingFailed {
        return look.<Listing, ReadingFailed>once(
                Listing.class, folder.location(), () -> found(folder, look));
    }

    /** The same, as if it were in no work tree. */
    static Listing alone(Place folder, Look look) {
        return new Listing(folder, look, null, List.of());
    }

    private static Listing found(Place folder, Look look) throws ReadingFailed {
        Path workTree = Repositories.workTreeOf(folder.path()).orElse(null);
        List<String> listed =
                workTree == null ? List.of() : Repositories.listed(folder.path(), look);
        // In no repository, or ignored by the one that it is in.
        return new Listing(folder, look, listed.isEmpty() ? null : workTree, listed);
    }

    /** The work tree whose files are listed, or null. */
    @Nullable Path workTree() {
        return workTree;
    }

    /**
     * All that is there.
     *
     * @param check asks whether to go on
     */
    List<Entry> entries(Runnable check) {
        if (entries == null) {
            List<Entry> all = new ArrayList<>();
            Notes recorder = new Recorder(check);
            new Walk(folder.path(), rules(recorder), recorder, new Collector(all)).run();
            entries = all;
        }
        return entries;
    }

    private Rules rules(Notes recorder) {
        Rules known =
                listed.isEmpty()
                        ? new IgnoreFiles(folder.path(), recorder)
                        : new TrackedFiles(listed);
        Excludes excludes = Excludes.of(look);
        return excludes.holdFor(folder.path()) ? new Excluding(known, folder, excludes) : known;
    }

    /** Tells what was left out. */
    void tell(Notes listener) {
        notes.forEach(note -> note.accept(listener));
    }

    /** Adds all that is there. */
    void addTo(Fingerprint print) {
        for (Entry entry : entries(() -> {})) {
            switch (entry) {
                case Entry.File(String path, var _, var _, FileState state) ->
                        print.file(path, state);
                case Entry.Link(String path, Path where, var _) -> print.file(path, where);
                case Entry.Empty(String path, var _) -> print.add(path + "/");
                case Entry.Inside(Path where) ->
                        print.inside(new Place(where, Batch.WHEN_RECORDED));
            }
        }
        tell(Notes.of(print));
    }

    private final class Collector implements Walk.Visitor {
        private final List<Entry> all;

        Collector(List<Entry> all) {
            this.all = all;
        }

        @Override
        public void file(String path, Path where, SeenFile seen) {
            FileState state = seen.state();
            look.tell(FileState.class, where, state);
            all.add(new Entry.File(path, where, seen, state));
        }

        @Override
        public void link(String path, Path where, SeenFile seen) {
            all.add(new Entry.Link(path, where, seen));
        }

        @Override
        public void emptyFolder(String path, SeenFile seen) {
            all.add(new Entry.Empty(path, seen));
        }

        @Override
        public void repository(Path where) {
            all.add(new Entry.Inside(where));
        }
    }

    private final class Recorder implements Notes {
        private final Runnable check;

        Recorder(Runnable check) {
            this.check = check;
        }

        @Override
        public void check() {
            check.run();
        }

        @Override
        public void warn(String path, String what) {
            notes.add(listener -> listener.warn(path, what));
        }

        @Override
        public void miss(String path, String what) {
            notes.add(listener -> listener.miss(path, what));
        }
    }
}
