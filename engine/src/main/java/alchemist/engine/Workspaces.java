package alchemist.engine;

import alchemist.engine.content.ContentStore;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.log.Disk;
import alchemist.log.DiskLock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.LogExists;
import alchemist.log.NoSuchLog;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces of a data directory, which one process owns. Each is opened when it is first
 * wanted. For any thread.
 *
 * <pre>
 * workspaces/acme/log/         its events: the only thing that cannot be made again
 * workspaces/acme/snapshots/   its state, a cache
 * workspaces/acme/views/       checkpoints of its views, a cache
 * workspaces/acme/reactors/    how far its reactors are, a cache
 * keys/acme/                   the keys of the people in it: back it up elsewhere than the logs
 * content/                     contents of all workspaces
 * lock                         held by the process that owns the directory
 * </pre>
 */
public final class Workspaces implements AutoCloseable {
    private final Disk disk;
    private final Path data;
    private final Logs logs;
    private final Wiring<?> wiring;
    private final WorkspaceOptions options;
    private final RandomGenerator random;
    private final DiskLock lock;
    private final ContentStore contents;
    private final Map<String, OpenWorkspace> open = new ConcurrentHashMap<>();
    private final Map<String, Lock> doors = new ConcurrentSkipListMap<>();
    private volatile boolean closed;

    private Workspaces(
            Disk disk,
            Path data,
            Logs logs,
            Wiring<?> wiring,
            WorkspaceOptions options,
            RandomGenerator random,
            DiskLock lock,
            ContentStore contents) {
        this.disk = disk;
        this.data = data;
        this.logs = logs;
        this.wiring = wiring;
        this.options = options;
        this.random = random;
        this.lock = lock;
        this.contents = contents;
    }

    /**
     * What is known of a workspace without opening it.
     *
     * @param position of its last event
     * @param problem why it cannot be read, or empty
     */
    public record Listed(String name, WorkspaceId id, long position, String problem) {}

    /**
     * Opens a data directory, which is made when it is missing.
     *
     * @param random a source of ids and secrets, such as {@link java.security.SecureRandom}
     * @param maxContentBytes the greatest length of a content
     * @throws DirectoryInUse when another process owns it
     */
    public static Workspaces open(
            Disk disk,
            Path data,
            Logs logs,
            Wiring<?> wiring,
            WorkspaceOptions options,
            RandomGenerator random,
            long maxContentBytes)
            throws IOException {
        disk.createDirectories(data);
        DiskLock lock = disk.lock(data.resolve("lock")).orElseThrow(() -> new DirectoryInUse(data));
        try {
            ContentStore contents =
                    ContentStore.open(disk, data.resolve("content"), maxContentBytes);
            return new Workspaces(disk, data, logs, wiring, options, random, lock, contents);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The contents that the events of all workspaces name. */
    public ContentStore contents() {
        return contents;
    }

    /** The workspaces that there are, by name, without opening them. */
    public List<Listed> list() throws IOException {
        List<Listed> all = new ArrayList<>();
        for (String name : disk.list(data.resolve("workspaces"))) {
            if (WorkspaceName.isValid(name)) {
                Listed listed = look(name);
                if (listed != null) {
                    all.add(listed);
                }
            }
        }
        return all;
    }

    private @Nullable Listed look(String name) {
        OpenWorkspace running = open.get(name);
        if (running != null) {
            return new Listed(name, running.id(), running.workspace().position(), "");
        }
        try {
            Logs.Glance glance = logs.glance(directory(name).resolve("log"));
            return new Listed(name, glance.workspace(), glance.position(), "");
        } catch (NoSuchLog _) {
            return null;
        } catch (LogException e) {
            return new Listed(name, WorkspaceId.NONE, 0, String.valueOf(e.getMessage()));
        }
    }

    /** Whether there is a workspace of a name. */
    public boolean exists(String name) throws IOException {
        return WorkspaceName.isValid(name) && disk.exists(directory(name).resolve("log"));
    }

    /**
     * The workspace of a name, opened if it is not.
     *
     * @throws NoSuchLog when there is none
     * @throws IllegalArgumentException when the name cannot be one
     */
    public OpenWorkspace open(String name) throws LogException, IOException {
        Lock door = door(name);
        door.lock();
        try {
            requireOpen();
            OpenWorkspace running = open.get(name);
            return running != null ? running : run(name, () -> logs.open(log(name)));
        } finally {
            door.unlock();
        }
    }

    /**
     * Begins a workspace, and opens it.
     *
     * @throws LogExists when there is one of this name
     * @throws IllegalArgumentException when the name cannot be one
     */
    public OpenWorkspace create(String name) throws LogException, IOException {
        Lock door = door(name);
        door.lock();
        try {
            requireOpen();
            if (open.containsKey(name)) { // its log would say that it is in use
                throw new LogExists(log(name).toString());
            }
            WorkspaceId id = new WorkspaceId(random.nextLong(), random.nextLong());
            return run(name, () -> logs.create(log(name), Origin.root(id)));
        } finally {
            door.unlock();
        }
    }

    /** The workspace of a name, begun if there is none. */
    public OpenWorkspace openOrCreate(String name) throws LogException, IOException {
        Lock door = door(name);
        door.lock();
        try {
            return exists(name) ? open(name) : create(name);
        } finally {
            door.unlock();
        }
    }

    /** Closes a workspace; when it is wanted again, it is opened again. */
    public void close(String name) throws LogException, IOException {
        Lock door = door(name);
        door.lock();
        try {
            OpenWorkspace running = open.remove(name);
            if (running != null) {
                running.close();
            }
        } finally {
            door.unlock();
        }
    }

    /**
     * Takes the founding of a workspace back, as if it had never been; only of one to which nothing
     * has happened.
     *
     * @return whether that is done; not where it holds events
     * @throws NoSuchLog when there is none
     */
    public boolean takeBack(String name) throws LogException, IOException {
        Lock door = door(name);
        door.lock();
        try {
            requireOpen();
            if (open(name).workspace().position() > 0) {
                return false;
            }
            close(name);
            delete(directory(name));
            delete(keys(name));
            return true;
        } finally {
            door.unlock();
        }
    }

    private void delete(Path path) throws IOException {
        if (!disk.exists(path)) {
            return;
        }
        try {
            for (String one : disk.list(path)) {
                delete(path.resolve(one));
            }
        } catch (NotDirectoryException _) {
            // A file.
        }
        disk.delete(path);
    }

    /** How the log of a workspace is come by. */
    private interface LogSource {
        Log open() throws LogException;
    }

    private OpenWorkspace run(String name, LogSource source) throws LogException, IOException {
        Instant asked = options.clock().instant();
        Log log = source.open();
        Path keyDirectory = keys(name);
        Launch launch = new Launch(disk, name, directory(name), keyDirectory, log, contents);
        OpenWorkspace running = launch.run(wiring, options, random, asked);
        open.put(name, running);
        return running;
    }

    private Path directory(String name) {
        return data.resolve("workspaces").resolve(name);
    }

    private Path keys(String name) {
        return data.resolve("keys").resolve(name);
    }

    private Path log(String name) {
        return directory(name).resolve("log");
    }

    /** Who opens or closes a workspace holds its door, and so keeps nobody from another one. */
    private Lock door(String name) {
        return doors.computeIfAbsent(WorkspaceName.checked(name), _ -> new ReentrantLock());
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the workspaces in " + data + " are closed");
        }
    }

    /**
     * Closes all workspaces, and gives the directory up. One that fails to close keeps none of the
     * others from it.
     *
     * @throws LogException of the first that failed; the others are suppressed in it
     * @throws IOException likewise
     */
    @Override
    public void close() throws LogException, IOException {
        closed = true;
        Exception first = null;
        // A door that comes later opens nothing more.
        for (String name : List.copyOf(doors.keySet())) {
            try {
                close(name);
            } catch (LogException | IOException | RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        try (lock) {
            switch (first) {
                case LogException e -> throw e;
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case null, default -> {}
            }
        }
    }
}
