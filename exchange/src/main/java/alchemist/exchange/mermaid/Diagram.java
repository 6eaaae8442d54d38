package alchemist.exchange.mermaid;

import java.util.List;

/**
 * What a diagram says.
 *
 * @param kind {@code flowchart}, {@code class}, {@code er}, {@code sequence}, {@code state}, {@code
 *     c4}, {@code mindmap}, …; of a kind whose content is not read its own keyword; empty where the
 *     text is no diagram
 * @param title empty where it has none
 * @param nodes in the order in which they are first spoken of
 * @param groups outer ones before those inside
 * @param links in the order of the text; their ends are ids of nodes or groups that are there
 * @param problems what was not understood, in the order of the text
 */
public record Diagram(
        String kind,
        String title,
        List<Node> nodes,
        List<Group> groups,
        List<Link> links,
        List<Problem> problems) {
    /** Copies the lists. */
    public Diagram {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
        links = List.copyOf(links);
        problems = List.copyOf(problems);
    }
}
