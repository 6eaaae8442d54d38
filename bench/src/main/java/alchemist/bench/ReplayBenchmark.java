package alchemist.bench;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.domain.workspace.WorkspaceState;
import alchemist.engine.stream.EventCursor;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.kernel.Envelope;
import alchemist.kernel.schema.Output;

/**
 * Folds a log of about a million events again: the rules' state alone, and the graph view alone.
 */
final class ReplayBenchmark implements Main.Benchmark {
    private static final int COMMANDS = Integer.getInteger("bench.commands", 1_000_000);
    private static final int ROUNDS = 3;

    @Override
    public Figures run() throws Exception {
        Figures figures = new Figures();
        try (TemporaryFolder folder = TemporaryFolder.make();
                BenchWorkspace bench = BenchWorkspace.open(folder.path())) {
            bench.fill(COMMANDS, Workload::submission);
            long events = bench.workspace().position();
            figures.with("events", (double) events);
            double state = Double.MAX_VALUE;
            double view = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                state = Math.min(state, foldState(bench));
                view = Math.min(view, foldView(bench));
            }
            figures.with("rules' state, s (best of " + ROUNDS + ")", state)
                    .with("rules' state, events/s", events / state)
                    .with("graph view, s (best of " + ROUNDS + ")", view)
                    .with("graph view, events/s", events / view);
        }
        return figures;
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
        long start = System.nanoTime();
        try (EventCursor events = bench.workspace().events().read(1, Long.MAX_VALUE)) {
            for (Envelope each = events.next(); each != null; each = events.next()) {
                state = decider.evolve(state, each.event());
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double foldView(BenchWorkspace bench) throws Exception {
        GraphView view = new GraphView(Opener.NONE);
        long start = System.nanoTime();
        long position = 0;
        try (EventCursor events = bench.workspace().events().read(1, Long.MAX_VALUE)) {
            for (Envelope each = events.next(); each != null; each = events.next()) {
                view.apply(each);
                position = each.position();
            }
        }
        view.publish(position);
        return (System.nanoTime() - start) / 1e9;
    }
}
