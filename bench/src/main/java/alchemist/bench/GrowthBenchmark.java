package alchemist.bench;

import alchemist.domain.workspace.WorkspaceDecider;
import alchemist.domain.workspace.WorkspaceState;
import alchemist.engine.stream.Batch;
import alchemist.graph.Graph;
import alchemist.graph.GraphView;
import alchemist.graph.Opener;
import alchemist.graph.read.Direction;
import alchemist.graph.read.NeighborRead;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Envelope;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.logfile.FileDisk;
import alchemist.logfile.ReadOnlyFileLog;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What an event and a question cost when there are ten thousand events, a hundred thousand, a
 * million, ten million: of each size a workspace of its own, of which a fifth are nodes and three
 * fifths edges between any two of them. Where nothing is waited for, what is told is the CPU's time
 * of the thread, so that others on the machine count little; of writing it is that of the whole
 * program, and beside it the time on the wall.
 */
final class GrowthBenchmark implements Benchmark {
    private static final int MOST = Integer.getInteger("bench.most", 10_000_000);

    /**
     * So much is needed, at most: the rules' state twice while a snapshot is made, and the view.
     */
    private static final long HEAP_BYTES_PER_EVENT = 700;

    private static final int WARM_UP = 200_000;

    /** A small size passes too quickly to be measured once. */
    private static final int MEASURED_EVENTS = 2_000_000;

    private static final int MOST_TIMES = 9;

    private static final long QUESTION_NANOS = 500_000_000;
    private static final int QUESTIONS = 200_000;
    private static final int GROUP = 20;
    private static final int LIMIT = 20;

    private static final String[] COLUMNS = {
        "written, folded µs/event",
        "its CPU µs/event",
        "rules replayed µs/event",
        "view replayed µs/event",
        "node by id µs",
        "neighbours µs",
        "by name µs",
        "rules B/event",
        "view B/event"
    };

    @Override
    public Figures run() throws Exception {
        measure(WARM_UP, QUESTION_NANOS);
        Table table = new Table("events", COLUMNS);
        double[] first = new double[0];
        double[] last = first;
        int smallest = 10_000;
        int largest = smallest;
        for (int size = smallest; size <= MOST; size *= 10) {
            if (size * HEAP_BYTES_PER_EVENT > Runtime.getRuntime().maxMemory()) {
                System.out.printf(
                        "%,d events: skipped: needs a heap of %,d MB%n",
                        size, (size * HEAP_BYTES_PER_EVENT) >> 20);
                break;
            }
            last = medians(size);
            table.row(String.format("%,d", size), last);
            first = first.length == 0 ? last : first;
            largest = size;
        }
        double[] grown = new double[last.length];
        for (int i = 0; i < grown.length; i++) {
            grown[i] = last[i] / first[i];
        }
        table.row("last : first", grown);
        return new Figures()
                .with(table)
                .with("logarithm, last : first", Math.log(largest) / Math.log(smallest));
    }

    private static double[] medians(int size) throws Exception {
        int times = Math.clamp(MEASURED_EVENTS / size, 1, MOST_TIMES);
        double[][] byColumn = new double[COLUMNS.length][times];
        for (int i = 0; i < times; i++) {
            double[] measured = measure(size, QUESTION_NANOS);
            for (int column = 0; column < measured.length; column++) {
                byColumn[column][i] = measured[column];
            }
        }
        return Arrays.stream(byColumn).mapToDouble(Figures::median).toArray();
    }

    /** A figure for each column; questions of each kind are asked for so long. */
    static double[] measure(int size, long questionNanos) throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            double[] written = written(folder.path(), size);
            Path log = BenchWorkspace.log(folder.path());
            double before = Memory.heapMb();
            WorkspaceDecider decider = new WorkspaceDecider();
            long start = cpuNanos();
            WorkspaceState state = replay(log, decider);
            double rules = micros(cpuNanos() - start, size);
            double stateMb = Memory.heapMb() - before;
            require(state.things() > 0);
            GraphView view = new GraphView(Opener.NONE);
            start = cpuNanos();
            view.publish(each(log, view::apply));
            double folded = micros(cpuNanos() - start, size);
            Graph graph = view.now();
            return new double[] {
                written[0],
                written[1],
                rules,
                folded,
                ask(
                        size,
                        questionNanos,
                        round -> require(graph.node(Workload.node(round)).isPresent())),
                ask(size, questionNanos, round -> require(!neighbors(graph, round).isEmpty())),
                ask(size, questionNanos, round -> require(!named(graph, round).isEmpty())),
                stateMb * 1e6 / size,
                (double) view.bytes() / size
            };
        }
    }

    private static List<NeighborRead> neighbors(Graph graph, long round) {
        return graph.neighbors(Workload.node(round), null, Direction.BOTH, LIMIT, "").items();
    }

    private static List<NodeSummary> named(Graph graph, long round) {
        return graph.nodes("", Workload.name(round), LIMIT, "").items();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double micros(long nanos, long count) {
        return nanos / 1e3 / count;
    }

    /**
     * Of the later half of the events, durable and folded, with the snapshots that are made
     * meanwhile: on the wall, and all threads' CPU, µs.
     */
    private static double[] written(Path folder, int size) throws Exception {
        try (BenchWorkspace bench = BenchWorkspace.open(folder)) {
            int measured = size / 2;
            pour(bench, 0, size - measured);
            CpuTimes cpu = CpuTimes.now();
            long start = System.nanoTime();
            pour(bench, size - measured, measured);
            return new double[] {
                micros(System.nanoTime() - start, measured), micros(cpu.since(), measured)
            };
        }
    }

    private static void pour(BenchWorkspace bench, int from, int commands) throws Exception {
        WriteBenchmark.pour(bench.workspace(), from, commands, Workload::growing);
        require(bench.view().atLeast(bench.workspace().position(), Duration.ofMinutes(5)));
    }

    private static WorkspaceState replay(Path log, WorkspaceDecider decider) throws Exception {
        // The state that is folded is the one that was there, or another.
        WorkspaceState[] state = {decider.initial()};
        each(log, envelope -> state[0] = decider.evolve(state[0], envelope.event()));
        return state[0];
    }

    private static long each(Path path, Consumer<Envelope> consumer) throws Exception {
        try (Log log = ReadOnlyFileLog.open(new FileDisk(), path);
                BlockCursor cursor = log.read(0)) {
            for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                Batch.read(block, WorkspaceDecider.CONTRACT).envelopes().forEach(consumer);
            }
            return log.position();
        }
    }

    /** What a question about one of the nodes takes, µs, once it is warm. */
    private static double ask(int size, long nanos, LongConsumer question) {
        askNodes(size / 5, nanos / 5, question);
        return askNodes(size / 5, nanos, question);
    }

    private static double askNodes(int nodes, long nanos, LongConsumer question) {
        long start = cpuNanos();
        int asked = 0;
        // The clock is slow to read, so it is read between groups of questions.
        while (asked < QUESTIONS && cpuNanos() - start < nanos) {
            for (int end = asked + GROUP; asked < end; asked++) {
                // A step that visits them all, and never two neighbours after one another.
                question.accept(asked * 7_919L % nodes);
            }
        }
        return micros(cpuNanos() - start, asked);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("what was written was not found");
        }
    }
}
