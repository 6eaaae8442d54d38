package alchemist.exchange.folder;

import alchemist.kernel.Id;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file whose content may be read. */
public final class OpenedFile {
    private final String path;
    private final Id id;
    private final Path where;
    private final long size;
    private final long modifiedAt;
    private final Surroundings around;

    OpenedFile(String path, Path where, long size, long modifiedAt, Surroundings around) {
        this.path = path;
        this.id = around.id(path);
        this.where = where;
        this.size = size;
        this.modifiedAt = modifiedAt;
        this.around = around;
    }

    /**
     * What is in a file.
     *
     * @param effectiveAt since when, µs since 1970
     */
    public record Content(byte[] bytes, long effectiveAt) {}

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
        return size;
    }

    /**
     * Reads its beginning.
     *
     * @param most so many bytes at most
     * @throws IOException when it cannot be read
     */
    public byte[] head(int most) throws IOException {
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
        byte[] bytes;
        try (InputStream in =
                Files.newInputStream(where, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(Math.toIntExact(size) + 1);
        }
        if (bytes.length != size) {
            throw new IOException("it changes while it is read");
        }
        String algorithm = around.hashAlgorithm(path);
        String blob = algorithm == null ? "" : FileFacts.blob(bytes, algorithm);
        return new Content(bytes, around.since(path, blob, modifiedAt));
    }
}
