package alchemist.exchange.arrows;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Reading;
import alchemist.exchange.arrows.ArrowsDiagram.Gang;
import alchemist.exchange.arrows.ArrowsDiagram.Node;
import alchemist.exchange.arrows.ArrowsDiagram.Relationship;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a diagram states. */
final class ArrowsStatements {
    private static final int BATCH = 1000;

    private final ArrowsDiagram diagram;
    private final String fileKey;
    private final String where;
    private final long effectiveAt;
    private final Reading reading;
    private final Map<String, Id> nodes = new HashMap<>();
    private final Map<String, Id> groups = new HashMap<>();

    ArrowsStatements(
            ArrowsDiagram diagram,
            String fileKey,
            String where,
            long effectiveAt,
            Reading reading) {
        this.diagram = diagram;
        this.fileKey = fileKey;
        this.where = where;
        this.effectiveAt = effectiveAt;
        this.reading = reading;
    }

    void state() {
        for (String field : diagram.unknown()) {
            reading.warn(where, "the field '" + field + "' is not known and left out");
        }
        for (Node node : diagram.nodes()) {
            nodes.put(node.id(), id("arrows.node", node.id()));
        }
        stateGangs();
        int total = diagram.nodes().size() + diagram.relationships().size();
        int done = 0;
        List<NodeStatement> batch = new ArrayList<>();
        for (Node node : diagram.nodes()) {
            batch.add(statement(node));
            done++;
            if (batch.size() == BATCH || done == diagram.nodes().size()) {
                reading.state(Batch.of(effectiveAt, batch, List.of()));
                reading.progress(done, total, "nodes of " + where);
                batch = new ArrayList<>();
            }
        }
        List<EdgeStatement> edges = new ArrayList<>();
        for (Relationship one : diagram.relationships()) {
            addEdge(one, edges);
            done++;
            if (edges.size() == BATCH || done == total) {
                reading.state(Batch.of(effectiveAt, List.of(), edges));
                reading.progress(done, total, "relationships of " + where);
                edges = new ArrayList<>();
            }
        }
    }

    private void stateGangs() {
        List<NodeStatement> statements = new ArrayList<>();
        for (Gang gang : diagram.gangs()) {
            Id group = id("arrows.gang", gang.id());
            for (String member : gang.members()) {
                if (nodes.containsKey(member)) {
                    groups.put(member, group);
                } else {
                    warn("gangs", gang.index(), "has no node '" + member + "' to hold");
                }
            }
            statements.add(
                    new NodeStatement(
                            /* node= */ group,
                            Value.text(gang.caption()),
                            List.of(),
                            Properties.NONE,
                            Id.NONE,
                            true));
        }
        reading.state(Batch.of(effectiveAt, statements, List.of()));
    }

    private NodeStatement statement(Node node) {
        SortedMap<String, Value> properties =
                properties("nodes", node.index(), node.properties(), node.style());
        if (node.position() != null) {
            String key = properties.containsKey("position") ? "style.position" : "position";
            properties.putIfAbsent(key, node.position());
        }
        return new NodeStatement(
                id("arrows.node", node.id()),
                node.caption().isEmpty() ? Value.NULL : Value.text(node.caption()),
                node.labels(),
                Properties.of(properties),
                groups.getOrDefault(node.id(), Id.NONE),
                false);
    }

    private void addEdge(Relationship one, List<EdgeStatement> edges) {
        Id from = nodes.get(one.fromId());
        Id to = nodes.get(one.toId());
        if (from == null || to == null) {
            String missing = from == null ? one.fromId() : one.toId();
            warn(
                    "relationships",
                    one.index(),
                    "joins the node '" + missing + "', which is not there: left out");
            return;
        }
        edges.add(
                new EdgeStatement(
                        edgeId(one),
                        from,
                        to,
                        one.type(),
                        Properties.of(
                                properties(
                                        "relationships",
                                        one.index(),
                                        one.properties(),
                                        one.style()))));
    }

    /** The author's own properties, and those of the style behind a prefix. */
    private SortedMap<String, Value> properties(
            String list, int index, SortedMap<String, Value> own, SortedMap<String, Value> style) {
        SortedMap<String, Value> all = new TreeMap<>(own);
        style.forEach(
                (key, value) -> {
                    if (all.putIfAbsent("style." + key, value) != null) {
                        warn(
                                list,
                                index,
                                "has a property 'style." + key + "': the style is left out");
                    }
                });
        return all;
    }

    private void warn(String list, int index, String what) {
        reading.warn(where + " " + list + "[" + index + "]", what);
    }

    /** An edge stays where it is: drawn anew between other nodes it is another one. */
    private Id edgeId(Relationship one) {
        return id(
                "arrows.relationship",
                one.id() + "\0" + one.fromId() + "\0" + one.toId() + "\0" + one.type());
    }

    private Id id(String namespace, String own) {
        return Id.of(namespace, fileKey + "\0" + own);
    }
}
