package alchemist.logfile;

import alchemist.log.CorruptLog;
import alchemist.log.Finding;
import alchemist.log.Log;
import alchemist.log.LogException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the segments that another process writes. For many threads. */
final class SegmentFollower implements FileCursor.Source, Closeable {
    private final LogDirectory directory;
    private final boolean ended;
    private final Findings findings;
    private volatile Extent extent;
    private SegmentWalk walk;

    SegmentFollower(LogDirectory directory, Recovery recovery) throws IOException {
        this.directory = directory;
        this.ended = recovery.damage() != null;
        this.findings = new Findings(directory, null, recovery.damage(), recovery.extent().head());
        this.extent = recovery.extent();
        this.walk = SegmentWalk.after(extent.last(), extent.end(), extent.head());
        forceOrClose();
    }

    private void forceOrClose() throws IOException {
        boolean forced = false;
        try {
            walk.force();
            forced = true;
        } finally {
            if (!forced) {
                walk.close();
            }
        }
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public boolean isWrittenElsewhere() {
        return true;
    }

    @Override
    public void found(CorruptLog damage) {
        findings.add(damage);
    }

    List<Finding> findings() {
        return findings.all();
    }

    @Override
    public synchronized @Nullable Extent look() throws LogException {
        try {
            return ended ? null : lookFurther();
        } catch (IOException e) {
            throw directory.failure("could not follow the log in", e);
        }
    }

    private @Nullable Extent lookFurther() throws IOException, LogException {
        Extent more = lookOnce();
        if (more == null && isLeftBehind()) {
            more = lookOnce(); // the writer was quicker
            return more == null ? requireNext() : more;
        }
        return more;
    }

    /** Whether there is something after what should be here: then nobody is still writing that. */
    private boolean isLeftBehind() throws IOException {
        return nameAfter() != null || (walk.isBegun() && walk.tail().isDamage(walk.head()));
    }

    private @Nullable String nameAfter() throws IOException {
        for (String name : Segments.names(directory)) {
            if (name.compareTo(walk.segment().name()) > 0) {
                return name;
            }
        }
        return null;
    }

    /** Says why there is no next block, where the writer has gone on behind it. */
    private @Nullable Extent requireNext() throws IOException, LogException {
        String after = nameAfter();
        if (after != null && walk.next() == walk.fileSize()) {
            SegmentHeader header = SegmentHeader.read(directory, after);
            throw Segment.of(directory, header, false).gap(walk.head());
        }
        walk.reread();
        return walk.step(walk.fileSize()) ? show(extent.segments()) : null;
    }

    private @Nullable Extent lookOnce() throws IOException, LogException {
        List<Segment> segments = new ArrayList<>(extent.segments());
        boolean more = false;
        while (true) {
            more |= walkOn();
            Segment next = next(walk.head());
            if (next == null) {
                break;
            }
            // The writer has forced a segment before it begins another.
            SegmentWalk opened = SegmentWalk.begin(next, walk.head());
            walk.close();
            walk = opened;
            segments.add(next);
            more = true;
        }
        if (!more) {
            return null;
        }
        return show(List.copyOf(segments));
    }

    private Extent show(List<Segment> segments) throws IOException {
        walk.force();
        extent = new Extent(segments, walk.next(), walk.head());
        return extent;
    }

    private boolean walkOn() throws IOException, LogException {
        boolean more = false;
        walk.reopen();
        walk.reread();
        try {
            while (walk.step(walk.fileSize())) {
                more = true;
            }
        } catch (CorruptLog e) {
            // Zeros that were filled ahead, or a block that is being written: the end for now.
            return more;
        }
        return more;
    }

    private @Nullable Segment next(Log.Head head) throws IOException, LogException {
        String name = SegmentHeader.name(head.position() + 1);
        if (name.equals(walk.segment().name()) || !directory.has(name)) {
            return null;
        }
        return Segment.of(directory, SegmentHeader.read(directory, name), false);
    }

    @Override
    public synchronized void close() throws IOException {
        walk.close();
    }
}
