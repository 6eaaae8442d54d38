package alchemist.exchange.git;

import alchemist.exchange.ReadingFailed;
import alchemist.exchange.git.GitOutput.Bytes;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;

/** The files of a commit, such as HEAD, as {@code git ls-tree} has them. */
final class CommitTree {
    private static final byte SPACE = ' ';
    private static final byte TAB = '\t';
    private static final byte NUL = 0;

    /**
     * A file.
     *
     * @param mode as Git has it
     * @param content the first 128 bits of the hash of its content
     * @param hash of its content; of a submodule, the commit that it is at
     */
    record Listed(String path, int mode, Id content, String hash) {
        boolean isSubmodule() {
            return mode == FileEntry.SUBMODULE;
        }

        /** Of a submodule, the commit that it is at; else empty. */
        String target() {
            return isSubmodule() ? hash : "";
        }
    }

    private CommitTree() {}

    /** Those at HEAD; none before the first commit. */
    static List<Listed> ofHead(Repository repository) throws ReadingFailed {
        return repository.head().isEmpty() ? List.of() : of(repository.git(), repository.head());
    }

    /** All of them, in the order of their paths. */
    static List<Listed> of(Git git, String commit) throws ReadingFailed {
        List<Listed> files = new ArrayList<>();
        try (GitOutput out = git.start("ls-tree", "-r", "-z", "--full-tree", commit)) {
            out.noInput();
            while (out.peek() >= 0) {
                // 100644 blob <hash> TAB path NUL
                int mode = out.until(SPACE).octal();
                out.until(SPACE);
                Bytes hash = out.until(TAB);
                Id content = hash.key();
                String text = hash.ascii();
                files.add(new Listed(out.until(NUL).path(), mode, content, text));
            }
            out.end();
        }
        return files;
    }
}
