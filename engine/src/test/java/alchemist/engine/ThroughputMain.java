package alchemist.engine;

import alchemist.engine.ledger.LedgerCommand.Deposit;
import alchemist.engine.ledger.LedgerCommand.DepositOften;
import alchemist.engine.ledger.LedgerDecider;
import alchemist.engine.snapshot.Snapshots;
import alchemist.engine.workspace.Answer.Accepted;
import alchemist.engine.workspace.Sealer;
import alchemist.engine.workspace.Workspace;
import alchemist.engine.workspace.WorkspaceOptions;
import alchemist.kernel.CommandEnvelope;
import alchemist.kernel.Id;
import alchemist.kernel.Submission;
import alchemist.log.Log;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import alchemist.logfile.FileDisk;
import alchemist.testkit.disk.Folders;
import alchemist.testkit.log.MemoryLog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures a workspace: {@code ThroughputMain [directory] [events a command] [seconds]}. Without a
 * directory the log is in memory, which shows the engine alone.
 */
public final class ThroughputMain {
    private static final int TOGETHER = 1000;
    private static final int IN_FLIGHT = 32;
    private static final Id CLIENT = Id.of("client", "load");

    private ThroughputMain() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path directory =
                arguments.length > 0 && !arguments[0].equals("-") ? Path.of(arguments[0]) : null;
        int eventsEach = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        Origin origin = Origin.root(new WorkspaceId(1, 2));
        if (directory != null) {
            Folders.delete(directory);
        }
        Log log =
                directory == null
                        ? new MemoryLog(origin, 0)
                        : new FileLogs(new FileDisk()).create(directory, origin);
        Workspace workspace =
                Workspace.open(
                        "load",
                        log,
                        LedgerDecider.rules(),
                        Snapshots.NONE,
                        Sealer.NONE,
                        WorkspaceOptions.DEFAULTS);
        open(workspace);
        for (int round = 0; round < 3; round++) {
            throughput(workspace, eventsEach, seconds / 3);
        }
        latency(workspace);
        workspace.close();
        if (directory != null) {
            Folders.delete(directory);
        }
    }

    private static Id account(int i) {
        return Id.of("account", "" + (i & 1023));
    }

    private static void open(Workspace workspace) {
        for (int i = 0; i < 1024; i++) {
            Ledgers.accept(workspace, Ledgers.openAccount(account(i)));
        }
    }

    private static void throughput(Workspace workspace, int eventsEach, int seconds)
            throws InterruptedException {
        List<List<Submission>> batches = new ArrayList<>();
        for (int b = 0; b < 64; b++) {
            List<Submission> batch = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                Id account = account(b * 31 + i);
                batch.add(
                        new Submission(
                                CommandEnvelope.of(CLIENT, CLIENT),
                                eventsEach == 1
                                        ? new Deposit(account, i)
                                        : new DepositOften(account, i, eventsEach)));
            }
            batches.add(batch);
        }
        Map<String, long[]> before = costs();
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        AtomicLong accepted = new AtomicLong();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        for (int b = 0; System.nanoTime() < end; b++) {
            inFlight.acquire();
            AtomicLong left = new AtomicLong(TOGETHER);
            workspace.submitAll(
                    batches.get(b & 63),
                    (_, answer) -> {
                        if (answer instanceof Accepted a) {
                            accepted.addAndGet(a.events().size());
                        }
                        if (left.decrementAndGet() == 0) {
                            inFlight.release();
                        }
                    });
        }
        inFlight.acquire(IN_FLIGHT);
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d events in %.2f s: %,.0f events/s; CPU ns and bytes allocated for each:%n",
                accepted.get(),
                took,
                accepted.get() / took);
        costs().forEach(
                        (thread, cost) -> {
                            long[] then = before.getOrDefault(thread, new long[2]);
                            long nanos = (cost[0] - then[0]) / accepted.get();
                            long bytes = (cost[1] - then[1]) / accepted.get();
                            if (nanos + bytes > 0) {
                                System.out.printf("  %-20s %,6d ns %,6d B%n", thread, nanos, bytes);
                            }
                        });
    }

    /** CPU time and allocated bytes of each thread. */
    private static Map<String, long[]> costs() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Map<String, long[]> costs = new TreeMap<>();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null) {
                costs.put(
                        info.getThreadName(),
                        new long[] {
                            threads.getThreadCpuTime(id), threads.getThreadAllocatedBytes(id)
                        });
            }
        }
        return costs;
    }

    private static void latency(Workspace workspace) {
        long[] nanos = new long[2000];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            workspace
                    .submit(
                            new Submission(
                                    CommandEnvelope.of(CLIENT, CLIENT), new Deposit(account(i), 1)))
                    .join();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "one command: median %,d µs, 99%% %,d µs%n",
                nanos[nanos.length / 2] / 1000,
                nanos[nanos.length * 99 / 100] / 1000);
    }
}
