package alchemist.bench.http;

import alchemist.bench.BenchWorkspace;
import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Wiring;
import alchemist.engine.Workspaces;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.exchange.Stated;
import alchemist.exchange.imports.HaltedRuns;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.Recollections;
import alchemist.exchange.imports.RecordedImport;
import alchemist.exchange.imports.Verdict;
import alchemist.exchange.imports.Workplace;
import alchemist.exchange.places.Hosts;
import alchemist.exchange.places.Places;
import alchemist.gateway.Host;
import alchemist.gateway.Hosted;
import alchemist.gateway.Listed;
import alchemist.gateway.http.HttpServer;
import alchemist.gateway.http.Limits;
import alchemist.gateway.http.Site;
import alchemist.gateway.rest.Api;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Decided;
import alchemist.kernel.Decision;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.Restorable;
import alchemist.kernel.Reversible;
import alchemist.kernel.Submission;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.Output;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.server.serving.FileLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A gateway over a workspace where everything is so already: each command is accepted, and nothing
 * is recorded. What it costs is what HTTP and decoding cost.
 */
final class Contented implements Host, AutoCloseable {
    private final Path data;
    private final Workspaces workspaces;
    private final Hosted hosted;
    private final HttpServer server;

    Contented(Path data) throws Exception {
        this.data = data;
        FileDisk disk = new FileDisk();
        this.workspaces =
                Workspaces.open(
                        disk,
                        data,
                        new FileLogs(disk),
                        Wiring.of(Rules.of(new Content(), 1, WorkspaceDecider.CONTRACT))
                                .withView(() -> new GraphView(Opener.NONE)),
                        WorkspaceOptions.DEFAULTS,
                        new SecureRandom(),
                        1 << 20);
        OpenWorkspace open = workspaces.openOrCreate(BenchWorkspace.NAME);
        this.hosted =
                new Hosted(
                        new Id(open.id().high(), open.id().low()),
                        BenchWorkspace.NAME,
                        open.workspace(),
                        open::stopped,
                        open.view(GraphView.class),
                        () -> {
                            throw new UnsupportedOperationException("there is no map");
                        },
                        () -> {
                            throw new UnsupportedOperationException("nothing is looked for");
                        },
                        imports(),
                        Opener.NONE,
                        _ -> false);
        Api api =
                new Api(this, Id.of("person", "bench"), new SecureRandom(), InstantSource.system());
        this.server = HttpServer.start(Site.local(0, null), api.routes(), Limits.DEFAULTS);
    }

    int port() {
        return server.port();
    }

    @Override
    public Places places() {
        return new Places(data.resolve("places"), new Hosts(""));
    }

    @Override
    public String version() {
        return "bench";
    }

    @Override
    public List<Listed> list() {
        return List.of(Listed.of(hosted));
    }

    @Override
    public Optional<Hosted> find(String name) {
        return name.equals(BenchWorkspace.NAME) ? Optional.of(hosted) : Optional.empty();
    }

    @Override
    public Hosted found(String name) {
        throw new IllegalStateException("there is one workspace, and no more");
    }

    @Override
    public void close() throws IOException, LogException {
        server.close();
        hosted.imports().close();
        workspaces.close();
    }

    private static Imports imports() {
        Workplace.Sources none =
                new Workplace.Sources() {
                    @Override
                    public Stated stated(Id source) {
                        throw new UnsupportedOperationException("nothing is stated");
                    }

                    @Override
                    public Id sum(Id source) {
                        return Id.NONE;
                    }

                    @Override
                    public List<RecordedImport> imports() {
                        return List.of();
                    }
                };
        return new Imports(
                new Workplace(
                        _ -> CompletableFuture.completedFuture(new Verdict.Busy()),
                        none,
                        Recollections.inMemory(),
                        HaltedRuns.inMemory(),
                        (_, text) -> Id.of("bench", text),
                        () -> Id.NONE,
                        () -> 0),
                List::of);
    }

    /** Accepts everything, and records nothing. */
    private static final class Content
            implements Reversible<Submission, Long, Event>, Restorable<Long> {
        @Override
        public Long initial() {
            return 0L;
        }

        @Override
        public Decision<? extends Event> decide(Submission command, Long state) {
            return new Decision.Accepted<>(List.of());
        }

        @Override
        public Long evolve(Long state, Event event) {
            return state;
        }

        @Override
        public Decision<? extends Event> undo(
                Decided<Event> original, Submission undoing, Long state) {
            return new Decision.Accepted<>(List.of());
        }

        @Override
        public int snapshotVersion() {
            return 1;
        }

        @Override
        public void save(Long state, Output out) {
            out.varint(state);
        }

        @Override
        public Long load(Input in) {
            return in.varint();
        }
    }
}
