package alchemist.graph.history;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import java.util.List;

/**
 * A file that changes together with what was asked for.
 *
 * @param path of the file; empty where nobody states it
 * @param together commits that changed both
 * @param confidence of the commits that changed what was asked for, the part that changed this file
 *     too: above 0, at most 1
 * @param weight the sum over those commits of 1 / (files of the commit - 1), and for a group over
 *     its files: a commit of two files ties them wholly, one of many loosely
 * @param commits some of those commits, the latest first
 */
public record CoChange(
        NodeSummary file,
        String path,
        int together,
        double confidence,
        double weight,
        List<Id> commits) {}
