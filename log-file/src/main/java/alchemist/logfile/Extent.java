package alchemist.logfile;

import alchemist.log.Log;
import java.util.List;

/**
 * What of the log may be read: published as a whole, so that readers need no lock.
 *
 * @param segments all of them in order; a later extent has the same ones first
 * @param end where the blocks of the last segment end, in bytes
 * @param head the end of the log
 */
record Extent(List<Segment> segments, long end, Log.Head head) {
    Segment last() {
        return segments.getLast();
    }

    /** The number of the segment that has or will have the event of a position. */
    int segmentOf(long position) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (segments.get(middle).firstPosition() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
