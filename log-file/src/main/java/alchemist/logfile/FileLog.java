package alchemist.logfile;

import alchemist.log.BlockCursor;
import alchemist.log.CommitBlock;
import alchemist.log.CorruptLog;
import alchemist.log.Disk;
import alchemist.log.DiskFull;
import alchemist.log.DiskLock;
import alchemist.log.Finding;
import alchemist.log.IoFailure;
import alchemist.log.Log;
import alchemist.log.LogException;
import alchemist.log.LogFailed;
import alchemist.log.LogReadOnly;
import alchemist.log.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log of one workspace in a directory of its own.
 *
 * <pre>
 * 00000000000000000001.alog     segments, named by their first position ({@link SegmentHeader})
 * 00000000000000048213.alog     blocks one after the other, then zeros up to the end of the file
 * head                          where the log ended when it was closed in order
 * lock, owner                   who has it open for writing
 * ….alog.7312.torn              a block that a crash tore before it was acknowledged, and where
 * </pre>
 */
public final class FileLog implements Log {
    private final LogDirectory directory;
    private final FileLogOptions options;
    private final Origin origin;
    private final DiskLock lock;
    private final @Nullable TornTail tornTail;
    private final @Nullable CorruptLog damage;

    /** Where the log was closed in order, while that is where it still ends. */
    private final @Nullable Head closedAt;

    private final Findings findings;
    private volatile Extent extent;

    /** None when there is damage. */
    private @Nullable SegmentWriter writer;

    private volatile @Nullable IOException failure;
    private boolean closed;

    private final FileCursor.Source reading =
            new FileCursor.Source() {
                @Override
                public Extent extent() {
                    return extent;
                }

                @Override
                public boolean isWrittenElsewhere() {
                    return false;
                }

                @Override
                public @Nullable Extent look() {
                    return null;
                }

                @Override
                public void found(CorruptLog damage) {
                    findings.add(damage);
                }
            };

    FileLog(
            LogDirectory directory,
            FileLogOptions options,
            DiskLock lock,
            Recovery recovery,
            @Nullable SegmentWriter writer,
            @Nullable TornTail tornTail)
            throws IOException, LogException {
        this.directory = directory;
        this.options = options;
        this.lock = lock;
        this.writer = writer;
        this.tornTail = tornTail;
        this.damage = recovery.damage();
        this.extent = recovery.extent();
        this.findings = new Findings(directory, tornTail, damage, extent.head());
        this.closedAt = recovery.settled() ? recovery.extent().head() : null;
        this.origin = recovery.origin();
    }

    /**
     * Begins the log of a workspace; its first block holds the origin and is durable on return.
     *
     * @param path a directory of this log alone; it is made when it is missing
     * @throws alchemist.log.LogExists when there is a log in it already
     */
    public static FileLog create(Disk disk, Path path, Origin origin, FileLogOptions options)
            throws LogException {
        return new Opening(new LogDirectory(disk, path), options).create(origin);
    }

    /**
     * Opens a log for writing. Every block that was acknowledged is there; what a crash left of an
     * unacknowledged one is cut off and kept aside ({@link #tornTail}). When there is damage, the
     * log is read-only and ends before it ({@link #damage}).
     *
     * @throws alchemist.log.NoSuchLog when there is none in the directory
     * @throws alchemist.log.LogLocked when it is open for writing already
     * @throws CorruptLog when even its beginning is damaged
     * @throws alchemist.log.NewerFormat when a newer program has written it
     */
    public static FileLog open(Disk disk, Path path, FileLogOptions options) throws LogException {
        return new Opening(new LogDirectory(disk, path), options).open();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Head head() {
        return extent.head();
    }

    @Override
    public boolean readOnly() {
        return damage != null;
    }

    @Override
    public List<Finding> findings() {
        return findings.all();
    }

    /** What was cut off when the log was opened. */
    public Optional<TornTail> tornTail() {
        return Optional.ofNullable(tornTail);
    }

    /** The damage that makes the log end before its time and be read-only. */
    public Optional<CorruptLog> damage() {
        return Optional.ofNullable(damage);
    }

    /** The directory that the log is in. */
    public Path directory() {
        return directory.path();
    }

    @Override
    public synchronized void append(long expectedPosition, CommitBlock block) throws LogException {
        if (closed) {
            throw new IllegalStateException("the log in " + directory + " is closed");
        }
        if (damage != null) {
            throw new LogReadOnly(directory.toString(), String.valueOf(damage.getMessage()));
        }
        if (failure != null) {
            throw new LogFailed(directory.toString(), failure);
        }
        extent.head().requireNext(expectedPosition, block);
        SegmentWriter to = writerFor(block);
        try {
            to.write(block);
        } catch (IOException e) {
            cutBack(to);
            throw directory.failure("could not append to the log in", e);
        }
        try {
            to.force(block);
        } catch (IOException e) {
            throw failed(e);
        }
        to.segment().index().offer(block.firstPosition(), to.end() - block.lengthBytes());
        extent = new Extent(extent.segments(), to.end(), Head.of(block));
    }

    private SegmentWriter writerFor(CommitBlock block) throws LogException {
        SegmentWriter current = Objects.requireNonNull(writer);
        if (!current.isFullFor(block.lengthBytes())) {
            return current;
        }
        cutBack(current);
        SegmentHeader header =
                new SegmentHeader(origin.workspace(), block.firstPosition(), block.previous());
        Segment segment = Segment.of(directory, header, false);
        try {
            SegmentWriter.prepare(segment);
        } catch (IOException e) {
            throw directory.failure("could not begin a segment in", e);
        }
        try {
            SegmentWriter.publish(segment);
            SegmentWriter next = SegmentWriter.open(segment, options, SegmentHeader.BYTES);
            current.close();
            writer = next;
            List<Segment> segments = new ArrayList<>(extent.segments());
            segments.add(segment);
            extent = new Extent(List.copyOf(segments), next.end(), extent.head());
            return next;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void cutBack(SegmentWriter current) throws LogFailed {
        try {
            current.cutBack();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private LogFailed failed(IOException e) {
        failure = e;
        return new LogFailed(directory.toString(), e);
    }

    @Override
    public BlockCursor read(long afterPosition) {
        return new FileCursor(directory, reading, afterPosition);
    }

    private void witness() throws IOException {
        try {
            new CleanEnd(position(), headHash()).write(directory);
        } catch (DiskFull e) {
            return; // a log without it is as good
        }
    }

    @Override
    public synchronized void close() throws LogException {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            if (writer != null) {
                try (SegmentWriter last = writer) {
                    if (failure == null && !head().equals(closedAt)) {
                        last.cutBack();
                        witness();
                    }
                }
            }
        } catch (IOException e) {
            throw new IoFailure("could not close the log in " + directory, e);
        }
    }
}
