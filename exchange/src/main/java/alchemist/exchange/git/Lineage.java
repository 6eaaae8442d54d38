package alchemist.exchange.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which file is which: folds the changes of commits, parents first, into the tree of each, and
 * keeps a tree while a child is still to come.
 */
final class Lineage {
    /**
     * What a commit itself did to a file.
     *
     * @param was of a rename, the old path; else empty
     * @param aside whether the file is none of those that what led to HEAD ever had
     */
    record Change(FileLife life, char kind, String was, int added, int deleted, boolean aside) {}

    /** Where a file now is. */
    record Placed(FileLife life, String path, FileEntry entry) {}

    /**
     * What a commit did.
     *
     * @param changes by itself; of a merge, not what it took over from one of its parents
     * @param placed files that are at another path, or of another mode, than in the first parent
     * @param removed files of the first parent that are nowhere any more
     */
    record Step(List<Change> changes, List<Placed> placed, List<FileLife> removed) {}

    private final CommitGraph graph;
    private final Map<Integer, PathMap<FileEntry>> trees = new HashMap<>();
    private final int[] childrenToCome;
    private final Map<String, FileLife> lives = new HashMap<>();

    Lineage(CommitGraph graph) {
        this.graph = graph;
        this.childrenToCome = new int[graph.size()];
        for (int i = 0; i < childrenToCome.length; i++) {
            childrenToCome[i] = graph.children(i);
        }
    }

    /** The tree of a commit that was folded and has no child, or is kept for another reason. */
    PathMap<FileEntry> tree(int commit) {
        return trees.getOrDefault(commit, PathMap.empty());
    }

    /** Keeps the tree of a commit whatever happens. */
    void keep(int commit) {
        childrenToCome[commit]++;
    }

    /** Folds a commit, whose parents were folded before. */
    Step fold(int commit, List<RawChange> raw) {
        int[] parents = graph.parents(commit);
        PathMap<FileEntry> base = parents.length == 0 ? PathMap.empty() : tree(parents[0]);
        Folding folding = new Folding(commit, base, others(parents));
        Step step = folding.fold(raw);
        trees.put(commit, folding.tree);
        for (int parent : parents) {
            release(parent);
        }
        if (childrenToCome[commit] == 0) {
            trees.remove(commit);
        }
        return step;
    }

    private List<PathMap<FileEntry>> others(int[] parents) {
        List<PathMap<FileEntry>> others = new ArrayList<>(1);
        for (int i = 1; i < parents.length; i++) {
            others.add(tree(parents[i]));
        }
        return others;
    }

    private void release(int commit) {
        if (--childrenToCome[commit] == 0) {
            trees.remove(commit);
        }
    }

    private FileLife life(String key) {
        return lives.computeIfAbsent(key, FileLife::new);
    }

    /** The fold of one commit. */
    private final class Folding {
        private final int commit;
        private final PathMap<FileEntry> base;
        private final List<PathMap<FileEntry>> others;
        private final Map<String, FileLife> taken = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Placed> placed = new ArrayList<>();
        private PathMap<FileEntry> tree;

        Folding(int commit, PathMap<FileEntry> base, List<PathMap<FileEntry>> others) {
            this.commit = commit;
            this.base = base;
            this.tree = base;
            this.others = others;
        }

        Step fold(List<RawChange> raw) {
            for (RawChange change : raw) {
                switch (change.kind()) {
                    case 'D' -> take(change.path());
                    case 'R' -> take(change.was());
                    default -> {}
                }
            }
            for (RawChange change : raw) {
                switch (change.kind()) {
                    case 'D' -> deleted(change);
                    case 'A', 'C' -> put(change, came(change.path()));
                    case 'R' -> put(change, moved(change));
                    default -> put(change, stayed(change.path()));
                }
            }
            for (Placed one : placed) {
                taken.values().remove(one.life);
            }
            return new Step(changes, placed, List.copyOf(taken.values()));
        }

        private void take(String path) {
            FileEntry entry = tree.get(path);
            if (entry != null && entry.life() != null) {
                taken.put(path, entry.life());
            }
            tree = tree.with(path, FileEntry.GONE);
        }

        private void deleted(RawChange change) {
            FileLife life = taken.get(change.path());
            if (life != null && isOwnDeletion(change.path())) {
                boolean aside = isAside(life, change.path(), "");
                changes.add(new Change(life, 'D', "", change.added(), change.deleted(), aside));
            }
        }

        /** The file that came to a path: of another parent, or born here. */
        private FileLife came(String path) {
            FileLife life = ofOthers(path);
            return life != null && !isElsewhere(life, path) ? life : born(path);
        }

        private FileLife moved(RawChange change) {
            FileLife other = ofOthers(change.path());
            if (other != null && !isElsewhere(other, change.path())) {
                return other;
            }
            FileLife life = taken.get(change.was());
            return life != null && !isElsewhere(life, change.path()) ? life : born(change.path());
        }

        private FileLife stayed(String path) {
            FileEntry entry = tree.get(path);
            return entry == null || entry.life() == null ? born(path) : entry.life();
        }

        private FileLife born(String path) {
            FileLife first = life(path);
            boolean again = tree.get(path) != null || isElsewhere(first, path);
            return again ? life(path + "#" + graph.hash(commit)) : first;
        }

        private void put(RawChange change, FileLife life) {
            String path = change.path();
            FileEntry former = tree.get(path);
            FileEntry brought = brought(change);
            long since = brought == null ? graph.effectiveAt(commit) : brought.since();
            boolean aside = isAside(life, path, change.was());
            FileEntry entry =
                    new FileEntry(
                            life, change.mode(), change.content(), change.target(), since, aside);
            life.had(path);
            tree = tree.with(path, entry);
            if (former == null
                    || !life.equals(former.life())
                    || former.mode() != entry.mode()
                    || entry.mode() == FileEntry.SUBMODULE) {
                placed.add(new Placed(life, path, entry));
            }
            if (brought == null) {
                changes.add(
                        new Change(
                                life,
                                change.kind() == 'C' ? 'A' : change.kind(),
                                change.was(),
                                change.added(),
                                change.deleted(),
                                aside));
            }
        }

        /** The entry of another parent that holds just this at this path, or null. */
        private @Nullable FileEntry brought(RawChange change) {
            for (PathMap<FileEntry> other : others) {
                FileEntry entry = other.get(change.path());
                if (entry != null && entry.holds(change.mode(), change.content())) {
                    return entry;
                }
            }
            return null;
        }

        /**
         * Whether no commit that led to HEAD and to this one had the file: it was born on a line
         * that HEAD does not come of. That follows from what came before alone.
         */
        private boolean isAside(FileLife life, String path, String was) {
            return !graph.isLed(commit)
                    && !stands(base.get(path), life)
                    && !stands(base.get(was), life)
                    && others.stream().noneMatch(other -> stands(other.get(path), life));
        }

        private static boolean stands(@Nullable FileEntry entry, FileLife life) {
            return entry != null && !entry.aside() && life.equals(entry.life());
        }

        /** Whether every other parent still had the path: then the merge itself deleted it. */
        private boolean isOwnDeletion(String path) {
            for (PathMap<FileEntry> other : others) {
                FileEntry entry = other.get(path);
                if (entry == null || entry.life() == null) {
                    return false;
                }
            }
            return true;
        }

        private @Nullable FileLife ofOthers(String path) {
            for (PathMap<FileEntry> other : others) {
                FileEntry entry = other.get(path);
                if (entry != null && entry.life() != null) {
                    return entry.life();
                }
            }
            return null;
        }

        /** Whether the tree holds the file at another path too. */
        private boolean isElsewhere(FileLife life, String path) {
            for (String other : life.paths()) {
                FileEntry entry = other.equals(path) ? null : tree.get(other);
                if (entry != null && life.equals(entry.life())) {
                    return true;
                }
            }
            return false;
        }
    }
}
