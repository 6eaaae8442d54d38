package alchemist.logfile;

import alchemist.log.CommitBlock;
import java.time.InstantSource;

/**
 * How a log lies on its disk.
 *
 * @param segmentBytes when a segment would grow beyond this, a new one begins; at least 4096
 * @param preallocateBytes how far ahead a segment is filled with zeros, 0 for not at all
 * @param clock of the origin's time and of the owner's
 */
public record FileLogOptions(long segmentBytes, int preallocateBytes, InstantSource clock) {
    /** 64 MiB segments, 1 MiB ahead, the system's clock. */
    public static final FileLogOptions DEFAULTS =
            new FileLogOptions(64L << 20, 1 << 20, InstantSource.system());

    /** Checks the ranges. */
    public FileLogOptions {
        if (segmentBytes < 4096 || segmentBytes > 1L << 40) {
            throw new IllegalArgumentException(
                    "segmentBytes must be 4096 to 2^40, not " + segmentBytes);
        }
        if (preallocateBytes < 0 || preallocateBytes > 64 << 20) {
            throw new IllegalArgumentException(
                    "preallocateBytes must be 0 to 64 MiB, not " + preallocateBytes);
        }
    }

    /** With segments of another size; a block of {@link CommitBlock#MAX_BYTES} fits into any. */
    public FileLogOptions withSegmentBytes(long bytes) {
        return new FileLogOptions(bytes, preallocateBytes, clock);
    }

    /** With another step in which segments are filled ahead. */
    public FileLogOptions withPreallocateBytes(int bytes) {
        return new FileLogOptions(segmentBytes, bytes, clock);
    }

    /** With another clock. */
    public FileLogOptions withClock(InstantSource other) {
        return new FileLogOptions(segmentBytes, preallocateBytes, other);
    }
}
