package alchemist.bench;

import alchemist.engine.view.ViewRunner;
import alchemist.engine.workspace.Answer;
import alchemist.engine.workspace.Workspace;
import alchemist.graph.GraphView;
import alchemist.kernel.Submission;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogStat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Commands through decide, evolve, encode, append with force, and the graph view, as fast as they
 * go; then one alone.
 */
final class WriteBenchmark implements Benchmark {
    /** Makes 200,000 nodes and 600,000 edges, and warms up what compiles at run time. */
    private static final int WARM_UP = Integer.getInteger("bench.before", 1_600_000);

    /** What a command leaves in memory for good, and as much again for what is collected. */
    private static final int BYTES_KEPT = 300;

    /** Half a minute and more, so far as there is memory for what they leave behind. */
    private static final int COMMANDS =
            Integer.getInteger(
                    "bench.commands",
                    (int) Math.min(16_000_000, Runtime.getRuntime().maxMemory() / BYTES_KEPT));

    private static final int BATCH = 500;
    private static final int IN_FLIGHT = Integer.getInteger("bench.inflight", 10);
    private static final int ALONE = 200;

    @Override
    public Figures run() throws Exception {
        Figures figures = new Figures();
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            try (BenchWorkspace bench = BenchWorkspace.open(folder.path())) {
                pour(bench.workspace(), 0, WARM_UP, Workload::submission);
                bench.view().atLeast(bench.workspace().position(), Duration.ofMinutes(2));
                BenchWorkspace.rest();
                CpuTimes cpu = CpuTimes.now();
                long before = bench.workspace().position();
                long start = System.nanoTime();
                long[] latencies = pour(bench.workspace(), WARM_UP, COMMANDS, Workload::submission);
                double durable = (System.nanoTime() - start) / 1e9;
                long events = bench.workspace().position() - before;
                ViewRunner<GraphView> view = bench.view();
                view.atLeast(bench.workspace().position(), Duration.ofMinutes(2));
                double folded = (System.nanoTime() - start) / 1e9;
                Arrays.sort(latencies);
                cpu.figures(events, figures);
                figures.with("events", (double) events)
                        .with("seconds", folded)
                        .with("durable events/s", events / durable)
                        .with("durable and folded events/s", events / folded)
                        .with(
                                "acknowledgement under load, median ms",
                                latencies[latencies.length / 2] / 1e6)
                        .with(
                                "acknowledgement under load, p99 ms",
                                latencies[latencies.length * 99 / 100] / 1e6)
                        .with("graph view MB", bench.view().view().bytes() / 1e6);
                Memory.figures(figures);
                alone(bench.workspace(), figures);
            }
            LogStat stat = LogStat.of(new FileDisk(), BenchWorkspace.log(folder.path()));
            double blockBytes = (double) stat.blockBytes() / Math.max(1, stat.blocks());
            double ceiling = DiskCeiling.bytesPerSecond(folder.path(), (int) blockBytes, 400);
            figures.with("bytes an event", stat.bytesPerEvent())
                    .with("bytes a block", blockBytes)
                    .with("bare disk, same blocks, events/s", ceiling / stat.bytesPerEvent())
                    .with(
                            "share of the bare disk",
                            figures.of("durable events/s") * stat.bytesPerEvent() / ceiling);
        }
        return figures;
    }

    /**
     * Submits whole batches, some of them on their way at once; returns how long each batch took to
     * its last answer, ns.
     */
    static long[] pour(
            Workspace workspace, long from, int commands, LongFunction<Submission> workload)
            throws InterruptedException {
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        AtomicLong refused = new AtomicLong();
        long[] latencies = new long[commands / BATCH];
        for (int batch = 0; batch < latencies.length; batch++) {
            List<Submission> submissions = new ArrayList<>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                submissions.add(workload.apply(from + (long) batch * BATCH + i));
            }
            inFlight.acquire();
            int number = batch;
            long sent = System.nanoTime();
            workspace.submitAll(
                    submissions,
                    (index, answer) -> {
                        if (!(answer instanceof Answer.Accepted)) {
                            refused.incrementAndGet();
                        }
                        if (index == BATCH - 1) {
                            latencies[number] = System.nanoTime() - sent;
                            inFlight.release();
                        }
                    });
        }
        inFlight.acquire(IN_FLIGHT);
        if (refused.get() > 0) {
            throw new IllegalStateException(
                    refused + " commands of the workload were not accepted");
        }
        return latencies;
    }

    private static void alone(Workspace workspace, Figures figures) {
        long[] latencies = new long[ALONE];
        for (int i = 0; i < ALONE; i++) {
            Submission submission = Workload.submission(8L * (10_000_000 + i));
            long sent = System.nanoTime();
            workspace.submit(submission).join();
            latencies[i] = System.nanoTime() - sent;
        }
        Arrays.sort(latencies);
        figures.with("one command alone, median ms", latencies[ALONE / 2] / 1e6);
        figures.with("one command alone, p99 ms", latencies[ALONE * 99 / 100] / 1e6);
    }
}
