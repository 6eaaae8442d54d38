package alchemist.graph.check;

import alchemist.graph.read.NodeSummary;
import alchemist.kernel.Id;
import java.util.List;
import java.util.Optional;

/**
 * Whether a rule holds.
 *
 * @param rule its name
 * @param looked how many things or edges it was asked of; where it is none, the rule means nothing
 * @param broken how often it is broken
 * @param findings some of that, in the order of the graph
 */
public record Verdict(String rule, int looked, int broken, List<Finding> findings) {
    /** Whether nothing breaks it. */
    public boolean holds() {
        return broken == 0;
    }

    /**
     * One thing that breaks a rule.
     *
     * @param what a sentence: what is wrong
     * @param node what it is about; empty for a cycle
     * @param steps the edges that show it, in their order
     */
    public record Finding(String what, Optional<NodeSummary> node, List<Step> steps) {}

    /**
     * An edge that shows it.
     *
     * @param path where the file is that says so; empty where it is not known
     * @param line there, from 1; 0 where it is not known
     */
    public record Step(
            Id edge, String relation, NodeSummary from, NodeSummary to, String path, int line) {}
}
