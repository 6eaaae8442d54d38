package alchemist.server.serving;

import alchemist.domain.sources.WhenReversalAdvancedThenContinue;
import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Surroundings;
import alchemist.engine.Wiring;
import alchemist.engine.Workspaces;
import alchemist.engine.keys.KeyStore;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.exchange.code.Parsers;
import alchemist.exchange.git.Histories;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.places.Hosts;
import alchemist.exchange.places.Places;
import alchemist.gateway.Host;
import alchemist.gateway.Hosted;
import alchemist.gateway.Listed;
import alchemist.gateway.NoRoom;
import alchemist.gateway.WorkspaceUnavailable;
import alchemist.gateway.upload.Uploads;
import alchemist.graph.GraphView;
import alchemist.kernel.Id;
import alchemist.log.Disk;
import alchemist.log.DiskFull;
import alchemist.log.LogException;
import alchemist.log.LogExists;
import alchemist.log.LogFull;
import alchemist.log.NoSuchLog;
import alchemist.logfile.FileDisk;
import alchemist.server.data.DataDirectory;
import alchemist.server.serving.StartTimes.Ahead;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All workspaces of a data folder, each with its graph, its map and its imports, opened when first
 * wanted.
 */
final class House implements Host, AutoCloseable {
    private static final long MAX_CONTENT_BYTES = 1L << 30;

    /** Who speaks when nobody else is named: the person at this machine. */
    static final Id LOCAL_PERSON = Id.of("person", "local");

    private static final System.Logger LOGGER = System.getLogger(House.class.getName());

    private final DataDirectory data;
    private final Workspaces workspaces;
    private final Parsers parsers;
    private final Histories histories = new Histories();
    private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
    private final Map<String, Lock> doors = new ConcurrentHashMap<>();

    /** Those that could not be opened when they were last asked for. */
    private final Map<String, WorkspaceUnavailable> unavailable = new ConcurrentHashMap<>();

    House(DataDirectory data) throws IOException {
        this(new FileDisk(), data);
    }

    House(Disk disk, DataDirectory data) throws IOException {
        this.data = data;
        this.parsers = new Parsers(data.parsers());
        this.workspaces =
                Workspaces.open(
                        disk,
                        data.path(),
                        new FileLogs(disk),
                        wiring(),
                        WorkspaceOptions.DEFAULTS,
                        new SecureRandom(),
                        MAX_CONTENT_BYTES);
        removeLeft();
    }

    /**
     * Nobody else has this folder now: what is half there was left by a process that was killed.
     */
    private void removeLeft() {
        try {
            places().removeLeft();
            Uploads.removeLeft(data.uploads());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "what was being fetched or sent cannot be removed", e);
        }
    }

    static Wiring<?> wiring() {
        Rules<?> rules =
                Rules.of(new WorkspaceDecider(), WorkspaceDecider.RULES, WorkspaceDecider.CONTRACT);
        return Wiring.of(rules)
                .withViewOf(House::graph)
                .withReactor(new WhenReversalAdvancedThenContinue());
    }

    private static Supplier<GraphView> graph(Surroundings surroundings) {
        KeyStore keys = surroundings.keys();
        return () -> new GraphView(keys::open, new Acquaintances(keys));
    }

    @Override
    public Places places() {
        String allowed = System.getenv(Hosts.VARIABLE);
        return new Places(data.places(), new Hosts(allowed == null ? "" : allowed));
    }

    @Override
    public String version() {
        return ProgramVersion.TEXT;
    }

    @Override
    public List<Listed> list() {
        List<Listed> all = new ArrayList<>();
        for (Workspaces.Listed each : known()) {
            Tenant tenant = tenants.get(each.name());
            if (tenant != null) {
                all.add(Listed.of(tenant.hosted()));
            } else if (each.problem().isEmpty() && !unavailable.containsKey(each.name())) {
                all.add(new Listed(Tenant.id(each.id()), each.name(), each.position(), null));
            }
        }
        return all;
    }

    @Override
    public List<WorkspaceUnavailable> unavailable() {
        List<WorkspaceUnavailable> all = new ArrayList<>();
        for (Workspaces.Listed each : known()) {
            WorkspaceUnavailable tried = unavailable.get(each.name());
            if (tried != null) {
                all.add(tried);
            } else if (!each.problem().isEmpty() && !tenants.containsKey(each.name())) {
                all.add(new WorkspaceUnavailable(each.name(), each.problem(), null));
            }
        }
        return all;
    }

    @Override
    public Optional<Path> uploads() {
        return Optional.of(data.uploads());
    }

    private List<Workspaces.Listed> known() {
        try {
            return workspaces.list();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the workspaces cannot be listed", e);
        }
    }

    @Override
    public Optional<Hosted> find(String nameOrId) {
        return tenant(nameOrId).or(() -> tenantOf(nameOrId)).map(Tenant::hosted);
    }

    /** Who has an id; the disk is looked at where that is nobody who has moved in. */
    private Optional<Tenant> tenantOf(String id) {
        for (Tenant tenant : tenants.values()) {
            if (tenant.hosted().id().toString().equals(id)) {
                return Optional.of(tenant);
            }
        }
        return known().stream()
                .filter(each -> Tenant.id(each.id()).toString().equals(id))
                .findFirst()
                .flatMap(each -> tenant(each.name()));
    }

    /** Who lives under a name, moved in where that was not done yet. */
    Optional<Tenant> tenant(String name) {
        Tenant known = tenants.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return workspaces.exists(name) ? Optional.of(opened(name)) : Optional.empty();
        } catch (NoSuchLog _) {
            return Optional.empty(); // it could not be begun, for want of room perhaps
        } catch (IOException | LogException e) {
            WorkspaceUnavailable why =
                    new WorkspaceUnavailable(name, String.valueOf(e.getMessage()), e);
            unavailable.put(name, why);
            throw why;
        }
    }

    /**
     * Begins with what takes longest of reading places into a workspace, where none was read there
     * before: what was read is mostly unchanged, and not read again.
     */
    void readAhead(Optional<String> workspace, List<Path> places) {
        if (workspace.isPresent() && !Files.exists(data.recollections(workspace.get()))) {
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            places.forEach(place -> histories.begin(place, now));
        }
    }

    /**
     * Opens a workspace without being asked for it, and waits until its graph and then its state
     * are there.
     */
    Optional<Ahead> openAhead(String name) {
        return tenant(name)
                .map(
                        tenant -> {
                            Instant answering = Instant.now();
                            tenant.hosted().workspace().ready().join();
                            return new Ahead(tenant.opening(), answering, Instant.now());
                        });
    }

    private Tenant opened(String name) throws IOException, LogException {
        Lock door = door(name);
        door.lock();
        try {
            Tenant known = tenants.get(name);
            Tenant tenant = known != null ? known : moveIn(workspaces.open(name));
            unavailable.remove(name);
            return tenant;
        } finally {
            door.unlock();
        }
    }

    @Override
    public Hosted found(String name) throws IOException, LogException {
        Lock door = door(name);
        door.lock();
        try {
            return moveIn(workspaces.create(name)).hosted();
        } catch (LogExists _) {
            throw new IllegalStateException(
                    "there is a workspace '" + name + "' already; open it, or take another name");
        } catch (LogFull | DiskFull e) {
            throw new NoRoom(
                    "the workspace '"
                            + name
                            + "' was not begun: "
                            + e.getMessage()
                            + "; make room, then found it again",
                    e);
        } finally {
            door.unlock();
        }
    }

    @Override
    public boolean takeBack(Hosted hosted) throws IOException, LogException {
        String name = hosted.name();
        Lock door = door(name);
        door.lock();
        try {
            boolean reads =
                    hosted.imports().list().stream()
                            .anyMatch(run -> run.state() == ImportState.RUNNING);
            if (reads || hosted.workspace().position() > 0) {
                return false;
            }
            Tenant tenant = tenants.remove(name);
            if (tenant != null) {
                tenant.close();
            }
            return workspaces.takeBack(name);
        } finally {
            door.unlock();
        }
    }

    /** Who opens a workspace holds its door, and keeps nobody from another one. */
    private Lock door(String name) {
        return doors.computeIfAbsent(name, _ -> new ReentrantLock());
    }

    private Tenant moveIn(OpenWorkspace open) {
        Tenant tenant = Tenant.of(open, data, parsers, histories);
        tenants.put(open.name(), tenant);
        return tenant;
    }

    @Override
    public void close() throws IOException, LogException {
        tenants.values().forEach(Tenant::close);
        tenants.clear();
        parsers.close();
        workspaces.close();
    }
}
