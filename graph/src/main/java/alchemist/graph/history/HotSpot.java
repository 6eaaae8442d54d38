package alchemist.graph.history;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import java.util.List;

/**
 * A file that changes often and is large: where work is lost, and mending pays first.
 *
 * @param path of the file; empty where nobody states it
 * @param rank among all files, from 1
 * @param changes commits that changed it
 * @param size by the measure that was asked for
 * @param score changes times size
 * @param lastAt the time of the last of those commits, µs since 1970
 * @param reasons some of those commits, the latest first
 */
public record HotSpot(
        NodeSummary file,
        String path,
        int rank,
        int changes,
        long size,
        long score,
        long lastAt,
        List<Id> reasons) {}
