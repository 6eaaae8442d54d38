package alchemist.testkit.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names in one simulated directory: as programs see them, and as they would survive. */
final class Directory {
    private sealed interface Change {
        record Link(String name, Inode inode) implements Change {}

        record Unlink(String name) implements Change {}

        record Rename(String from, String to, Inode inode) implements Change {}
    }

    private final Map<String, Inode> seen = new TreeMap<>();
    private final Map<String, Inode> durable = new TreeMap<>();
    private final List<Change> unforced = new ArrayList<>();

    List<String> names() {
        return List.copyOf(seen.keySet());
    }

    @Nullable Inode get(String name) {
        return seen.get(name);
    }

    Iterable<Inode> inodes() {
        return seen.values();
    }

    void link(String name, Inode inode) {
        change(new Change.Link(name, inode));
    }

    void unlink(String name) {
        change(new Change.Unlink(name));
    }

    void rename(String from, String to, Inode inode) {
        change(new Change.Rename(from, to, inode));
    }

    private void change(Change change) {
        apply(change, seen);
        unforced.add(change);
    }

    void force() {
        for (Change change : unforced) {
            apply(change, durable);
        }
        unforced.clear();
    }

    void failForce(SplittableRandom random) {
        losePartly(random);
        unforced.clear();
    }

    Directory afterCrash(SplittableRandom random) {
        losePartly(random);
        Directory after = new Directory();
        durable.forEach(
                (name, inode) -> {
                    Inode survived = inode.afterCrash(random);
                    after.seen.put(name, survived);
                    after.durable.put(name, survived);
                });
        return after;
    }

    /** The same names of the same bytes, all of it durable. */
    Directory copy() {
        Directory copy = new Directory();
        seen.forEach(
                (name, inode) -> {
                    Inode copied = inode.copy();
                    copy.seen.put(name, copied);
                    copy.durable.put(name, copied);
                });
        return copy;
    }

    /** Some disks keep the order of changes, others do not. */
    private void losePartly(SplittableRandom random) {
        boolean ordered = random.nextBoolean();
        int kept = random.nextInt(unforced.size() + 1);
        for (int i = 0; i < unforced.size(); i++) {
            if (ordered ? i < kept : random.nextBoolean()) {
                apply(unforced.get(i), durable);
            }
        }
    }

    private static void apply(Change change, Map<String, Inode> names) {
        switch (change) {
            case Change.Link(var name, var inode) -> names.put(name, inode);
            case Change.Unlink(var name) -> names.remove(name);
            case Change.Rename(var from, var to, var inode) -> {
                names.remove(from);
                names.put(to, inode);
            }
        }
    }
}
