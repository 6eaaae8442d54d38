package alchemist.bench;

import alchemist.bench.peers.AlchemistLog;
import alchemist.bench.peers.Peer;
import alchemist.engine.workspace.Answer;
import alchemist.kernel.Submission;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.logfile.FileDisk;
import alchemist.logfile.LogStat;
import alchemist.logfile.ReadOnlyFileLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * All that Alchemist does to a command, where its peers are given finished events: decide, evolve,
 * encode, append with force, and fold into the graph view. A unit is as many commands as events,
 * submitted at once; the events that come of them are the same bytes, and the commands are stored,
 * too.
 */
final class WholeAlchemist implements Peer {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final BenchWorkspace bench;
    private final long preludeEnd;
    private long number = EncodedEvents.PRELUDE;

    private WholeAlchemist(Path folder, BenchWorkspace bench) {
        this.folder = folder;
        this.bench = bench;
        this.preludeEnd = bench.workspace().position();
    }

    static WholeAlchemist begin(Path folder) throws Exception {
        BenchWorkspace bench = BenchWorkspace.open(folder);
        bench.fill(EncodedEvents.PRELUDE, Workload::submission);
        return new WholeAlchemist(folder, bench);
    }

    @Override
    public void append(List<byte[]> events) throws InterruptedException {
        List<Submission> commands = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            commands.add(Workload.submission(number++));
        }
        CountDownLatch answered = new CountDownLatch(commands.size());
        AtomicLong refused = new AtomicLong();
        bench.workspace()
                .submitAll(
                        commands,
                        (_, answer) -> {
                            if (!(answer instanceof Answer.Accepted)) {
                                refused.incrementAndGet();
                            }
                            answered.countDown();
                        });
        answered.await();
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " commands were not accepted");
        }
    }

    @Override
    public void settle() throws InterruptedException {
        if (!bench.view().atLeast(bench.workspace().position(), PATIENCE)) {
            throw new IllegalStateException("the graph view did not follow");
        }
    }

    @Override
    public void read(Consumer<byte[]> each) throws LogException {
        try (Log log = ReadOnlyFileLog.open(new FileDisk(), BenchWorkspace.log(folder))) {
            AtomicLong position = new AtomicLong();
            AlchemistLog.read(
                    log,
                    event -> {
                        if (position.incrementAndGet() > preludeEnd) {
                            each.accept(event);
                        }
                    });
        }
    }

    @Override
    public long bytesOnDisk() throws LogException {
        return stat().blockBytes();
    }

    /** How many events one force made durable, on average. */
    double eventsPerForce() throws LogException {
        LogStat stat = stat();
        return (double) stat.events() / stat.blocks();
    }

    private LogStat stat() throws LogException {
        return LogStat.of(new FileDisk(), BenchWorkspace.log(folder));
    }

    @Override
    public void close() throws IOException, LogException {
        bench.close();
    }
}
