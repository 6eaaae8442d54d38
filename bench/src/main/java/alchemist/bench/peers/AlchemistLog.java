package alchemist.bench.peers;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.RecordKind;
import alchemist.log.Records;
import alchemist.log.WorkspaceId;
import alchemist.logfile.FileDisk;
import alchemist.logfile.FileLog;
import alchemist.logfile.FileLogOptions;
import alchemist.logfile.LogStat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * Alchemist's log alone: a unit is one commit block, or several where it is longer than a block may
 * be. Its events follow a command without content.
 */
public final class AlchemistLog implements Peer {
    private static final byte[] COMMAND = {};
    private static final int RULES = 1;

    private final Path folder;
    private final FileLog log;
    private final BlockBuilder builder = new BlockBuilder(CommitBlock.MAX_BYTES);

    private AlchemistLog(Path folder, FileLog log) {
        this.folder = folder;
        this.log = log;
    }

    static AlchemistLog begin(Path folder) throws LogException {
        Path path = folder.resolve("log");
        Origin origin = Origin.root(new WorkspaceId(1, 1));
        return new AlchemistLog(
                path, FileLog.create(new FileDisk(), path, origin, FileLogOptions.DEFAULTS));
    }

    @Override
    public void append(List<byte[]> events) throws LogException {
        begin();
        for (byte[] event : events) {
            if (!builder.event(event, 0, event.length)) {
                force();
                begin();
                builder.event(event, 0, event.length);
            }
        }
        force();
    }

    private void begin() {
        builder.begin(log.position() + 1, log.headHash(), RULES);
        builder.command(COMMAND, 0, 0);
    }

    private void force() throws LogException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        log.append(log.position(), builder.seal(Math.max(now, log.head().recordedAtMicros())));
    }

    @Override
    public void read(Consumer<byte[]> each) throws LogException {
        read(log, each);
    }

    /** Hands over the events of a log as they are stored. */
    public static void read(Log log, Consumer<byte[]> each) throws LogException {
        try (BlockCursor cursor = log.read(0)) {
            for (CommitBlock block = cursor.next(); block != null; block = cursor.next()) {
                for (Records records = block.records(); records.next(); ) {
                    if (records.kind() == RecordKind.EVENT) {
                        each.accept(records.payload());
                    }
                }
            }
        }
    }

    /** The blocks; the zeros ahead of them are cut off when the log is closed. */
    @Override
    public long bytesOnDisk() throws LogException {
        return LogStat.of(new FileDisk(), folder).blockBytes();
    }

    @Override
    public void close() throws LogException {
        log.close();
    }
}
