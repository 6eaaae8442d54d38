package alchemist.exchange.blueprint;

import alchemist.exchange.Reading;
import alchemist.exchange.ReadingFailed;
import alchemist.exchange.files.Root;
import alchemist.exchange.folder.OpenedFile;
import alchemist.exchange.graphfile.FileText;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that defines something, while it is read. */
public final class SourceFile {
    private final OpenedFile file;
    private final byte[] bytes;
    private final long effectiveAt;
    private final Reading reading;
    private @Nullable String text;
    private @Nullable List<Tree> documents;

    /**
     * A file.
     *
     * @param effectiveAt since when it is what it is, µs since 1970
     * @param reading where to tell what is wrong with it
     */
    public SourceFile(OpenedFile file, byte[] bytes, long effectiveAt, Reading reading) {
        this.file = file;
        this.bytes = bytes;
        this.effectiveAt = effectiveAt;
        this.reading = reading;
    }

    /** The same without its content, to be kept while others are read. */
    public SourceFile emptied() {
        return new SourceFile(file, new byte[0], effectiveAt, reading);
    }

    /** Another file of the same reading; null, which is told, where it is longer or unreadable. */
    @Nullable SourceFile beside(OpenedFile other, int maxBytes) {
        if (other.size() > maxBytes) {
            reading.warn(other.path(), "has more than " + maxBytes + " bytes, and is not read");
            return null;
        }
        try {
            OpenedFile.Content content = other.read();
            return new SourceFile(other, content.bytes(), content.effectiveAt(), reading);
        } catch (IOException e) {
            reading.miss(other.path(), "cannot be read: " + e);
            return null;
        }
    }

    /** What it is called for good. */
    public Id id() {
        return file.id();
    }

    /** Its path from the root. */
    public String path() {
        return file.path();
    }

    /** The folder that it is in, by its path from the root. */
    public String folder() {
        return Root.parent(path());
    }

    /** Its name. */
    public String name() {
        return Root.name(path());
    }

    /** Whether its name ends like this, in whatever case. */
    public boolean endsWith(String ending) {
        return path().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Since when it is what it is, µs since 1970. */
    public long effectiveAt() {
        return effectiveAt;
    }

    /** What is in it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Its text; what is no character in it stands as U+FFFD, with a warning. */
    public String text() {
        String known = text;
        if (known != null) {
            return known;
        }
        String decoded;
        try {
            decoded = FileText.of(bytes, path());
        } catch (ReadingFailed e) {
            warn(0, "is no UTF-8; what cannot be read stands as \uFFFD");
            decoded = new String(bytes, StandardCharsets.UTF_8);
        }
        text = decoded;
        return decoded;
    }

    /**
     * The documents of JSON or YAML that it holds. Of a YAML file that is damaged those before the
     * damage.
     *
     * @throws Malformed when none can be read
     */
    public List<Tree> documents() throws Malformed {
        List<Tree> known = documents;
        if (known != null) {
            return known;
        }
        List<Tree> read = endsWith(".json") ? List.of(json()) : documents(text());
        documents = read;
        return read;
    }

    /**
     * The documents of YAML that something else makes of it, line by line. Of what is damaged those
     * before the damage.
     *
     * @throws Malformed when none can be read
     */
    public List<Tree> documents(String yaml) throws Malformed {
        List<Tree> read = new ArrayList<>();
        try {
            YamlTrees.read(yaml, read);
        } catch (Malformed e) {
            if (read.isEmpty()) {
                throw e;
            }
            warn(e.line(), e.what() + "; what stands before is read");
        }
        return read;
    }

    /**
     * The JSON that it holds, whatever it is called.
     *
     * @throws Malformed when it cannot be read
     */
    public Tree json() throws Malformed {
        return JsonTrees.read(text().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The XML that it holds: an element as a map of those in it, several of one name as a list, one
     * without any as its text.
     *
     * @throws Malformed when it cannot be read
     */
    public Tree xml(String what) throws Malformed {
        return XmlTrees.read(bytes, path(), what, false);
    }

    /**
     * The same with attributes, each under its name with an {@code @} before it.
     *
     * @throws Malformed when it cannot be read
     */
    public Tree elements(String what) throws Malformed {
        return XmlTrees.read(bytes, path(), what, true);
    }

    /**
     * The TOML that it holds.
     *
     * @throws Malformed when it cannot be read
     */
    public Tree toml() throws Malformed {
        return TomlTrees.read(text());
    }

    /** Tells what is wrong in a line, from 1; 0 where that is not known. */
    public void warn(int line, String what) {
        reading.warn(line > 0 ? path() + " line " + line : path(), what);
    }
}
