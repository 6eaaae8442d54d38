package alchemist.bench.large;

import alchemist.bench.large.FastImport.Signature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commits of a repository, one after the other: files come throughout, and are changed, renamed
 * and deleted; one commit in eight begins a branch that is merged; releases are tagged.
 */
final class GeneratedHistory {
    private static final int AUTHORS = 56;
    private static final int TAGS = 60;

    /** 1 January 2017. */
    private static final long BEGIN = 1_483_228_800L;

    /** Eight years. */
    private static final long SECONDS = 8L * 365 * 86_400;

    private static final int MOST_NEW = 120;

    private final Shape shape;
    private final Dice dice;
    private final GeneratedTree tree;
    private final FastImport out;
    private final List<String> authors = new ArrayList<>();
    private int done;
    private int tags;

    GeneratedHistory(Shape shape, FastImport out) {
        this.shape = shape;
        this.dice = new Dice(shape.seed());
        this.tree = new GeneratedTree(shape, dice);
        this.out = out;
        for (int i = 0; i < AUTHORS; i++) {
            String first = Words.FIRST.get(i % Words.FIRST.size());
            String last = Words.LAST.get(i * 7 % Words.LAST.size());
            authors.add(
                    first + " " + last + " <" + Words.low(first + "." + last) + "@example.org>");
        }
    }

    /** What one commit, or a whole branch, did: by path the content, or 0 where it is gone. */
    private static final class Changes {
        final Map<String, Integer> paths = new LinkedHashMap<>();
        final Set<GeneratedFile> files = new LinkedHashSet<>();
    }

    /** Writes it all; how many files there are at the end. */
    int write() throws IOException {
        Changes first = new Changes();
        first.paths.put("README.md", out.blob("# Example\n\nA system that is generated.\n"));
        first.paths.put(".gitignore", out.blob("target/\nnode_modules/\n"));
        int tip = commit("main", first, "Begin", 0, 0);
        while (done < shape.commits()) {
            if (dice.chance(0.05) && done + 6 < shape.commits()) {
                tip = branch(tip);
            } else {
                tip = commit("main", work(1), message(), tip, 0);
            }
            int due = (int) ((long) done * TAGS / shape.commits());
            if (due > tags) {
                tags = due;
                String name = "v" + tags / 10 + "." + tags % 10;
                out.tag(name, tip, signature(0), "Release " + name + "\n");
            }
        }
        out.branch("release/next", tip);
        return tree.size() + first.paths.size();
    }

    /** A branch of a few commits, beside which the main line goes on, and its merge. */
    private int branch(int tip) throws IOException {
        Changes all = new Changes();
        int branch = tip;
        for (int n = 1 + dice.below(4); n > 0; n--) {
            Changes one = work(2);
            branch = commit("topic", one, message(), branch, 0);
            all.paths.putAll(one.paths);
            all.files.addAll(one.files);
            one.files.forEach(file -> file.locked = true);
        }
        int main = tip;
        if (dice.chance(0.6)) {
            main = commit("main", work(1), message(), main, 0);
        }
        all.files.forEach(file -> file.locked = false);
        String message =
                "Merge pull request #" + (1000 + done) + " from topic\n\n" + Texts.sentence(dice);
        return commit("main", all, message + "\n", main, branch);
    }

    /** What one commit does. */
    private Changes work(int share) throws IOException {
        Changes changes = new Changes();
        Module module = tree.module();
        int wanted = (int) ((long) shape.files() * (done + 1) / shape.commits()) - tree.size();
        for (int i = Math.clamp(wanted / share, 0, MOST_NEW); i > 0; i--) {
            put(tree.add(module), changes);
        }
        for (int i = dice.few(12); i > 0; i--) {
            GeneratedFile file = tree.some(dice.chance(0.8) ? module : tree.module());
            if (file != null) {
                file.change(dice);
                put(file, changes);
            }
        }
        if (dice.chance(0.04)) {
            GeneratedFile file = tree.some(module);
            if (file != null && !changes.files.contains(file)) {
                tree.delete(file);
                changes.paths.put(file.path, 0);
            }
        }
        if (dice.chance(0.025)) {
            move(module, dice.chance(0.06), changes);
        }
        return changes;
    }

    /** Moves a file, or all of its folder. */
    private void move(Module module, boolean all, Changes changes) throws IOException {
        GeneratedFile some = tree.some(module);
        if (some == null) {
            return;
        }
        String folder = some.folder();
        String target = folder + Words.low(dice.of(Words.ROLES));
        for (GeneratedFile file : List.copyOf(module.files)) {
            boolean moves = file.equals(some) || (all && file.folder().equals(folder));
            if (moves && !file.locked && !changes.files.contains(file)) {
                changes.paths.put(tree.move(file, target), 0);
                put(file, changes);
            }
        }
    }

    private void put(GeneratedFile file, Changes changes) throws IOException {
        file.mark = out.blob(Texts.of(file));
        changes.paths.put(file.path, file.mark);
        changes.files.add(file);
    }

    private int commit(String branch, Changes changes, String message, int from, int merged)
            throws IOException {
        int author = dice.skewed(AUTHORS, 2);
        int committer = dice.chance(0.1) ? dice.skewed(AUTHORS, 2) : author;
        int mark =
                out.commit(branch, signature(author), signature(committer), message, from, merged);
        // What is gone stands first: a file may have come where another was.
        for (Map.Entry<String, Integer> each : changes.paths.entrySet()) {
            if (each.getValue() == 0) {
                out.delete(each.getKey());
            }
        }
        for (Map.Entry<String, Integer> each : changes.paths.entrySet()) {
            if (each.getValue() != 0) {
                out.put(each.getKey(), each.getValue());
            }
        }
        done++;
        return mark;
    }

    private Signature signature(int author) {
        long second = BEGIN + SECONDS * done / shape.commits() + dice.below(600);
        return new Signature(authors.get(author), second, author % 3 == 0 ? "+0100" : "-0500");
    }

    private String message() {
        StringBuilder text = new StringBuilder(Texts.sentence(dice)).append('\n');
        if (dice.chance(0.5)) {
            text.append('\n').append(Texts.sentence(dice)).append('\n');
            text.append(Texts.sentence(dice)).append('\n');
        }
        if (dice.chance(0.3)) {
            text.append("\nFixes #").append(dice.below(2000) + 1).append('\n');
        }
        if (dice.chance(0.15)) {
            text.append("\nReviewed-by: ").append(dice.of(authors)).append('\n');
        }
        return text.toString();
    }
}
