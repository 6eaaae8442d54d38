package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.GitOutput.Bytes;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;

/** The files at HEAD, as {@code git ls-tree} has them. */
final class HeadTree {
    private static final byte SPACE = ' ';
    private static final byte TAB = '\t';
    private static final byte NUL = 0;

    /**
     * A file.
     *
     * @param mode as Git has it
     * @param content the first 128 bits of the hash of its content
     * @param target of a submodule, the commit that it is at; else empty
     */
    record Listed(String path, int mode, Id content, String target) {}

    private HeadTree() {}

    /** All of them, in the order of their paths; none before the first commit. */
    static List<Listed> of(Repository repository) throws ReadingFailed {
        List<Listed> files = new ArrayList<>();
        if (repository.head().isEmpty()) {
            return files;
        }
        try (GitOutput out =
                repository.git().start("ls-tree", "-r", "-z", "--full-tree", repository.head())) {
            out.noInput();
            while (out.peek() >= 0) {
                // 100644 blob <hash> TAB path NUL
                int mode = out.until(SPACE).octal();
                out.until(SPACE);
                Bytes hash = out.until(TAB);
                Id content = hash.key();
                String target = mode == FileEntry.SUBMODULE ? hash.ascii() : "";
                files.add(new Listed(out.until(NUL).path(), mode, content, target));
            }
            out.end();
        }
        return files;
    }
}
