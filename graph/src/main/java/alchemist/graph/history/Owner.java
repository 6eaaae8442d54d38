package alchemist.graph.history;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import java.util.List;

/**
 * Somebody who knows what was asked for, by having changed it.
 *
 * @param person the account that they committed by most; those of one full name are one person's
 * @param share of all the weight there is: above 0, at most 1; of weights so old that no number is
 *     small enough for them, 0
 * @param weight the sum over changes of files, each 1 when it was made with the last of all and
 *     half as much for each half-life before; of a commit by several people each has an equal part
 * @param commits by which the person changed it
 * @param files how many of its files the person changed
 * @param lastAt the time of the last of those commits, µs since 1970
 * @param reasons some of those commits, the latest first
 */
public record Owner(
        NodeSummary person,
        double share,
        double weight,
        int commits,
        int files,
        long lastAt,
        List<Id> reasons) {}
