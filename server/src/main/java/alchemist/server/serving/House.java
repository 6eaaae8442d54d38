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
import alchemist.gateway.Host;
import alchemist.gateway.Hosted;
import alchemist.gateway.NoRoom;
import alchemist.gateway.WorkspaceUnavailable;
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
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All workspaces of a data folder, each with its graph, its map and its imports, opened when first
 * wanted.
 */
final class House implements Host, AutoCloseable {
    private static final long MAX_CONTENT_BYTES = 1L << 30;

    /** Who speaks when nobody else is named: the person at this machine. */
    static final Id LOCAL_PERSON = Id.of("person", "local");

    private final DataDirectory data;
    private final Workspaces workspaces;
    private final Map<String, Tenant> tenants = new TreeMap<>();

    House(DataDirectory data) throws IOException {
        this(new FileDisk(), data);
    }

    House(Disk disk, DataDirectory data) throws IOException {
        this.data = data;
        this.workspaces =
                Workspaces.open(
                        disk,
                        data.path(),
                        new FileLogs(disk),
                        wiring(),
                        WorkspaceOptions.DEFAULTS,
                        new SecureRandom(),
                        MAX_CONTENT_BYTES);
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
    public String version() {
        return ProgramVersion.TEXT;
    }

    @Override
    public synchronized List<Hosted> list() {
        List<Hosted> all = new ArrayList<>();
        for (String name : names()) {
            try {
                find(name).ifPresent(all::add);
            } catch (WorkspaceUnavailable _) {
                // It is among those that cannot be opened; the others can.
            }
        }
        return all;
    }

    @Override
    public synchronized List<WorkspaceUnavailable> unavailable() {
        List<WorkspaceUnavailable> all = new ArrayList<>();
        for (String name : names()) {
            try {
                find(name);
            } catch (WorkspaceUnavailable e) {
                all.add(e);
            }
        }
        return all;
    }

    private List<String> names() {
        try {
            return workspaces.list().stream().map(Workspaces.Listed::name).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the workspaces cannot be listed", e);
        }
    }

    @Override
    public synchronized Optional<Hosted> find(String name) {
        Tenant known = tenants.get(name);
        if (known != null) {
            return Optional.of(known.hosted());
        }
        try {
            return workspaces.exists(name)
                    ? Optional.of(moveIn(workspaces.open(name)))
                    : Optional.empty();
        } catch (NoSuchLog _) {
            return Optional.empty(); // it could not be begun, for want of room perhaps
        } catch (IOException | LogException e) {
            throw new WorkspaceUnavailable(name, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public synchronized Hosted found(String name) throws IOException, LogException {
        try {
            return moveIn(workspaces.create(name));
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
        }
    }

    private Hosted moveIn(OpenWorkspace open) {
        Tenant tenant = Tenant.of(open, data.recollections(open.name()));
        tenants.put(open.name(), tenant);
        return tenant.hosted();
    }

    @Override
    public synchronized void close() throws IOException, LogException {
        tenants.values().forEach(Tenant::close);
        tenants.clear();
        workspaces.close();
    }
}
