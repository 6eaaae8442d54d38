package alchemist.engine.content;

import alchemist.log.Disk;
import alchemist.log.Disk.Mode;
import alchemist.log.DiskFile;
import alchemist.log.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Immutable contents in a directory, each in a file that is named by its hash. A content is first
 * staged, then promoted in one step: a file of its name is whole, whatever crash there was. For any
 * thread; one process at a time.
 *
 * <pre>
 * staged/17               on its way, or left by a crash: deleted when the store is opened
 * 4q/bafkrei…4qe          a content, in the directory of the third and second letter from its end
 * </pre>
 */
public final class ContentStore {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String STAGED = "staged";

    /** Of so many contents it is known that they need not be put again; about 100 bytes each. */
    private static final int MAX_KNOWN = 50_000;

    private final Disk disk;
    private final Path directory;
    private final long maxBytes;
    private final AtomicLong lastStaged = new AtomicLong();

    /** What this process put. */
    private final Set<Cid> durable = ConcurrentHashMap.newKeySet();

    private ContentStore(Disk disk, Path directory, long maxBytes) {
        this.disk = disk;
        this.directory = directory;
        this.maxBytes = maxBytes;
    }

    /**
     * Opens a store, and deletes what was staged and never promoted.
     *
     * @param directory made when it is missing
     * @param maxBytes the greatest length of a content
     */
    public static ContentStore open(Disk disk, Path directory, long maxBytes) throws IOException {
        Path staged = directory.resolve(STAGED);
        disk.createDirectories(staged);
        for (String leftover : disk.list(staged)) {
            disk.delete(staged.resolve(leftover));
        }
        return new ContentStore(disk, directory, maxBytes);
    }

    /** A store that another process may be writing to: to be read, nothing is deleted in it. */
    public static ContentStore openToRead(Disk disk, Path directory) {
        return new ContentStore(disk, directory, 0);
    }

    /** All contents, by their names; some may be damaged. */
    public List<Cid> all() throws IOException {
        List<Cid> all = new ArrayList<>();
        for (String shard : disk.list(directory)) {
            if (!shard.equals(STAGED)) {
                for (String name : disk.list(directory.resolve(shard))) {
                    all.add(Cid.parse(name));
                }
            }
        }
        return all;
    }

    /** A content that is durable, but not yet in the store: promote it, or discard it. */
    public final class Staged {
        private final Path file;
        private final Cid cid;
        private final long lengthBytes;

        private Staged(Path file, Cid cid, long lengthBytes) {
            this.file = file;
            this.cid = cid;
            this.lengthBytes = lengthBytes;
        }

        /** What it will be known by. */
        public Cid cid() {
            return cid;
        }

        /** How long it is. */
        public long lengthBytes() {
            return lengthBytes;
        }

        /** Puts it into the store; durable on return. */
        public Cid promote() throws IOException {
            if (isDurable(cid, lengthBytes)) {
                discard();
                return cid;
            }
            disk.createDirectories(directoryOf(cid));
            disk.rename(file, fileOf(cid));
            disk.forceDirectory(directoryOf(cid));
            if (durable.size() >= MAX_KNOWN) {
                durable.clear();
            }
            durable.add(cid);
            return cid;
        }

        /** Deletes it. */
        public void discard() throws IOException {
            disk.delete(file);
        }
    }

    /**
     * Reads a stream to its end, hashes it and makes it durable beside the store.
     *
     * @throws ContentTooLarge when it is longer than this store takes
     */
    public Staged stage(InputStream in) throws IOException {
        Path file = directory.resolve(STAGED).resolve("" + lastStaged.incrementAndGet());
        boolean whole = false;
        try (DiskFile out = disk.open(file, Mode.CREATE)) {
            MessageDigest sha256 = sha256();
            byte[] buffer = new byte[BUFFER_BYTES];
            long length = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (length + n > maxBytes) {
                    throw new ContentTooLarge(maxBytes);
                }
                sha256.update(buffer, 0, n);
                out.writeFully(ByteBuffer.wrap(buffer, 0, n), length);
                length += n;
            }
            out.force(true);
            whole = true;
            return new Staged(file, new Cid(Hash.read(sha256.digest(), 0)), length);
        } finally {
            if (!whole) {
                deleteIfExists(file);
            }
        }
    }

    /** Puts a stream into the store; durable on return. */
    public Cid put(InputStream in) throws IOException {
        Staged staged = stage(in);
        boolean done = false;
        try {
            Cid cid = staged.promote();
            done = true;
            return cid;
        } finally {
            if (!done) {
                deleteIfExists(staged.file);
            }
        }
    }

    /** Puts bytes into the store, unless they certainly are there; durable on return. */
    public Cid put(byte[] bytes) throws IOException {
        Cid cid = cidOf(bytes);
        return isDurable(cid, bytes.length) ? cid : put(new ByteArrayInputStream(bytes));
    }

    /**
     * Whether a content is here for certain. One that an earlier process put may have a name that
     * only the machine's memory has, since that process ended before it was forced, or the force
     * failed; then forcing it again may do nothing. So it is given its name again.
     */
    private boolean isDurable(Cid cid, long lengthBytes) throws IOException {
        return durable.contains(cid) && has(cid) && size(cid) == lengthBytes;
    }

    /** What these bytes are known by. */
    public static Cid cidOf(byte[] bytes) {
        return new Cid(Hash.read(sha256().digest(bytes), 0));
    }

    /** Whether a content is here. */
    public boolean has(Cid cid) throws IOException {
        return disk.exists(fileOf(cid));
    }

    /**
     * How long a content is, in bytes.
     *
     * @throws NoSuchContent when it is not here
     */
    public long size(Cid cid) throws IOException {
        try (DiskFile file = openFile(cid)) {
            return file.size();
        }
    }

    /**
     * Reads a content; what was read is right when the stream has ended without an exception.
     *
     * @throws NoSuchContent when it is not here
     */
    public InputStream open(Cid cid) throws IOException {
        return new VerifyingStream(openFile(cid), cid, fileOf(cid));
    }

    /**
     * Reads a whole content, and checks it.
     *
     * @throws NoSuchContent when it is not here
     * @throws DamagedContent when the disk changed it
     */
    public byte[] read(Cid cid) throws IOException {
        try (InputStream in = open(cid)) {
            return in.readAllBytes();
        }
    }

    private DiskFile openFile(Cid cid) throws IOException {
        try {
            return disk.open(fileOf(cid), Mode.READ);
        } catch (NoSuchFileException e) {
            throw new NoSuchContent(cid, e);
        }
    }

    private Path fileOf(Cid cid) {
        return directoryOf(cid).resolve(cid.toString());
    }

    private Path directoryOf(Cid cid) {
        String name = cid.toString();
        return directory.resolve(name.substring(name.length() - 3, name.length() - 1));
    }

    private void deleteIfExists(Path file) throws IOException {
        try {
            disk.delete(file);
        } catch (NoSuchFileException _) {
            // It was not even begun.
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
