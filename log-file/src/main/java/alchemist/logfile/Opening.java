package alchemist.logfile;

import alchemist.log.BlockBuilder;
import alchemist.log.CommitBlock;
import alchemist.log.DiskLock;
import alchemist.log.LogException;
import alchemist.log.LogExists;
import alchemist.log.NoSuchLog;
import alchemist.log.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done before a {@link FileLog} can be written to: lock, begin or recover, settle.
 *
 * @param directory of the log
 * @param options of the log
 */
record Opening(LogDirectory directory, FileLogOptions options) {
    static final String LOCK = "lock";

    private interface Preparation {
        void run() throws IOException, LogException;
    }

    FileLog create(Origin origin) throws LogException {
        try {
            directory.disk().createDirectories(directory.path());
            return locked(() -> writeFirst(origin));
        } catch (IOException e) {
            throw directory.failure("could not begin a log in", e);
        }
    }

    FileLog open() throws LogException {
        try {
            if (Segments.names(directory).isEmpty()) {
                throw new NoSuchLog(directory.toString());
            }
            return locked(() -> {});
        } catch (IOException e) {
            throw directory.failure("could not open the log in", e);
        }
    }

    /** Takes the lock, prepares, and opens the log that then holds the lock. */
    private FileLog locked(Preparation preparation) throws IOException, LogException {
        Optional<DiskLock> free = directory.disk().lock(directory.path().resolve(LOCK));
        if (free.isEmpty()) {
            throw Owner.locked(directory);
        }
        DiskLock lock = free.get();
        FileLog log = null;
        try {
            Owner.ofThisProcess(options.clock().instant()).write(directory);
            preparation.run();
            log = recover(lock);
        } finally {
            if (log == null) {
                lock.close();
            }
        }
        return log;
    }

    private void writeFirst(Origin origin) throws IOException, LogException {
        if (!Segments.names(directory).isEmpty()) {
            throw new LogExists(directory.toString());
        }
        BlockBuilder builder = new BlockBuilder(1024);
        builder.beginLog(origin, 0);
        CommitBlock block = builder.seal(micros(options.clock().instant()));
        SegmentHeader header =
                new SegmentHeader(origin.workspace(), origin.firstPosition(), origin.parentBlock());
        Segment segment = Segment.of(directory, header, true);
        SegmentWriter.prepare(segment, block);
        SegmentWriter.publish(segment);
    }

    private FileLog recover(DiskLock lock) throws IOException, LogException {
        Recovery recovery = Recovery.of(directory);
        if (recovery.damage() != null) {
            return new FileLog(directory, options, lock, recovery, null, null);
        }
        directory.removeUnfinished();
        TornTail torn = keepTail(recovery);
        SegmentWriter writer = settled(recovery);
        FileLog log = null;
        try {
            log = new FileLog(directory, options, lock, recovery, writer, torn);
        } finally {
            if (log == null) {
                writer.close();
            }
        }
        return log;
    }

    private @Nullable TornTail keepTail(Recovery recovery) throws IOException {
        if (recovery.tornBytes() == 0) {
            return null;
        }
        Extent extent = recovery.extent();
        return TornTail.keep(directory, extent.last().name(), extent.end(), recovery.tornBytes());
    }

    /** Sees to it that the disk has what was read, and nothing after it. */
    private SegmentWriter settled(Recovery recovery) throws IOException {
        Extent extent = recovery.extent();
        if (recovery.settled()) {
            return SegmentWriter.open(extent.last(), options, extent.end());
        }
        if (recovery.isAsPublished()) {
            SegmentWriter.republish(extent.last(), extent.end());
        }
        SegmentWriter writer = SegmentWriter.open(extent.last(), options, extent.end());
        boolean done = false;
        try {
            writer.settle(recovery.lastBlock());
            done = true;
        } finally {
            if (!done) {
                writer.close();
            }
        }
        return writer;
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
