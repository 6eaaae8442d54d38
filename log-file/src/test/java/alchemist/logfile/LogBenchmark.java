package alchemist.logfile;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.BlockParser;
import alchemist.log.CommitBlock;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.MalformedBlock;
import alchemist.log.Records;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Measures the log of a real disk. No test: run {@link #main} with a directory on the disk that is
 * to be measured. Every figure is the best of some rounds, the first of which warm up.
 */
final class LogBenchmark {
    private static final int EVENT_BYTES = 140;
    private static final int ROUNDS = 5;

    private final Path directory;
    private final byte[] event = new byte[EVENT_BYTES];

    private LogBenchmark(Path directory) {
        this.directory = directory;
        new SplittableRandom(1).nextBytes(event);
    }

    static void main(String[] args) throws Exception {
        LogBenchmark benchmark = new LogBenchmark(Path.of(args[0]).resolve("log-benchmark"));
        benchmark.build();
        for (int events : new int[] {1, 10, 100, 1000, 6500}) {
            benchmark.append(events, events > 500 ? 150 : 1000);
        }
        benchmark.scan();
        benchmark.clear();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double bestSeconds(Work before, Work work) throws Exception {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            before.run();
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private CommitBlock block(BlockBuilder builder, Log.Head head, int events) {
        builder.begin(head.position() + 1, head.hash(), 1);
        builder.command(event, 0, 40);
        for (int i = 0; i < events; i++) {
            if (!builder.event(event, 0, EVENT_BYTES)) {
                break;
            }
        }
        return builder.seal(head.recordedAtMicros());
    }

    private void build() throws Exception {
        int blocks = 200;
        BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);
        long[] events = new long[1];
        double seconds =
                bestSeconds(
                        () -> events[0] = 0,
                        () -> {
                            Log.Head head = Log.Head.before(1, Hash.ZERO);
                            for (int i = 0; i < blocks; i++) {
                                CommitBlock block = block(builder, head, 10_000);
                                head = Log.Head.of(block);
                                events[0] += block.events();
                            }
                        });
        System.out.printf(
                Locale.ROOT,
                "build    %,12.0f events/s of %d bytes%n",
                events[0] / seconds,
                EVENT_BYTES);
    }

    private void append(int events, int appends) throws Exception {
        List<CommitBlock> blocks = new ArrayList<>();
        CommitBlock root = firstBlock();
        BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);
        Log.Head head = Log.Head.of(root);
        for (int i = 0; i < appends; i++) {
            blocks.add(block(builder, head, events));
            head = Log.Head.of(blocks.getLast());
        }
        FileLogOptions filling =
                FileLogOptions.DEFAULTS.withClock(
                        () -> Instant.ofEpochSecond(0, root.recordedAtMicros() * 1000));
        FileLogOptions growing = filling.withPreallocateBytes(0);
        double[] best = {1e9, 1e9, 1e9};
        for (int i = 0; i < 2 * ROUNDS; i++) {
            // By turns, since other work on the machine comes and goes.
            best[0] = Math.min(best[0], seconds(() -> writeLog(filling, blocks)));
            best[1] = Math.min(best[1], seconds(() -> writeLog(growing, blocks)));
            best[2] = Math.min(best[2], seconds(() -> writeBare(blocks)));
        }
        int length = blocks.getFirst().lengthBytes();
        double mb = appends * (double) length / 1e6;
        System.out.printf(
                Locale.ROOT,
                "append  %,8d bytes: log %,6.0f/s %6.1f MB/s; not filled ahead %,6.0f/s %6.1f MB/s; bare write and force %,6.0f/s %6.1f MB/s%n",
                length,
                appends / best[0],
                mb / best[0],
                appends / best[1],
                mb / best[1],
                appends / best[2],
                mb / best[2]);
    }

    private static CommitBlock firstBlock() {
        BlockBuilder builder = new BlockBuilder(1024);
        builder.beginLog(Script.ORIGIN, 0);
        return builder.seal(1_700_000_000_000_000L);
    }

    private double seconds(Work work) throws Exception {
        clear();
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void writeLog(FileLogOptions options, List<CommitBlock> blocks) throws LogException {
        try (FileLog log = FileLog.create(new FileDisk(), directory, Script.ORIGIN, options)) {
            for (CommitBlock block : blocks) {
                log.append(block.firstPosition() - 1, block);
            }
        }
    }

    private void writeBare(List<CommitBlock> blocks) throws IOException {
        Files.createDirectories(directory);
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        long at = 0;
        try (FileChannel channel =
                FileChannel.open(
                        directory.resolve("bare"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            for (CommitBlock block : blocks) {
                buffer.clear().put(block.bytes()).flip();
                while (buffer.hasRemaining()) {
                    at += channel.write(buffer, at);
                }
                channel.force(false);
            }
        }
    }

    private void scan() throws Exception {
        clear();
        FileDisk disk = new FileDisk();
        for (int events : new int[] {10, 6500}) {
            clear();
            try (FileLog log =
                    FileLog.create(disk, directory, Script.ORIGIN, FileLogOptions.DEFAULTS)) {
                BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);
                for (int i = 0; i < (events < 100 ? 20_000 : 60); i++) {
                    log.append(log.position(), block(builder, log.head(), events));
                }
                long bytes = LogStat.of(disk, directory).blockBytes();
                long count = log.position();
                double read = bestSeconds(() -> {}, () -> read(log, false));
                double opened =
                        bestSeconds(() -> {}, () -> ReadOnlyFileLog.open(disk, directory).close());
                double verified = bestSeconds(() -> {}, () -> read(log, true));
                System.out.printf(
                        Locale.ROOT,
                        "scan     blocks of %d events, checksums and chain checked:%n",
                        events);
                System.out.printf(
                        Locale.ROOT,
                        "         %,12.0f events/s %8.1f MB/s%n",
                        count / read,
                        bytes / read / 1e6);
                System.out.printf(
                        Locale.ROOT, "         and every record hashed into its Merkle root:%n");
                System.out.printf(
                        Locale.ROOT,
                        "         %,12.0f events/s %8.1f MB/s%n",
                        count / verified,
                        bytes / verified / 1e6);
                System.out.printf(Locale.ROOT, "         opening it: %.0f ms%n", 1000 * opened);
            }
        }
    }

    private static void read(Log log, boolean verify) throws LogException {
        BlockParser parser = new BlockParser();
        long bytes = 0;
        try (BlockCursor cursor = log.read(0)) {
            for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                if (verify) {
                    parser.verify(block);
                }
                for (Records r = block.records(); r.next(); ) {
                    bytes += r.length();
                }
            }
        } catch (MalformedBlock e) {
            throw new AssertionError(e);
        }
        if (bytes == 0) {
            throw new AssertionError("nothing was read");
        }
    }

    private void clear() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
