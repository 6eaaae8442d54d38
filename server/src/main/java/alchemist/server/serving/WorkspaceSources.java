package alchemist.server.serving;

import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Workspace;
import alchemist.exchange.Stated;
import alchemist.exchange.imports.ImportState;
import alchemist.exchange.imports.RecordedImport;
import alchemist.exchange.imports.StatementSum;
import alchemist.exchange.imports.Workplace;
import alchemist.gateway.copy.SourceStated;
import alchemist.graph.At;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.read.ImportRead;
import alchemist.kernel.Id;
import alchemist.log.Hash;
import alchemist.log.LogException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a workspace holds of sources, as its graph view has it. */
final class WorkspaceSources implements Workplace.Sources {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** After more events all is summed up anew. */
    private static final int MAX_FOLLOWED = 20_000;

    /** What a source stated at a position. */
    private record Summed(long position, StatementSum sum) {}

    private final Map<Id, Summed> sums = new HashMap<>();
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
    public synchronized Id sum(Id source) {
        Graph now = caughtUp();
        Summed last = sums.get(source);
        if (last == null || now.position() - last.position > MAX_FOLLOWED) {
            StatementSum sum = new StatementSum();
            SourceStated.eachStored(now, source, sum::add, sum::add);
            last = new Summed(now.position(), sum);
        } else if (last.position < now.position()) {
            StatementSum sum = last.sum;
            Graph then = view.view().at(At.position(last.position));
            now.touchedSince(
                    last.position,
                    thing -> {
                        SourceStated.ofStored(then, source, thing, sum::remove, sum::remove);
                        SourceStated.ofStored(now, source, thing, sum::add, sum::add);
                    });
            last = new Summed(now.position(), sum);
        }
        sums.put(source, last);
        return last.sum.sum();
    }

    @Override
    public synchronized void recall(Id source, long position, Id sum) {
        if (!sums.containsKey(source) && position <= caughtUp().position()) {
            sums.put(source, new Summed(position, StatementSum.of(sum)));
        }
    }

    @Override
    public Optional<Id> history(long position) {
        try {
            Hash hash = workspace.commits().log().hashAt(position);
            return Optional.ofNullable(hash).map(h -> new Id(h.first(), h.second()));
        } catch (LogException e) {
            return Optional.empty(); // then what is stated is summed up anew
        }
    }

    @Override
    public long position() {
        return caughtUp().position();
    }

    @Override
    public boolean eachTouched(long position, Consumer<Id> each) {
        caughtUp().touchedSince(position, each);
        return true;
    }

    @Override
    public List<RecordedImport> imports() {
        List<RecordedImport> imports = new ArrayList<>();
        for (ImportRead each : caughtUp().imports()) {
            imports.add(recorded(each));
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
