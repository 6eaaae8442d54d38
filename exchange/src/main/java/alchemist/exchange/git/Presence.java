package alchemist.exchange.git;

import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.files.FileStatements;
import alchemist.exchange.files.Root;
import alchemist.exchange.git.Lineage.Placed;
import alchemist.exchange.git.Lineage.Step;
import alchemist.kernel.Id;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files and folders are there at a moment of the history, and where.
 *
 * <p>A history has many lines, a graph at one time has one state: that of the line that led to HEAD
 * along first parents. A file that another line brings is there from that line's commit on; once it
 * was on the main line, that line alone says where it is and when it goes; what a merge does not
 * take over goes with it. What HEAD does not come of brings, moves and removes nothing.
 */
final class Presence {
    private static final class Seat {
        String path = "";
        int mode;
        String target = "";
        boolean there;
        boolean stated;
        boolean main;
        boolean leftOut;
    }

    /** Says of what paths nothing is told. */
    interface LeftOut {
        boolean test(String path, boolean folder);
    }

    private final Root root;
    private final Map<String, String> urls;
    private final LeftOut leftOut;
    private final Map<FileLife, Seat> seats = new LinkedHashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private final Set<String> statedFolders = new HashSet<>();
    private final Set<FileLife> movedFiles = new LinkedHashSet<>();
    private final TreeSet<String> movedFolders = new TreeSet<>();

    /** What other lines brought, by the commit of the main line that takes it over or does not. */
    private final Map<Integer, Set<FileLife>> brought = new HashMap<>();

    /**
     * Nothing is there yet.
     *
     * @param urls where submodules come from, by path
     */
    Presence(Root root, Map<String, String> urls, LeftOut leftOut) {
        this.root = root;
        this.urls = urls;
        this.leftOut = leftOut;
    }

    /** Whether nothing is told of a file where it was last. */
    boolean isLeftOut(FileLife life) {
        return seat(life).leftOut;
    }

    /** The id of a file. */
    Id id(FileLife life) {
        return root.file(life.key());
    }

    /**
     * Takes in what a commit did that led to HEAD.
     *
     * @param takenBy the first commit of the main line that came of it: where it is of that line,
     *     itself
     */
    void apply(int commit, Step step, int takenBy) {
        boolean main = commit == takenBy;
        for (FileLife life : step.removed()) {
            Seat seat = seat(life);
            if (main || !seat.main) {
                leave(life, seat);
            }
        }
        for (Placed one : step.placed()) {
            Seat seat = seat(one.life());
            if (main || !seat.main) {
                seat.main |= main;
                place(one.life(), seat, one.path(), one.entry());
                if (!main) {
                    brought.computeIfAbsent(takenBy, _ -> new LinkedHashSet<>()).add(one.life());
                }
            }
        }
        if (main) {
            Set<FileLife> ended = brought.remove(commit);
            for (FileLife life : ended == null ? Set.<FileLife>of() : ended) {
                Seat seat = seat(life);
                if (!seat.main) {
                    leave(life, seat);
                }
            }
        }
    }

    /** At the end: exactly these files are there. */
    void settle(Map<String, FileEntry> present) {
        Set<FileLife> here = new HashSet<>();
        present.values().forEach(entry -> here.add(java.util.Objects.requireNonNull(entry.life())));
        seats.forEach(
                (life, seat) -> {
                    if (!here.contains(life)) {
                        leave(life, seat);
                    }
                });
        present.forEach(
                (path, entry) -> {
                    FileLife life = java.util.Objects.requireNonNull(entry.life());
                    place(life, seat(life), path, entry);
                });
    }

    /** Tells what differs since this was called last. */
    void tell(List<NodeStatement> nodes, List<Id> withdrawn) {
        for (String folder : movedFolders) {
            if (files.getOrDefault(folder, 0) > 0 && statedFolders.add(folder)) {
                nodes.add(FileStatements.folder(root, folder));
            }
        }
        for (FileLife life : movedFiles) {
            Seat seat = seat(life);
            if (seat.there) {
                nodes.add(statement(life, seat));
            } else if (seat.stated) {
                withdrawn.add(id(life));
            }
            seat.stated = seat.there;
        }
        for (String folder : movedFolders.descendingSet()) {
            if (files.getOrDefault(folder, 0) == 0 && statedFolders.remove(folder)) {
                withdrawn.add(root.folder(folder));
            }
        }
        movedFiles.clear();
        movedFolders.clear();
    }

    private NodeStatement statement(FileLife life, Seat seat) {
        Map<String, Value> more =
                switch (seat.mode) {
                    case FileEntry.SUBMODULE -> submodule(seat);
                    case FileEntry.LINK -> Map.of("link", Value.flag(true));
                    case FileEntry.EXECUTABLE -> Map.of("executable", Value.flag(true));
                    default -> Map.of();
                };
        String type = seat.mode == FileEntry.SUBMODULE ? "Submodule" : "File";
        return FileStatements.file(root, id(life), seat.path, type, more);
    }

    private Map<String, Value> submodule(Seat seat) {
        Value commit = Value.text(seat.target);
        String url = urls.get(seat.path);
        return url == null
                ? Map.of("commit", commit)
                : Map.of("commit", commit, "url", Value.text(url));
    }

    private Seat seat(FileLife life) {
        return seats.computeIfAbsent(life, _ -> new Seat());
    }

    private void leave(FileLife life, Seat seat) {
        if (seat.there) {
            seat.there = false;
            count(seat.path, -1);
            movedFiles.add(life);
        }
    }

    private void place(FileLife life, Seat seat, String path, FileEntry entry) {
        seat.leftOut = leftOut.test(path, entry.mode() == FileEntry.SUBMODULE);
        if (seat.leftOut) {
            leave(life, seat);
            return;
        }
        if (seat.there
                && seat.path.equals(path)
                && seat.mode == entry.mode()
                && seat.target.equals(entry.target())) {
            return;
        }
        if (seat.there) {
            count(seat.path, -1);
        }
        seat.there = true;
        seat.path = path;
        seat.mode = entry.mode();
        seat.target = entry.target();
        count(path, 1);
        movedFiles.add(life);
    }

    private void count(String path, int more) {
        for (String folder = Root.parent(path); !folder.isEmpty(); folder = Root.parent(folder)) {
            files.merge(folder, more, Integer::sum);
            movedFolders.add(folder);
        }
    }
}
