package alchemist.bench;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.domain.workspace.WorkspaceState;
import alchemist.engine.stream.Ahead;
import alchemist.engine.stream.EventCursor;
import alchemist.engine.workspace.Answer;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Envelope;
import alchemist.kernel.Submission;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Output;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Folds a log of about a million events again: the rules' state alone and the graph view alone, by
 * one thread each; then as a workspace does that is opened without snapshots, or without
 * checkpoints of the view.
 */
final class ReplayBenchmark implements Benchmark {
    private static final int COMMANDS = Integer.getInteger("bench.commands", 1_000_000);
    private static final int ROUNDS = 3;
    private static final int PART = 1024;

    @Override
    public Figures run() throws Exception {
        Figures figures = new Figures();
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            long events;
            double state = Double.MAX_VALUE;
            double view = Double.MAX_VALUE;
            double log = Double.MAX_VALUE;
            try (BenchWorkspace bench = BenchWorkspace.open(folder.path())) {
                bench.fill(COMMANDS, Workload::submission);
                events = bench.workspace().position();
                for (int round = 0; round < ROUNDS; round++) {
                    log = Math.min(log, read(bench));
                    state = Math.min(state, foldState(bench));
                    view = Math.min(view, foldView(bench));
                }
            }
            double both = Double.MAX_VALUE;
            double alone = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                both = Math.min(both, open(folder.path(), events, "snapshots", "views"));
                alone = Math.min(alone, open(folder.path(), events, "views"));
            }
            figures.with("events", (double) events)
                    .with("log read and decoded, events/s", events / log)
                    .with("rules' state, events/s", events / state)
                    .with("graph view, events/s", events / view)
                    .with("opened without snapshots: both, s", both)
                    .with("opened without snapshots: both, events/s", events / both)
                    .with("opened without checkpoints: graph view, events/s", events / alone);
        }
        return figures;
    }

    /** Without these to a graph that is whole and a command that is accepted. */
    private static double open(Path data, long events, String... caches) throws Exception {
        for (String cache : caches) {
            alchemist.exchange.TemporaryFolder.delete(
                    data.resolve("workspaces").resolve(BenchWorkspace.NAME).resolve(cache));
        }
        long start = System.nanoTime();
        try (BenchWorkspace bench = BenchWorkspace.open(data)) {
            Submission one = Workload.submission(8L * 10_000_000);
            if (!(bench.workspace().submit(one).join() instanceof Answer.Accepted)) {
                throw new IllegalStateException("a command was not accepted");
            }
            bench.view().atLeast(events, Duration.ofMinutes(2));
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static double read(BenchWorkspace bench) throws Exception {
        long start = System.nanoTime();
        long last = 0;
        try (EventCursor events = bench.workspace().events().read(1, Long.MAX_VALUE)) {
            for (Envelope each = events.next(); each != null; each = events.next()) {
                last = each.position();
            }
        }
        if (last != bench.workspace().position()) {
            throw new IllegalStateException("the log was read to " + last);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Writes what a snapshot and a checkpoint of a workspace hold. */
    static void save(BenchWorkspace bench, Output forState, Output forView) throws Exception {
        WorkspaceDecider decider = new WorkspaceDecider();
        WorkspaceState state = decider.initial();
        GraphView view = new GraphView(Opener.NONE);
        try (EventCursor events = bench.workspace().events().read(1, Long.MAX_VALUE)) {
            for (Envelope each = events.next(); each != null; each = events.next()) {
                state = decider.evolve(state, each.event());
                view.apply(each);
            }
        }
        decider.save(state, forState);
        view.save(forView);
    }

    private static double foldState(BenchWorkspace bench) throws Exception {
        WorkspaceDecider decider = new WorkspaceDecider();
        WorkspaceState state = decider.initial();
        return fold(
                bench,
                ids -> decider.lookAhead(ids, state),
                envelope -> decider.evolve(state, envelope.event()));
    }

    private static double foldView(BenchWorkspace bench) throws Exception {
        GraphView view = new GraphView(Opener.NONE);
        double seconds = fold(bench, view::lookAhead, view::apply);
        view.publish(bench.workspace().position());
        return seconds;
    }

    /** Folds the whole log as the engine does, by one thread. */
    private static double fold(
            BenchWorkspace bench, Consumer<Lookahead> lookAhead, Consumer<Envelope> each)
            throws Exception {
        Ahead ahead = new Ahead();
        List<Envelope> part = new ArrayList<>(PART);
        long start = System.nanoTime();
        try (EventCursor events = bench.workspace().events().read(1, Long.MAX_VALUE)) {
            do {
                part.clear();
                for (Envelope next = events.next();
                        next != null;
                        next = part.size() < PART ? events.next() : null) {
                    part.add(next);
                }
                for (int i = 0; i < part.size(); i++) {
                    if (ahead.isDue(i)) {
                        ahead.ofEnvelopes(part, i, lookAhead);
                    }
                    each.accept(part.get(i));
                }
            } while (part.size() == PART);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
