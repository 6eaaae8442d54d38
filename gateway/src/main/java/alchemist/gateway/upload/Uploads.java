package alchemist.gateway.upload;

import alchemist.exchange.TemporaryFolder;
import alchemist.kernel.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Files that clients send into one workspace. They arrive aside, and take the place of what was
 * sent under the same name before only when all of them are there: so the place is read again as
 * the same source, and never by halves. Any number of threads; one at a time writes.
 *
 * <pre>
 * NAME/…               what was sent, to be read
 * .arriving/ID/NAME/…  what is being sent
 * .former/NAME/…       what was sent before, while its place is being taken
 * </pre>
 */
public final class Uploads {
    /** How many files one upload may have. */
    public static final int MAX_FILES = 5_000;

    /** How many bytes the files of one upload may have together. */
    public static final long MAX_BYTES = 512L << 20;

    /** How many uploads may be under way at once; the oldest gives way to a further one. */
    public static final int MAX_ARRIVING = 8;

    private static final String ARRIVING = ".arriving";
    private static final String FORMER = ".former";

    private final Path folder;
    private final Supplier<Id> newIds;
    private final Map<Id, Arriving> arriving = new LinkedHashMap<>();

    /** What is being sent, and how much of it is there. */
    private static final class Arriving {
        private final String name;
        private final Path folder;
        private int files;
        private long bytes;

        Arriving(String name, Path folder) {
            this.name = name;
            this.folder = folder;
        }
    }

    /** What is sent into a folder, which is made when it is needed. */
    public Uploads(Path folder, Supplier<Id> newIds) {
        this.folder = folder;
        this.newIds = newIds;
    }

    /**
     * Removes from all uploads what processes that were killed were taking, and puts back what was
     * to be replaced and was not. To be called once, before anything is sent.
     *
     * @param uploads the folders of all workspaces
     */
    public static void removeLeft(Path uploads) throws IOException {
        if (!Files.isDirectory(uploads)) {
            return;
        }
        try (Stream<Path> all = Files.list(uploads)) {
            for (Path each : all.toList()) {
                removeLeftIn(each);
            }
        }
    }

    private static void removeLeftIn(Path folder) throws IOException {
        putFormerBack(folder);
        TemporaryFolder.delete(folder.resolve(ARRIVING));
    }

    private static void putFormerBack(Path folder) throws IOException {
        Path former = folder.resolve(FORMER);
        if (Files.isDirectory(former)) {
            try (Stream<Path> all = Files.list(former)) {
                for (Path each : all.toList()) {
                    Path place = folder.resolve(former.relativize(each));
                    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                        Files.move(each, place, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
            TemporaryFolder.delete(former);
        }
    }

    /**
     * Begins an upload.
     *
     * @param name of the file or folder that is sent; the same name replaces
     */
    public synchronized Id begin(String name) throws IOException, UploadRefused {
        UploadPath.single(name);
        if (arriving.isEmpty()) {
            // What an earlier process left behind.
            removeLeftIn(folder);
        }
        if (arriving.size() >= MAX_ARRIVING) {
            Map.Entry<Id, Arriving> oldest = arriving.entrySet().iterator().next();
            forget(oldest.getKey(), oldest.getValue());
        }
        Id id = newIds.get();
        Path place = folder.resolve(ARRIVING).resolve(id.toString());
        Files.createDirectories(place.resolve(name));
        arriving.put(id, new Arriving(name, place));
        return id;
    }

    /**
     * Takes a file of an upload; sent again, it replaces.
     *
     * @param path in the folder that is sent, with slashes; of a single file its name
     */
    public synchronized void add(Id id, String path, byte[] content)
            throws IOException, UploadRefused {
        Arriving upload = known(id);
        if (upload.files >= MAX_FILES || upload.bytes + content.length > MAX_BYTES) {
            forget(id, upload);
            throw new UploadRefused(
                    "an upload may have "
                            + MAX_FILES
                            + " files and "
                            + (MAX_BYTES >> 20)
                            + " MiB: open larger folders by their path on the server's machine");
        }
        Path file = upload.folder.resolve(upload.name).resolve(UploadPath.relative(path));
        Path parent = file.getParent();
        for (Path each = parent;
                each != null && each.startsWith(upload.folder);
                each = each.getParent()) {
            if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                throw new UploadRefused(
                        "'" + path + "' leads through a file that was sent already");
            }
        }
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UploadRefused("'" + path + "' is a folder of what was sent already");
        }
        boolean isAgain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        long before = isAgain ? Files.size(file) : 0;
        Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        upload.files += isAgain ? 0 : 1;
        upload.bytes += content.length - before;
    }

    /**
     * Ends an upload: what was sent takes the place of what was there, which goes only then.
     *
     * @return the place to read: the file where one was sent, else the folder
     */
    public synchronized Path finish(Id id) throws IOException, UploadRefused {
        Arriving upload = known(id);
        if (upload.files == 0) {
            throw new UploadRefused("nothing was sent yet: send at least one file");
        }
        Path place = folder.resolve(upload.name);
        replace(place, upload.folder.resolve(upload.name));
        forget(id, upload);
        Path alone = place.resolve(upload.name);
        return upload.files == 1 && Files.isRegularFile(alone) ? alone : place;
    }

    private void replace(Path place, Path by) throws IOException {
        Path former = folder.resolve(FORMER);
        putFormerBack(folder);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(former);
            Files.move(
                    place,
                    former.resolve(folder.relativize(place)),
                    StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(by, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            putFormerBack(folder);
        }
    }

    private Arriving known(Id id) throws UploadRefused {
        Arriving upload = arriving.get(id);
        if (upload == null) {
            throw new UploadRefused(
                    "there is no upload "
                            + id
                            + " under way: it was finished, or gave way to"
                            + " later ones; begin again");
        }
        return upload;
    }

    private void forget(Id id, Arriving upload) throws IOException {
        arriving.remove(id);
        TemporaryFolder.delete(upload.folder);
    }
}
