package alchemist.exchange.places;

import alchemist.exchange.Batch;
import alchemist.exchange.PathText;
import alchemist.exchange.Place;
import alchemist.exchange.ReadingFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip. What leads out of it, or unpacks to more than a zip of this size may hold, is
 * refused as a whole. Archives inside it stay as they are.
 */
public final class Unpacking implements Fetch {
    /** How many files an archive, or a revision, may hold. */
    public static final int MAX_FILES = 200_000;

    /** How many bytes all of them may have. */
    public static final long MAX_BYTES = 4L << 30;

    /** Text shrinks to a fifth, logs to a fiftieth; more is a bomb. */
    private static final long MAX_RATIO = 200;

    /** Up to so much, any ratio does no harm. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private final Path zip;
    private final Path kept;
    private final String label;

    /**
     * Unpacks a zip into a folder, which is replaced by what is in it.
     *
     * @param label how people call what is in it
     */
    public Unpacking(Path zip, Path kept, String label) {
        this.zip = zip;
        this.kept = kept;
        this.label = label;
    }

    @Override
    public Place place() {
        return new Place(kept, Batch.WHEN_RECORDED);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void run(Watcher watcher) throws ReadingFailed {
        try (Arriving arriving = new Arriving(kept);
                ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            Files.createDirectories(arriving.path());
            unpack(file, arriving.path(), watcher);
            arriving.arrive();
        } catch (ReadingFailed e) {
            throw e;
        } catch (ZipException e) {
            throw new ReadingFailed(
                    PathText.of(zip) + " is no zip, or a damaged one: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ReadingFailed(
                    PathText.of(zip) + " could not be unpacked: " + e.getMessage(), e);
        }
    }

    private void unpack(ZipFile file, Path top, Watcher watcher) throws IOException, ReadingFailed {
        if (file.size() > MAX_FILES) {
            throw refused(
                    "holds " + file.size() + " files, and at most " + MAX_FILES + " are read");
        }
        long most = Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, MAX_RATIO * Files.size(zip)));
        long left = most;
        int done = 0;
        Enumeration<? extends ZipEntry> entries = file.entries();
        while (entries.hasMoreElements()) {
            watcher.check();
            ZipEntry entry = entries.nextElement();
            Path to = inside(top, entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(to);
            } else {
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                try (InputStream in = file.getInputStream(entry)) {
                    left -= copy(in, to, left, most);
                } catch (FileAlreadyExistsException e) {
                    throw refused("holds '" + entry.getName() + "' twice");
                }
                if (entry.getTime() > 0) {
                    Files.setLastModifiedTime(to, FileTime.fromMillis(entry.getTime()));
                }
            }
            watcher.progress(++done, file.size(), "unpacking " + label);
        }
    }

    private Path inside(Path top, String name) throws ReadingFailed {
        try {
            Path to = top.resolve(name).normalize();
            if (to.startsWith(top) && !name.contains("\\")) {
                return to;
            }
        } catch (InvalidPathException e) {
            throw refused("holds a file whose name this machine cannot have: " + e.getReason());
        }
        throw refused("holds the path '" + name + "', which leads out of it");
    }

    private long copy(InputStream in, Path to, long left, long most)
            throws IOException, ReadingFailed {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > left) {
                    throw refused(
                            "unpacks to more than "
                                    + (most >> 20)
                                    + " MB, as no honest zip of its"
                                    + " size does");
                }
                out.write(buffer, 0, read);
            }
        }
        return length;
    }

    private ReadingFailed refused(String why) {
        return new ReadingFailed(PathText.of(zip) + " is not unpacked: it " + why);
    }
}
