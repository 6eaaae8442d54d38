package alchemist.gateway;

import alchemist.domain.sources.WhenReversalAdvancedThenContinue;
import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.engine.Logs;
import alchemist.engine.OpenWorkspace;
import alchemist.engine.Wiring;
import alchemist.engine.Workspaces;
import alchemist.engine.keys.KeyStore;
import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Rules;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.exchange.Reader;
import alchemist.exchange.Stated;
import alchemist.exchange.arrows.ArrowsReader;
import alchemist.exchange.imports.HaltedRuns;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.Imports;
import alchemist.exchange.imports.Recollections;
import alchemist.exchange.imports.RecordedImport;
import alchemist.exchange.imports.StatementSum;
import alchemist.exchange.imports.Verdict;
import alchemist.exchange.imports.Workplace;
import alchemist.exchange.ndjson.NdjsonReader;
import alchemist.exchange.places.Hosts;
import alchemist.exchange.places.Places;
import alchemist.gateway.copy.SourceStated;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.People;
import alchemist.graph.map.MapView;
import alchemist.graph.same.SamenessView;
import alchemist.kernel.Id;
import alchemist.kernel.Reactor;
import alchemist.layout.LayoutOptions;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.logfile.FileDisk;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Workspaces in a real data directory, as a server has them. */
public final class TestHost implements Host, AutoCloseable {
    /** Who sits at the machine. */
    public static final Id PERSON = Id.of("person", "tester");

    private final Path data;
    private final Workspaces workspaces;
    private final Map<String, Hosted> hosted = new TreeMap<>();
    private final RandomGenerator random = new SplittableRandom(7);
    private final ExecutorService layouts = Executors.newSingleThreadExecutor();

    /** Workspaces in a directory. */
    public TestHost(Path data) {
        this(data, WorkspaceOptions.DEFAULTS);
    }

    /** Workspaces in a directory, run otherwise. */
    public TestHost(Path data, WorkspaceOptions options) {
        this(data, options, new WhenReversalAdvancedThenContinue(), keys -> keys::open);
    }

    /** Workspaces in a directory, with another reactor. */
    public TestHost(Path data, Reactor reactor) {
        this(data, WorkspaceOptions.DEFAULTS, reactor, keys -> keys::open);
    }

    /** Workspaces in a directory, whose graph opens what is sealed in another way. */
    public TestHost(Path data, Opener opener) {
        this(data, WorkspaceOptions.DEFAULTS, new WhenReversalAdvancedThenContinue(), _ -> opener);
    }

    private TestHost(
            Path data,
            WorkspaceOptions options,
            Reactor reactor,
            Function<KeyStore, Opener> opener) {
        this.data = data;
        try {
            this.workspaces =
                    Workspaces.open(
                            new FileDisk(),
                            data,
                            new FileLogs(),
                            wiring(reactor, opener),
                            options,
                            random,
                            1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wiring<?> wiring(Reactor reactor, Function<KeyStore, Opener> opener) {
        Rules<?> rules =
                Rules.of(new WorkspaceDecider(), WorkspaceDecider.RULES, WorkspaceDecider.CONTRACT);
        return Wiring.of(rules)
                .withViewOf(around -> () -> graph(opener.apply(around.keys()), around.keys()))
                .withReactor(reactor);
    }

    private static GraphView graph(Opener opener, KeyStore keys) {
        return new GraphView(
                opener,
                new People() {
                    @Override
                    public boolean isErased(Id person) {
                        return keys.isErased(person);
                    }

                    @Override
                    public String name(Id person) {
                        return person.equals(PERSON) ? "tester" : "";
                    }
                });
    }

    @Override
    public Places places() {
        return new Places(data.resolve("places"), new Hosts(""));
    }

    @Override
    public String version() {
        return "0.1.0-test";
    }

    @Override
    public Optional<Path> uploads() {
        return Optional.of(data.resolve("uploads"));
    }

    @Override
    public synchronized List<Listed> list() {
        return hosted.values().stream().map(Listed::of).toList();
    }

    @Override
    public synchronized Optional<Hosted> find(String name) {
        return hosted.values().stream()
                .filter(one -> one.name().equals(name) || one.id().toString().equals(name))
                .findFirst();
    }

    @Override
    public synchronized Hosted found(String name) throws Exception {
        if (workspaces.exists(name)) {
            throw new IllegalStateException("there is a workspace '" + name + "' already");
        }
        OpenWorkspace open = workspaces.create(name);
        ViewRunner<GraphView> graph = open.view(GraphView.class);
        MapView map = new MapView(graph.view(), layouts, LayoutOptions.DEFAULT, 10_000);
        SamenessView sameness = new SamenessView(() -> graph.view().now().seen());
        Hosted one =
                new Hosted(
                        new Id(open.id().high(), open.id().low()),
                        name,
                        open.workspace(),
                        open::stopped,
                        graph,
                        () -> map,
                        () -> sameness,
                        imports(open, graph),
                        open.keys()::open,
                        subject -> erase(open, graph, subject));
        hosted.put(name, one);
        return one;
    }

    private static boolean erase(OpenWorkspace open, ViewRunner<GraphView> graph, Id subject)
            throws IOException {
        boolean again = open.keys().isErased(subject);
        open.keys().erase(subject);
        graph.view().forget(subject);
        return again;
    }

    private Imports imports(OpenWorkspace open, ViewRunner<GraphView> graph) {
        Workplace.Sources sources =
                new Workplace.Sources() {
                    @Override
                    public Stated stated(Id source) {
                        return new SourceStated(caughtUp(open, graph), source, open.keys()::open);
                    }

                    @Override
                    public Id sum(Id source) {
                        StatementSum sum = new StatementSum();
                        Stated stated = stated(source);
                        stated.eachNode(node -> sum.add(Objects.requireNonNull(stated.node(node))));
                        stated.eachEdge(edge -> sum.add(Objects.requireNonNull(stated.edge(edge))));
                        return sum.sum();
                    }

                    @Override
                    public List<RecordedImport> imports() {
                        return recorded(caughtUp(open, graph));
                    }
                };
        Workplace place =
                new Workplace(
                        submission ->
                                open.workspace().submit(submission).thenApply(TestHost::verdict),
                        sources,
                        Recollections.inMemory(),
                        HaltedRuns.inMemory(),
                        open.keys()::pseudonym,
                        () -> new Id(random.nextLong(), random.nextLong()),
                        () -> System.currentTimeMillis() * 1000);
        return new Imports(place, TestHost::readers);
    }

    private static List<Reader> readers() {
        return List.of(new ArrowsReader(alchemist.exchange.FileKeys.BY_PATH), new NdjsonReader());
    }

    private static Verdict verdict(Answer answer) {
        return switch (answer) {
            case Answer.Accepted a -> new Verdict.Accepted(a.position(), a.events());
            case Answer.Rejected r -> new Verdict.Rejected(r.code(), r.reason());
            case Answer.Refused r -> new Verdict.Unable(r.reason());
        };
    }

    private static Graph caughtUp(OpenWorkspace open, ViewRunner<GraphView> graph) {
        try {
            if (!graph.atLeast(open.workspace().position(), Duration.ofSeconds(20))) {
                throw new AssertionError("the view is late");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return graph.view().now();
    }

    private static List<RecordedImport> recorded(Graph graph) {
        List<RecordedImport> all = new ArrayList<>();
        graph.sources()
                .forEach(
                        source ->
                                source.imports()
                                        .forEach(
                                                one ->
                                                        all.add(
                                                                new RecordedImport(
                                                                        one.id(),
                                                                        one.source(),
                                                                        one.reader(),
                                                                        one.location(),
                                                                        one.label(),
                                                                        state(one.state()),
                                                                        one.position(),
                                                                        one.startedAt()))));
        return all;
    }

    private static ImportState state(String text) {
        for (ImportState state : ImportState.values()) {
            if (state.text().equals(text)) {
                return state;
            }
        }
        return ImportState.RUNNING;
    }

    @Override
    public synchronized void close() throws IOException {
        hosted.values().forEach(one -> one.imports().close());
        try {
            workspaces.close();
        } catch (LogException e) {
            throw new IOException(e);
        }
        layouts.shutdownNow();
    }

    private static final class FileLogs implements Logs {
        private final FileDisk disk = new FileDisk();

        @Override
        public Log create(Path directory, Origin origin) throws LogException {
            return FileLog.create(disk, directory, origin, FileLogOptions.DEFAULTS);
        }

        @Override
        public Log open(Path directory) throws LogException {
            return FileLog.open(disk, directory, FileLogOptions.DEFAULTS);
        }

        @Override
        public Log openToRead(Path directory) throws LogException {
            return open(directory);
        }
    }
}
