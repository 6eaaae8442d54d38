package alchemist.logfile;

import alchemist.log.BlockBuilder;
import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.Disk;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.Origin;
import alchemist.log.WorkspaceId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The same appends every time: blocks of all sizes over many small segments. */
final class Script {
    static final Path DIRECTORY = Path.of("/logs/w1");
    static final Origin ORIGIN = Origin.root(new WorkspaceId(0x0123456789abcdefL, 42));
    static final FileLogOptions OPTIONS =
            FileLogOptions.DEFAULTS
                    .withSegmentBytes(4096)
                    .withPreallocateBytes(1024)
                    .withClock(() -> Instant.ofEpochSecond(1_700_000_000));

    /** Every block of the script, the first one of the log included. */
    private final List<CommitBlock> blocks = new ArrayList<>();

    Script(int appends) {
        this(appends, 1);
    }

    /** Another history of the same events: what other rules decided has other hashes. */
    Script(int appends, int rulesVersion) {
        SplittableRandom random = new SplittableRandom(7);
        BlockBuilder builder = new BlockBuilder(6000);
        builder.beginLog(ORIGIN, 0);
        blocks.add(builder.seal(Opening.micros(OPTIONS.clock().instant())));
        for (int i = 0; i < appends; i++) {
            blocks.add(next(builder, Log.Head.of(blocks.getLast()), random, rulesVersion));
        }
    }

    static CommitBlock next(BlockBuilder builder, Log.Head head, SplittableRandom random) {
        return next(builder, head, random, 1);
    }

    private static CommitBlock next(
            BlockBuilder builder, Log.Head head, SplittableRandom random, int rulesVersion) {
        builder.begin(head.position() + 1, head.hash(), rulesVersion);
        int commands = 1 + random.nextInt(3);
        for (int c = 0; c < commands; c++) {
            builder.command(bytes(random, 20), 0, 20);
            int size = random.nextInt(10) == 0 ? random.nextInt(1500) : random.nextInt(120);
            builder.event(bytes(random, size), 0, size);
        }
        return builder.seal(head.recordedAtMicros() + random.nextInt(3));
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (random.nextInt(4) == 0) {
            Arrays.fill(bytes, (byte) 0); // zeros look like what was never written
        }
        return bytes;
    }

    List<CommitBlock> blocks() {
        return blocks;
    }

    /**
     * Creates the log and appends until all is done or the disk fails.
     *
     * @return how many blocks were acknowledged
     */
    int run(Disk disk) {
        int acknowledged = 0;
        try (Log log = FileLog.create(disk, DIRECTORY, ORIGIN, OPTIONS)) {
            acknowledged = 1;
            for (CommitBlock block : blocks.subList(1, blocks.size())) {
                log.append(block.firstPosition() - 1, block);
                acknowledged++;
            }
        } catch (LogException e) {
            return acknowledged;
        }
        return acknowledged;
    }

    /** Every block of a log, by its cursor. */
    static List<CommitBlock> read(Log log) throws LogException {
        List<CommitBlock> found = new ArrayList<>();
        try (BlockCursor cursor = log.read(0)) {
            for (CommitBlock b = cursor.next(); b != null; b = cursor.next()) {
                found.add(b);
            }
        }
        return found;
    }

    /** Where the blocks end of a log that has one segment, in bytes. */
    static long endOfBlocks(Log log) throws LogException {
        long end = SegmentHeader.BYTES;
        for (CommitBlock block : read(log)) {
            end += block.lengthBytes();
        }
        return end;
    }
}
