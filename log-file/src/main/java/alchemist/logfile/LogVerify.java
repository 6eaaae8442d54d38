package alchemist.logfile;

import alchemist.log.BlockHeader;
import alchemist.log.BlockParser;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.Hash;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.MalformedBlock;
import alchemist.log.NewerFormat;
import alchemist.log.NoSuchLog;
import alchemist.log.WorkspaceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the whole of a log that lies in files: headers, checksums, hashes, the chain, positions,
 * times, every record and every Merkle root. It goes on after damage and finds all of it. It
 * changes nothing and takes no lock; it may run beside the process that writes.
 */
public final class LogVerify {
    /** Is told how far it is. */
    public interface Progress {
        /** Called after every few blocks. */
        void at(long doneBytes, long totalBytes);
    }

    /**
     * What was found.
     *
     * @param damages each with its file and offset, in order; none when all is well
     * @param unfinished what follows the last block: being written now, or torn by a crash and cut
     *     off when the log is next opened for writing
     * @param blocks how many whole blocks there are
     * @param events how many events are in these
     * @param bytes how long the files are
     * @param head the end of the last whole block
     */
    public record Report(
            List<CorruptLog> damages,
            Optional<CorruptLog> unfinished,
            long blocks,
            long events,
            long bytes,
            Log.Head head) {}

    private static final long PROGRESS_BYTES = 1 << 20;

    private final LogDirectory directory;
    private final Progress progress;
    private final BlockParser parser = new BlockParser();
    private final List<CorruptLog> damages = new ArrayList<>();
    private WorkspaceId workspace = WorkspaceId.NONE;
    private @Nullable CorruptLog unfinished;
    private @Nullable CleanEnd cleanEnd;
    private Log.@Nullable Head head;
    private long blocks;
    private long events;
    private long totalBytes;
    private long doneBytes;
    private long toldBytes;

    private LogVerify(LogDirectory directory, Progress progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * Checks the log in a directory.
     *
     * @throws NoSuchLog when there is none
     * @throws NewerFormat when a newer program has written it
     */
    public static Report run(Disk disk, Path path, Progress progress) throws LogException {
        LogDirectory directory = new LogDirectory(disk, path);
        try {
            return new LogVerify(directory, progress).run();
        } catch (IOException e) {
            throw directory.failure("could not read the log in", e);
        }
    }

    private Report run() throws IOException, LogException {
        // A writer beside may append and close the log meanwhile: then it ends after what is
        // listed.
        boolean wasClosed = directory.has(CleanEnd.NAME);
        cleanEnd = CleanEnd.read(directory);
        List<String> names = Segments.names(directory);
        if (names.isEmpty()) {
            throw new NoSuchLog(directory.toString());
        }
        for (String name : names) {
            totalBytes += directory.size(name);
        }
        if (cleanEnd == null && wasClosed) {
            damages.add(new CorruptLog(directory.named(CleanEnd.NAME), 0, "it is not whole"));
        }
        for (int i = 0; i < names.size(); i++) {
            segment(names.get(i), i == 0, i == names.size() - 1);
        }
        Log.Head end = head == null ? Log.Head.before(1, Hash.ZERO) : head;
        if (cleanEnd != null && cleanEnd.position() > end.position()) {
            lostEnd(names.getLast(), cleanEnd, end);
        }
        progress.at(totalBytes, totalBytes);
        return new Report(
                List.copyOf(damages),
                Optional.ofNullable(unfinished),
                blocks,
                events,
                totalBytes,
                end);
    }

    private void lostEnd(String name, CleanEnd closed, Log.Head end) throws IOException {
        if (unfinished != null) {
            // It was closed in order with more than there is, so this was no crash.
            damages.add(unfinished);
            unfinished = null;
        }
        damages.add(
                new CorruptLog(
                        directory.named(name),
                        directory.size(name),
                        "the log was closed with position "
                                + closed.position()
                                + ", but it ends with position "
                                + end.position()));
    }

    private void segment(String name, boolean first, boolean last) throws IOException, NewerFormat {
        Segment segment;
        try {
            segment = Segment.of(directory, SegmentHeader.read(directory, name), first);
            if (workspace.isNone()) {
                workspace = segment.header().workspace();
            } else if (!workspace.equals(segment.header().workspace())) {
                damages.add(segment.ofAnotherWorkspace());
            }
            Log.Head before = head == null ? segment.before() : head;
            if (!segment.follows(before)) {
                damages.add(segment.gap(before));
            }
            head = before;
        } catch (CorruptLog e) {
            damages.add(e);
            SegmentHeader assumed = SegmentHeader.assumed(name);
            segment = Segment.of(directory, assumed, first);
        }
        try (BlockScanner scanner = BlockScanner.open(segment, SegmentHeader.BYTES)) {
            blocks(segment, scanner, last);
            doneBytes += scanner.fileSize();
        }
    }

    private void blocks(Segment segment, BlockScanner scanner, boolean last)
            throws IOException, NewerFormat {
        while (true) {
            try {
                if (!scanner.step(scanner.fileSize())) {
                    return;
                }
                block(segment, scanner);
                tell(doneBytes + scanner.next());
            } catch (MalformedBlock e) {
                segment.requireKnown(e);
                long broken = scanner.next();
                CorruptLog damage = segment.corrupt(broken, String.valueOf(e.getMessage()));
                if (last && isNoDamage(scanner, damage)) {
                    return;
                }
                boolean more = scanner.findNext(scanner.fileSize());
                if (last && isWholeNow(segment, scanner, broken)) {
                    continue;
                }
                damages.add(damage);
                if (!more) {
                    return;
                }
            }
        }
    }

    /** Whether only zeros follow, filled ahead, or what a crash may have left of one append. */
    private boolean isNoDamage(BlockScanner scanner, CorruptLog asDamage) throws IOException {
        Tail tail = Tail.read(scanner);
        if (tail.isDamage(head == null ? Log.Head.before(1, Hash.ZERO) : head)) {
            return false;
        }
        unfinished = tail.bytes() == 0 ? null : asDamage;
        return true;
    }

    /**
     * Whether another process was in the middle of writing the block. It begins no other before
     * that one is written, so where more is there than one append leaves, it can be read now, if
     * ever.
     *
     * @return whether it goes on there; else it stays where it is
     */
    private boolean isWholeNow(Segment segment, BlockScanner scanner, long offset)
            throws IOException, NewerFormat {
        long later = scanner.next();
        scanner.seek(offset);
        try {
            scanner.step(scanner.fileSize());
            scanner.seek(offset);
            return true;
        } catch (MalformedBlock e) {
            segment.requireKnown(e);
            scanner.seek(later);
            return false;
        }
    }

    private void block(Segment segment, BlockScanner scanner) {
        BlockHeader header = scanner.header();
        long offset = scanner.offset();
        if (header.isFirst() != (segment.first() && offset == SegmentHeader.BYTES)) {
            damages.add(segment.corrupt(offset, SegmentWalk.FIRST_AND_NO_OTHER));
        }
        String reason = head == null ? null : head.whyNotNext(header);
        if (reason != null) {
            damages.add(segment.corrupt(offset, reason));
        }
        try {
            parser.verify(scanner.block());
        } catch (MalformedBlock e) {
            damages.add(segment.corrupt(offset, String.valueOf(e.getMessage())));
        }
        head = new Log.Head(header.lastPosition(), scanner.hash(), header.recordedAtMicros());
        if (cleanEnd != null
                && cleanEnd.position() == head.position()
                && !cleanEnd.hash().equals(head.hash())) {
            damages.add(segment.corrupt(offset, "the log was closed with another block here"));
        }
        blocks++;
        events += header.events();
    }

    private void tell(long done) {
        if (done - toldBytes >= PROGRESS_BYTES) {
            toldBytes = done;
            progress.at(done, totalBytes);
        }
    }
}
