package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.GitOutput.Bytes;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;

/**
 * What Git tells of one commit with {@code --raw -z}, and perhaps {@code --numstat}.
 *
 * <pre>
 * … : modes and hashes kind NUL path NUL [path NUL] … added TAB deleted TAB path NUL …
 * </pre>
 */
final class RawDiff {
    /** Stands before each commit. */
    static final int COMMIT = 1;

    private static final byte NUL = 0;
    private static final byte TAB = '\t';
    private static final byte SPACE = ' ';

    private RawDiff() {}

    /** The changes up to the next commit, or the end. */
    static List<RawChange> read(GitOutput out) throws ReadingFailed {
        List<RawChange> changes = new ArrayList<>();
        int counted = 0;
        while (true) {
            int next = out.peek();
            switch (next) {
                case -1, COMMIT -> {
                    return changes;
                }
                case NUL, '\n' -> out.skip();
                case ':' -> changes.add(change(out));
                default -> counted = count(out, changes, counted);
            }
        }
    }

    private static RawChange change(GitOutput out) throws ReadingFailed {
        // :100644 100644 <hash> <hash> M
        out.until(SPACE);
        int mode = out.until(SPACE).octal();
        out.until(SPACE);
        Bytes hash = out.until(SPACE);
        Id content = hash.key();
        String target = mode == FileEntry.SUBMODULE ? hash.ascii() : "";
        Bytes how = out.until(NUL);
        char kind = (char) how.array()[how.from()];
        String first = out.until(NUL).path();
        boolean renamed = kind == 'R' || kind == 'C';
        String path = renamed ? out.until(NUL).path() : first;
        return new RawChange(
                kind,
                mode,
                content,
                target,
                path,
                renamed ? first : "",
                RawChange.UNKNOWN,
                RawChange.UNKNOWN);
    }

    /** Reads the counts of one path, which stand in the order of the changes. */
    private static int count(GitOutput out, List<RawChange> changes, int from)
            throws ReadingFailed {
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
