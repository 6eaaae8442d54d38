package alchemist.exchange.folder;

import alchemist.exchange.FileState;
import alchemist.exchange.Look;
import alchemist.kernel.Id;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file whose content may be read. */
public final class OpenedFile {
    private final Listing.Entry.File file;
    private final String path;
    private final Id id;
    private final long modifiedAt;
    private final Surroundings around;
    private final Touched touched;
    private final Look look;

    OpenedFile(
            Listing.Entry.File file,
            long modifiedAt,
            Surroundings around,
            Touched touched,
            Look look) {
        this.file = file;
        this.path = around.full(file.path());
        this.id = around.id(path);
        this.modifiedAt = modifiedAt;
        this.around = around;
        this.touched = touched;
        this.look = look;
    }

    /**
     * What is in a file.
     *
     * @param effectiveAt since when, µs since 1970
     * @param blob the hash by which Git would know it, or empty
     */
    public record Content(byte[] bytes, long effectiveAt, String blob) {}

    /** Its path from the root. */
    public String path() {
        return path;
    }

    /** What it is called for good. */
    public Id id() {
        return id;
    }

    /** How long it is, in bytes. */
    public long size() {
        touched.whole(file);
        return file.seen().size();
    }

    /**
     * Reads its beginning.
     *
     * @param most so many bytes at most
     * @throws IOException when it cannot be read
     */
    public byte[] head(int most) throws IOException {
        byte[] head = head(file.where(), most);
        touched.head(file, most, head);
        return head;
    }

    static byte[] head(Path where, int most) throws IOException {
        try (InputStream in =
                Files.newInputStream(where, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }

    /**
     * Reads it whole.
     *
     * @throws IOException when it cannot be read, or grew or shrank since it was found
     */
    public Content read() throws IOException {
        touched.whole(file);
        long size = file.seen().size();
        byte[] bytes;
        try (InputStream in =
                Files.newInputStream(
                        file.where(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(Math.toIntExact(size) + 1);
        }
        if (bytes.length != size) {
            throw new IOException("it changes while it is read");
        }
        String algorithm = around.hashAlgorithm(path);
        String blob = algorithm == null ? "" : FileFacts.blob(bytes, algorithm);
        return new Content(bytes, around.since(path, blob, file.where(), modifiedAt), blob);
    }

    /**
     * Since when it is what it is.
     *
     * @param blob the hash by which Git would know its content, or empty
     */
    public long effectiveAt(String blob) {
        try {
            return around.since(path, blob, file.where(), modifiedAt);
        } catch (IOException e) {
            return modifiedAt; // it is gone meanwhile, which the next reading tells
        }
    }

    /** What was made of its content before, where it cannot have changed since; else null. */
    public <T> @Nullable T known(Class<T> kind) {
        FileState state = file.state();
        if (!state.isSettled(look.nowMicros())) {
            return null;
        }
        T known = look.memo().find(kind, key(), state);
        if (known != null) {
            touched.whole(file);
        }
        return known;
    }

    /**
     * Keeps what was made of its content.
     *
     * @param size about how many bytes that takes
     */
    public <T> void keep(Class<T> kind, T what, long size) {
        FileState state = file.state();
        if (state.isSettled(look.nowMicros())) {
            look.memo().keep(kind, key(), state, what, size);
        }
    }

    /** What is made of it may hold by which hash Git knows it. */
    private Object key() {
        return List.of(file.where(), String.valueOf(around.hashAlgorithm(path)));
    }
}
