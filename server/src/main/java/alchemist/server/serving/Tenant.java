package alchemist.server.serving;

import alchemist.engine.OpenWorkspace;
import alchemist.engine.Opening;
import alchemist.engine.keys.KeyStore;
import alchemist.engine.view.ViewRunner;
import alchemist.exchange.Identities;
import alchemist.exchange.code.Parsers;
import alchemist.exchange.formats.Readers;
import alchemist.exchange.git.Histories;
import alchemist.exchange.imports.HaltedRuns;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.Recollections;
import alchemist.exchange.imports.Submitter;
import alchemist.exchange.imports.Workplace;
import alchemist.gateway.Hosted;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Id;
import alchemist.log.WorkspaceId;
import alchemist.server.data.DataDirectory;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An open workspace in the house, with its graph, its map, its imports and the keys of its people.
 */
final class Tenant implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Tenant.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private final OpenWorkspace open;
    private final ViewRunner<GraphView> graph;
    private final WorkspaceMap map;
    private final WorkspaceSameness sameness;
    private final Imports imports;
    private final Hosted hosted;

    private Tenant(OpenWorkspace open, DataDirectory data, Parsers parsers, Histories histories) {
        this.open = open;
        this.graph = open.view(GraphView.class);
        this.map = new WorkspaceMap(graph, new MapFile(data.placement(open.name())));
        this.sameness = new WorkspaceSameness(graph);
        KeyStore keys = open.keys();
        Opener opener = keys::open;
        Identities identities = keys::pseudonym;
        Submitter submitter = new WorkspaceSubmitter(open.workspace());
        Workplace workplace =
                new Workplace(
                        submitter,
                        new WorkspaceSources(open.workspace(), graph, opener),
                        Recollections.in(data.recollections(open.name())),
                        HaltedRuns.in(data.haltedRuns(open.name())),
                        identities,
                        Tenant::newId,
                        Tenant::nowMicros);
        this.imports = new Imports(workplace, () -> Readers.ofOneRun(parsers, histories));
        this.hosted =
                new Hosted(
                        id(open.id()),
                        open.name(),
                        open.workspace(),
                        open::stopped,
                        graph,
                        map::current,
                        sameness::current,
                        imports,
                        opener,
                        this::erase);
    }

    /**
     * Moves a workspace in: what an earlier process left unfinished is taken back first.
     *
     * @param data holds what is kept of it beside its log
     * @param parsers that outline files of code
     * @param histories of repositories, that may be gone through already
     */
    static Tenant of(OpenWorkspace open, DataDirectory data, Parsers parsers, Histories histories) {
        Tenant tenant = new Tenant(open, data, parsers, histories);
        if (open.workspace().problem() == null) {
            tenant.cancelLeftovers();
        }
        return tenant;
    }

    private void cancelLeftovers() {
        try {
            imports.cancelLeftovers(House.LOCAL_PERSON);
        } catch (IllegalStateException e) {
            // The graph says what is unfinished; where it cannot be folded it can still be read.
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "what imports left unfinished in ''{0}'' was not taken back: {1}",
                    open.name(),
                    e.getMessage());
        }
    }

    Hosted hosted() {
        return hosted;
    }

    /** When its parts were there. */
    Opening opening() {
        return open.opening();
    }

    private boolean erase(Id subject) throws IOException {
        boolean again = open.keys().isErased(subject);
        open.keys().erase(subject);
        graph.view().forget(subject);
        map.forget();
        sameness.forget();
        // Checkpoints and snapshots hold what is sealed as it was sealed: without the key there is
        // nothing to read in them.
        return again;
    }

    static Id id(WorkspaceId id) {
        return new Id(id.high(), id.low());
    }

    private static Id newId() {
        return new Id(RANDOM.nextLong(), RANDOM.nextLong());
    }

    private static long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public void close() {
        imports.close();
        map.close();
    }
}
