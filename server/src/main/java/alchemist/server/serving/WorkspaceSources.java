package alchemist.server.serving;

import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Workspace;
import alchemist.exchange.Stated;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.RecordedImport;
import alchemist.exchange.imports.StatementSum;
import alchemist.exchange.imports.Workplace;
import alchemist.gateway.copy.SourceStated;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.read.ImportRead;
import alchemist.graph.read.SourceRead;
import alchemist.kernel.Id;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a workspace holds of sources, as its graph view has it. */
final class WorkspaceSources implements Workplace.Sources {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final Workspace workspace;
    private final ViewRunner<GraphView> view;
    private final Opener opener;

    WorkspaceSources(Workspace workspace, ViewRunner<GraphView> view, Opener opener) {
        this.workspace = workspace;
        this.view = view;
        this.opener = opener;
    }

    @Override
    public Stated stated(Id source) {
        return new SourceStated(caughtUp(), source, opener);
    }

    @Override
    public Id sum(Id source) {
        StatementSum sum = new StatementSum();
        SourceStated.eachStored(caughtUp(), source, sum::add, sum::add);
        return sum.sum();
    }

    @Override
    public List<RecordedImport> imports() {
        List<RecordedImport> imports = new ArrayList<>();
        for (SourceRead source : caughtUp().sources()) {
            for (ImportRead each : source.imports()) {
                imports.add(recorded(each));
            }
        }
        imports.sort(Comparator.comparingLong(RecordedImport::position));
        return imports;
    }

    /** The graph with all that was answered before. */
    private Graph caughtUp() {
        long position = workspace.position();
        try {
            if (!view.atLeast(position, PATIENCE)) {
                throw new IllegalStateException(
                        "the graph view is at "
                                + view.position()
                                + " and did not reach "
                                + position
                                + " in "
                                + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the graph view caught up", e);
        }
        return view.view().now();
    }

    private static RecordedImport recorded(ImportRead read) {
        ImportState state =
                switch (read.state()) {
                    case "applied" -> ImportState.APPLIED;
                    case "cancelled" -> ImportState.CANCELLED;
                    case "reverted" -> ImportState.REVERTED;
                    default -> ImportState.RUNNING;
                };
        return new RecordedImport(
                read.id(),
                read.source(),
                read.reader(),
                read.location(),
                read.label(),
                state,
                read.position(),
                read.startedAt());
    }
}
