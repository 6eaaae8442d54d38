package alchemist.exchange.markdown;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.DatedStatements;
import alchemist.exchange.files.SourceLines;
import alchemist.exchange.mermaid.Diagram;
import alchemist.exchange.mermaid.Group;
import alchemist.exchange.mermaid.Link;
import alchemist.exchange.mermaid.Node;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a Mermaid diagram states, in the group that it is itself. */
final class DiagramStatements {
    /** The relations of diagrams whose arrows carry what is said or asked, not what is so. */
    private static final Map<String, String> SPOKEN =
            Map.of("flowchart", "leads to", "state", "leads to", "sequence", "sends");

    private final Diagram diagram;
    private final Id id;
    private final int line;
    private final SourceLines lines;
    private final DatedStatements statements;
    private final long at;
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<String> stated = new HashSet<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    /**
     * The statements of a diagram.
     *
     * @param line of the page on which its text begins
     * @param lines where in the file the lines of the page stand
     */
    DiagramStatements(
            Diagram diagram,
            Id id,
            int line,
            SourceLines lines,
            DatedStatements statements,
            long at) {
        this.lines = lines;
        this.diagram = diagram;
        this.id = id;
        this.line = line;
        this.statements = statements;
        this.at = at;
    }

    void add() {
        for (Group group : diagram.groups()) {
            groups.putIfAbsent(group.id(), group);
        }
        for (Group group : diagram.groups()) {
            addGroup(group);
        }
        for (Node node : diagram.nodes()) {
            TreeMap<String, Value> properties = properties(node.properties(), node.line());
            statements.add(
                    new NodeStatement(
                            of(node.id()),
                            Value.text(node.label().isEmpty() ? node.id() : node.label()),
                            node.type().isEmpty() ? List.of() : List.of(node.type()),
                            Properties.of(properties),
                            within(node.group()),
                            false),
                    at);
        }
        for (Link link : diagram.links()) {
            addLink(link);
        }
    }

    /** States a group after those that it is in. */
    private void addGroup(Group group) {
        if (!stated.add(group.id())) {
            return;
        }
        Group outer = groups.get(group.within());
        if (outer != null) {
            addGroup(outer);
        }
        statements.add(
                new NodeStatement(
                        of(group.id()),
                        Value.text(group.label().isEmpty() ? group.id() : group.label()),
                        List.of(),
                        Properties.of(properties(new TreeMap<>(), group.line())),
                        within(group.within()),
                        true),
                at);
    }

    private void addLink(Link link) {
        Id from = of(link.from());
        Id to = of(link.to());
        if (!statements.has(from) || !statements.has(to)) {
            return; // a diagram may name what it never draws
        }
        TreeMap<String, Value> properties = properties(link.properties(), link.line());
        String relation = link.relation();
        String generic = SPOKEN.get(diagram.kind());
        if (generic != null && !relation.equals(generic)) {
            properties.putIfAbsent("text", Value.text(relation));
            relation = generic;
        }
        String key = link.from() + "\0" + link.to() + "\0" + link.relation();
        int n = occurrences.merge(key, 1, Integer::sum);
        statements.add(
                new EdgeStatement(
                        Id.of("mermaid.link", id + "\0" + key + (n == 1 ? "" : "\0" + n)),
                        from,
                        to,
                        relation,
                        Properties.of(properties)),
                at);
    }

    private TreeMap<String, Value> properties(SortedMap<String, Value> own, int lineWithin) {
        TreeMap<String, Value> all = new TreeMap<>(own);
        if (lineWithin > 0 && !all.containsKey("line")) {
            lines.tell(line + lineWithin - 1, all);
        }
        return all;
    }

    private Id within(String group) {
        return group.isEmpty() || !groups.containsKey(group) ? id : of(group);
    }

    private Id of(String own) {
        return Id.of("mermaid.node", id + "\0" + own);
    }
}
