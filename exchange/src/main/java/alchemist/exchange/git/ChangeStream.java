package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.GitOutput.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * What one {@code git diff-tree} tells of the commits that it is given, in their order.
 *
 * <pre>
 * 0x01 hash NUL authored NUL committed NUL message NUL … : modes and hashes kind NUL path NUL [path NUL] … added TAB deleted TAB path NUL …
 * </pre>
 */
final class ChangeStream implements AutoCloseable {
    /**
     * How many files may have come and gone in a commit for renames to be looked for among them.
     */
    static final int RENAME_LIMIT = 1000;

    private static final byte NUL = 0;
    private static final byte TAB = '\t';
    private static final int COMMIT = 1;

    private final GitOutput out;

    private ChangeStream(GitOutput out) {
        this.out = out;
    }

    /**
     * Begins to read.
     *
     * @param lines each a commit, and its first parent where it has one
     * @param lineCounts whether lines are counted, which takes most of the time
     * @param exactRenames whether only files that did not change are found again when renamed
     */
    static ChangeStream open(
            Git git, Iterable<String> lines, boolean lineCounts, boolean exactRenames)
            throws ReadingFailed {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "diff-tree",
                                "--stdin",
                                "-r",
                                "-z",
                                "--root",
                                "--always",
                                "--raw",
                                "--no-abbrev",
                                "--no-ext-diff",
                                "--no-textconv",
                                "--no-notes",
                                "--encoding=UTF-8",
                                "--date=raw",
                                "--format=%x01%H%x00%ad%x00%cd%x00%B%x00",
                                exactRenames ? "-M100%" : "-M",
                                "-l" + RENAME_LIMIT));
        if (lineCounts) {
            arguments.add("--numstat");
        }
        GitOutput out = git.start(arguments.toArray(new String[0]));
        out.input(lines);
        return new ChangeStream(out);
    }

    /**
     * The next commit.
     *
     * @throws ReadingFailed when there is none although one was asked for
     */
    RawCommit next() throws ReadingFailed {
        int first = out.peek();
        while (first == NUL || first == '\n') {
            out.skip();
            first = out.peek();
        }
        if (first != COMMIT) {
            out.end();
            throw new ReadingFailed("git diff-tree ended before it told all: try again");
        }
        out.skip();
        String hash = out.until(NUL).ascii();
        String authored = out.until(NUL).ascii();
        String committed = out.until(NUL).ascii();
        String message = out.until(NUL).text();
        return new RawCommit(hash, authored, committed, message, changes());
    }

    /** Complaints, such as that renames were not looked for. */
    String complaint() {
        return out.complaint();
    }

    @Override
    public void close() {
        out.close();
    }

    private List<RawChange> changes() throws ReadingFailed {
        List<RawChange> changes = new ArrayList<>();
        int counted = 0;
        while (true) {
            int next = out.peek();
            switch (next) {
                case -1, COMMIT -> {
                    return changes;
                }
                case NUL, '\n' -> out.skip();
                case ':' -> changes.add(change());
                default -> counted = count(changes, counted);
            }
        }
    }

    private RawChange change() throws ReadingFailed {
        // :100644 100644 <hash> <hash> M
        String[] fields = out.until(NUL).ascii().split(" ", -1);
        int mode = Integer.parseInt(fields[1], 8);
        char kind = fields[4].charAt(0);
        String first = out.until(NUL).path();
        boolean renamed = kind == 'R' || kind == 'C';
        String path = renamed ? out.until(NUL).path() : first;
        return new RawChange(
                kind,
                mode,
                CommitGraph.key(fields[3]),
                mode == FileEntry.SUBMODULE ? fields[3] : "",
                path,
                renamed ? first : "",
                RawChange.UNKNOWN,
                RawChange.UNKNOWN);
    }

    /** Reads the counts of one path, which stand in the order of the changes. */
    private int count(List<RawChange> changes, int from) throws ReadingFailed {
        int added = number(out.until(TAB));
        int deleted = number(out.until(TAB));
        String path = out.until(NUL).path();
        if (path.isEmpty()) {
            out.until(NUL);
            path = out.until(NUL).path();
        }
        for (int i = from; i < changes.size(); i++) {
            if (changes.get(i).path().equals(path)) {
                changes.set(i, changes.get(i).counted(added, deleted));
                return i + 1;
            }
        }
        return from;
    }

    private static int number(Bytes digits) {
        return digits.length() == 1 && digits.array()[digits.from()] == '-'
                ? RawChange.UNKNOWN
                : Integer.parseInt(digits.ascii());
    }
}
