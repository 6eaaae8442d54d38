package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private static final int COMMIT = RawDiff.COMMIT;

    private final Git git;
    private final List<String> lines;
    private final boolean lineCounts;
    private final boolean exactRenames;
    private final StringBuilder complaints = new StringBuilder();
    private final List<String> unread = new ArrayList<>();
    private @Nullable GitOutput running;
    private int next;

    private ChangeStream(Git git, List<String> lines, boolean lineCounts, boolean exactRenames) {
        this.git = git;
        this.lines = lines;
        this.lineCounts = lineCounts;
        this.exactRenames = exactRenames;
    }

    /**
     * Begins to read.
     *
     * @param lines each a commit, and its first parent where it has one
     * @param lineCounts whether lines are counted, which takes most of the time
     * @param exactRenames whether only files that did not change are found again when renamed
     */
    static ChangeStream open(Git git, List<String> lines, boolean lineCounts, boolean exactRenames)
            throws ReadingFailed {
        ChangeStream stream = new ChangeStream(git, lines, lineCounts, exactRenames);
        if (!lines.isEmpty()) {
            stream.running = start(git, lines, lineCounts, exactRenames);
        }
        return stream;
    }

    private static GitOutput start(
            Git git, List<String> lines, boolean lineCounts, boolean exactRenames)
            throws ReadingFailed {
        List<String> arguments = new ArrayList<>(List.of("diff-tree", "--stdin", "--always"));
        arguments.addAll(diffing(exactRenames));
        arguments.addAll(
                List.of(
                        "--encoding=UTF-8",
                        "--date=raw",
                        "--format=%x01%H%x00%ad%x00%cd%x00%B%x00"));
        if (lineCounts) {
            arguments.add("--numstat");
        }
        GitOutput out = git.start(arguments.toArray(new String[0]));
        out.input(lines);
        return out;
    }

    /** How commits are compared with their first parents. */
    static List<String> diffing(boolean exactRenames) {
        return List.of(
                "-r",
                "-z",
                "--root",
                "--raw",
                "--no-abbrev",
                "--no-ext-diff",
                "--no-textconv",
                "--no-notes",
                exactRenames ? "-M100%" : "-M",
                "-l" + RENAME_LIMIT);
    }

    /**
     * The next commit. Where the repository lacks a content that it changes, it is told of without
     * what only that content tells.
     *
     * @throws ReadingFailed when the commit, or its tree, is not there or damaged
     */
    RawCommit next() throws ReadingFailed {
        String line = lines.get(next++);
        GitOutput out = running;
        if (out == null) {
            out = start(git, lines.subList(next - 1, lines.size()), lineCounts, exactRenames);
            running = out;
        }
        RawCommit commit = read(out);
        if (out.peek() < 0 && out.exitCode() != 0) {
            // What was told of this commit may have been cut off, or it is the next that fails.
            close();
            running = null;
            commit = alone(line);
        }
        if (commit == null) {
            throw new ReadingFailed("git diff-tree ended before it told all: try again");
        }
        return commit;
    }

    /** Complaints, such as that renames were not looked for. */
    String complaint() {
        GitOutput out = running;
        return complaints + (out == null ? "" : out.complaint());
    }

    /** The commits of which contents are missing or damaged. */
    List<String> unread() {
        return unread;
    }

    @Override
    public void close() {
        GitOutput out = running;
        if (out != null) {
            complaints.append(out.complaint());
            out.close();
        }
    }

    /** One commit: with all that can be told of it, else without what takes its contents. */
    private RawCommit alone(String line) throws ReadingFailed {
        RawCommit commit = alone(line, lineCounts, exactRenames);
        if (commit != null) {
            return commit;
        }
        unread.add(line.substring(0, line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ')));
        commit = alone(line, false, exactRenames);
        if (commit == null) {
            commit = alone(line, false, true);
        }
        if (commit == null) {
            throw new ReadingFailed(
                    complaints.toString().strip()
                            + " (git diff-tree of "
                            + line
                            + "): the repository is damaged, 'git fsck' says where");
        }
        return commit;
    }

    private @Nullable RawCommit alone(String line, boolean counts, boolean exact)
            throws ReadingFailed {
        try (GitOutput out = start(git, List.of(line), counts, exact)) {
            RawCommit commit = read(out);
            if (out.exitCode() == 0) {
                return commit;
            }
            complaints.setLength(0);
            complaints.append(out.complaint());
            return null;
        }
    }

    private static @Nullable RawCommit read(GitOutput out) throws ReadingFailed {
        int first = out.peek();
        while (first == NUL || first == '\n') {
            out.skip();
            first = out.peek();
        }
        if (first != COMMIT) {
            return null;
        }
        out.skip();
        String hash = out.until(NUL).ascii();
        String authored = out.until(NUL).ascii();
        String committed = out.until(NUL).ascii();
        String message = out.until(NUL).text();
        return new RawCommit(hash, authored, committed, message, RawDiff.read(out));
    }
}
