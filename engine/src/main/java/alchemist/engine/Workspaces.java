package alchemist.engine;

import alchemist.engine.content.ContentStore;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.log.Disk;
import alchemist.log.DiskLock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.NoSuchLog;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final Map<String, OpenWorkspace> open = new TreeMap<>();
    private boolean closed;

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
        OpenWorkspace running = running(name);
        if (running != null) {
            return new Listed(name, running.id(), running.workspace().position(), "");
        }
        try (Log log = logs.openToRead(directory(name).resolve("log"))) {
            return new Listed(name, log.origin().workspace(), log.position(), "");
        } catch (NoSuchLog _) {
            return null;
        } catch (LogException e) {
            return new Listed(name, WorkspaceId.NONE, 0, String.valueOf(e.getMessage()));
        }
    }

    private synchronized @Nullable OpenWorkspace running(String name) {
        return open.get(name);
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
    public synchronized OpenWorkspace open(String name) throws LogException, IOException {
        requireOpen();
        OpenWorkspace running = open.get(WorkspaceName.checked(name));
        return running != null ? running : run(name, logs.open(directory(name).resolve("log")));
    }

    /**
     * Begins a workspace, and opens it.
     *
     * @throws alchemist.log.LogExists when there is one of this name
     * @throws IllegalArgumentException when the name cannot be one
     */
    public synchronized OpenWorkspace create(String name) throws LogException, IOException {
        requireOpen();
        WorkspaceId id = new WorkspaceId(random.nextLong(), random.nextLong());
        Path path = directory(WorkspaceName.checked(name)).resolve("log");
        return run(name, logs.create(path, Origin.root(id)));
    }

    /** The workspace of a name, begun if there is none. */
    public synchronized OpenWorkspace openOrCreate(String name) throws LogException, IOException {
        return exists(name) ? open(name) : create(name);
    }

    /** Closes a workspace; when it is wanted again, it is opened again. */
    public synchronized void close(String name) throws LogException, IOException {
        OpenWorkspace running = open.remove(name);
        if (running != null) {
            running.close();
        }
    }

    private OpenWorkspace run(String name, Log log) throws LogException, IOException {
        Path keyDirectory = data.resolve("keys").resolve(name);
        Launch launch = new Launch(disk, name, directory(name), keyDirectory, log, contents);
        OpenWorkspace running = launch.run(wiring, options, random);
        open.put(name, running);
        return running;
    }

    private Path directory(String name) {
        return data.resolve("workspaces").resolve(name);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the workspaces in " + data + " are closed");
        }
    }

    /** Closes all workspaces, and gives the directory up. */
    @Override
    public synchronized void close() throws LogException, IOException {
        closed = true;
        try (lock) {
            for (String name : List.copyOf(open.keySet())) {
                close(name);
            }
        }
    }
}
