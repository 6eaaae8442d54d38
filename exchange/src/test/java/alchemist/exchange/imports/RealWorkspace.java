package alchemist.exchange.imports;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
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
import alchemist.exchange.Stated;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.read.ImportRead;
import alchemist.graph.read.SourceRead;
import alchemist.kernel.Command;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import alchemist.log.Disk;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.logfile.FileDisk;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A workspace as a server has one: engine, rules, keys and graph, in a folder. */
public final class RealWorkspace implements AutoCloseable, Workplace.Sources {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Workspaces workspaces;
    private final OpenWorkspace workspace;
    private final Path recollections;
    private long aheadMicros;
    private final SecureRandom random = new SecureRandom();

    public RealWorkspace(Path data) throws IOException, LogException {
        recollections = data.resolve("recollections");
        FileDisk disk = new FileDisk();
        Wiring<?> wiring =
                Wiring.of(
                                Rules.of(
                                        new WorkspaceDecider(),
                                        WorkspaceDecider.RULES,
                                        WorkspaceDecider.CONTRACT))
                        .withViewOf(with -> () -> new GraphView(with.keys()::open))
                        .withReactor(new WhenReversalAdvancedThenContinue());
        workspaces =
                Workspaces.open(
                        disk,
                        data,
                        new FileLogs(disk),
                        wiring,
                        WorkspaceOptions.DEFAULTS,
                        random,
                        1 << 20);
        workspace = workspaces.openOrCreate("test");
    }

    private record FileLogs(Disk disk) implements Logs {
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

    public Workplace workplace() {
        return new Workplace(
                Submitter.to(workspace.workspace()),
                this,
                Recollections.in(recollections),
                HaltedRuns.in(recollections.resolveSibling("paused")),
                workspace.keys()::pseudonym,
                () -> new Id(random.nextLong(), random.nextLong()),
                () -> System.currentTimeMillis() * 1000 + aheadMicros);
    }

    /** Its clock goes before from now on: then what was just written has long been written. */
    public RealWorkspace later(long seconds) {
        aheadMicros += seconds * 1_000_000;
        return this;
    }

    public KeyStore keys() {
        return workspace.keys();
    }

    /** Submits what a person does. */
    public void person(Id actor, Command command) {
        Submission submission = new Submission(CommandEnvelope.of(actor, actor), command);
        if (!(workspace.workspace().submit(submission).join() instanceof Answer.Accepted)) {
            throw new AssertionError(command);
        }
    }

    @Override
    public boolean eachTouched(long position, Consumer<Id> each) {
        graph().touchedSince(position, each);
        return true;
    }

    /** The position of the last event. */
    @Override
    public long position() {
        return workspace.workspace().position();
    }

    @Override
    public Optional<Id> history(long position) {
        try {
            Hash hash = workspace.workspace().commits().log().hashAt(position);
            return Optional.ofNullable(hash).map(h -> new Id(h.first(), h.second()));
        } catch (LogException e) {
            throw new AssertionError(e);
        }
    }

    /** The graph at any moment, as far as it was folded. */
    public GraphView view() {
        return workspace.view(GraphView.class).view();
    }

    /** The graph with all that was answered before. */
    public Graph graph() {
        ViewRunner<GraphView> view = workspace.view(GraphView.class);
        try {
            if (!view.atLeast(position(), PATIENCE)) {
                throw new AssertionError("the view stopped: " + view.problem());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (!view.parked().isEmpty()) {
            throw new AssertionError("parked: " + view.parked());
        }
        return view.view().now();
    }

    @Override
    public Stated stated(Id source) {
        Graph graph = graph();
        return new Stated() {
            @Override
            public @Nullable NodeStatement node(Id node) {
                return graph.statedNode(source, node)
                        .map(
                                n ->
                                        new NodeStatement(
                                                n.node(),
                                                open(n.name()),
                                                n.types(),
                                                open(n.properties()),
                                                n.group(),
                                                n.isGroup()))
                        .orElse(null);
            }

            @Override
            public @Nullable EdgeStatement edge(Id edge) {
                return graph.statedEdge(source, edge)
                        .map(
                                e ->
                                        new EdgeStatement(
                                                e.edge(),
                                                e.from(),
                                                e.to(),
                                                e.type(),
                                                open(e.properties())))
                        .orElse(null);
            }

            @Override
            public void eachNode(Consumer<Id> each) {
                graph.statementsOf(source, n -> each.accept(n.node()), _ -> {});
            }

            @Override
            public void eachEdge(Consumer<Id> each) {
                graph.statementsOf(source, _ -> {}, e -> each.accept(e.edge()));
            }
        };
    }

    @Override
    public Id sum(Id source) {
        StatementSum sum = new StatementSum();
        graph().statementsOf(
                        source,
                        n ->
                                sum.add(
                                        new NodeStatement(
                                                n.node(),
                                                n.name(),
                                                n.types(),
                                                n.properties(),
                                                n.group(),
                                                n.isGroup())),
                        e ->
                                sum.add(
                                        new EdgeStatement(
                                                e.edge(),
                                                e.from(),
                                                e.to(),
                                                e.type(),
                                                e.properties())));
        return sum.sum();
    }

    @Override
    public List<RecordedImport> imports() {
        List<RecordedImport> all = new ArrayList<>();
        for (SourceRead source : graph().sources()) {
            for (ImportRead one : source.imports()) {
                ImportState state =
                        switch (one.state()) {
                            case "applied" -> ImportState.APPLIED;
                            case "cancelled" -> ImportState.CANCELLED;
                            case "reverted" -> ImportState.REVERTED;
                            default -> ImportState.RUNNING;
                        };
                all.add(
                        new RecordedImport(
                                one.id(),
                                one.source(),
                                one.reader(),
                                one.location(),
                                one.label(),
                                state,
                                one.position(),
                                one.startedAt()));
            }
        }
        all.sort(Comparator.comparingLong(RecordedImport::position));
        return all;
    }

    Value open(Value value) {
        return switch (value) {
            case Value.Sealed sealed ->
                    keys().open(sealed)
                            .<Value>map(text -> new Value.Personal(sealed.subject(), text))
                            .orElseGet(() -> new Value.Erased(sealed.subject()));
            case Value.ListOf list ->
                    new Value.ListOf(list.values().stream().map(this::open).toList());
            case Value.MapOf(Properties entries) -> new Value.MapOf(open(entries));
            default -> value;
        };
    }

    Properties open(Properties properties) {
        return properties.map(this::open);
    }

    @Override
    public void close() throws IOException, LogException {
        workspaces.close();
    }
}
