package alchemist.bench.large;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes what {@code git fast-import} reads. */
final class FastImport implements AutoCloseable {
    /**
     * Who made a commit, and when.
     *
     * @param contact a name, and an address between angle brackets
     * @param second since 1970
     * @param zone as +hhmm
     */
    record Signature(String contact, long second, String zone) {
        private String text() {
            return contact + " " + second + " " + zone;
        }
    }

    private final OutputStream out;
    private int marks;

    FastImport(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 20);
    }

    /** Writes a content; its mark. */
    int blob(String text) throws IOException {
        line("blob");
        line("mark :" + ++marks);
        data(text);
        return marks;
    }

    /**
     * Begins a commit, whose changes follow; its mark.
     *
     * @param from the mark of its first parent, or 0
     * @param merged the mark of its second parent, or 0
     */
    int commit(
            String branch,
            Signature author,
            Signature committer,
            String message,
            int from,
            int merged)
            throws IOException {
        line("commit refs/heads/" + branch);
        line("mark :" + ++marks);
        line("author " + author.text());
        line("committer " + committer.text());
        data(message);
        if (from != 0) {
            line("from :" + from);
        }
        if (merged != 0) {
            line("merge :" + merged);
        }
        return marks;
    }

    /** The commit that was begun has a file with a content. */
    void put(String path, int blob) throws IOException {
        line("M 100644 :" + blob + " " + path);
    }

    /** The commit that was begun has a file no more. */
    void delete(String path) throws IOException {
        line("D " + path);
    }

    void tag(String name, int commit, Signature tagger, String message) throws IOException {
        line("tag " + name);
        line("from :" + commit);
        line("tagger " + tagger.text());
        data(message);
    }

    void branch(String name, int commit) throws IOException {
        line("reset refs/heads/" + name);
        line("from :" + commit);
    }

    private void data(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        line("data " + bytes.length);
        out.write(bytes);
        out.write('\n');
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        line("done");
        out.close();
    }
}
