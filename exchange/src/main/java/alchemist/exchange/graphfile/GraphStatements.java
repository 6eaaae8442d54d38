package alchemist.exchange.graphfile;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Reading;
import alchemist.exchange.Warning;
import alchemist.exchange.graphfile.FileGraph.Link;
import alchemist.exchange.graphfile.FileGraph.Thing;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a graph file states. A thing that the file calls by an id of this program has that id, and
 * one that the whole world knows by a name that of the name; others are known by the file's key and
 * what the file calls them.
 */
final class GraphStatements {
    private static final int BATCH = 1000;

    private final FileGraph graph;
    private final String format;
    private final String fileKey;
    private final long effectiveAt;
    private final Reading reading;
    private final Map<Thing, Id> ids = new HashMap<>();
    private final Set<Id> used = new HashSet<>();
    private final Map<String, Integer> twins = new HashMap<>();

    GraphStatements(
            FileGraph graph, String format, String fileKey, long effectiveAt, Reading reading) {
        this.graph = graph;
        this.format = format;
        this.fileKey = fileKey;
        this.effectiveAt = effectiveAt;
        this.reading = reading;
    }

    void state() {
        for (Thing thing : graph.things()) {
            Id id = id(thing);
            if (!used.add(id)) {
                id = hashed(thing);
                used.add(id);
            }
            ids.put(thing, id);
        }
        List<NodeStatement> nodes = new ArrayList<>();
        List<Lives.Life> lives = new ArrayList<>();
        for (Thing thing : groupsFirst()) {
            NodeStatement node = statement(thing);
            nodes.add(node);
            lives.add(new Lives.Life(node, null, thing.spans()));
        }
        List<EdgeStatement> edges = new ArrayList<>();
        for (Link link : graph.links()) {
            EdgeStatement edge = statement(link);
            edges.add(edge);
            lives.add(new Lives.Life(null, edge, link.spans()));
        }
        if (lives.stream().allMatch(life -> life.spans().isEmpty())) {
            state(nodes, edges);
        } else {
            new Lives(lives, effectiveAt, graph, reading).state();
        }
        for (Warning warning : graph.warnings()) {
            reading.warn(warning.where(), warning.what());
        }
    }

    private void state(List<NodeStatement> nodes, List<EdgeStatement> edges) {
        int total = nodes.size() + edges.size();
        for (int i = 0; i < nodes.size(); i += BATCH) {
            int end = Math.min(nodes.size(), i + BATCH);
            reading.state(Batch.of(effectiveAt, nodes.subList(i, end), List.of()));
            reading.progress(end, total, "nodes of " + graph.where());
        }
        for (int i = 0; i < edges.size(); i += BATCH) {
            int end = Math.min(edges.size(), i + BATCH);
            reading.state(Batch.of(effectiveAt, List.of(), edges.subList(i, end)));
            reading.progress(nodes.size() + end, total, "edges of " + graph.where());
        }
    }

    /** All things, each behind the group that it is in; a circle of groups is cut. */
    private Set<Thing> groupsFirst() {
        Set<Thing> ordered = new LinkedHashSet<>();
        for (Thing thing : graph.things()) {
            Deque<Thing> way = new ArrayDeque<>();
            Set<Thing> met = new HashSet<>();
            @Nullable Thing at = thing;
            while (at != null && !ordered.contains(at)) {
                if (!met.add(at)) {
                    graph.warn(
                            "'" + thing.key() + "'",
                            "is in a circle of groups, and put into none of them");
                    thing.putInto(null);
                    break;
                }
                way.push(at);
                at = at.group();
            }
            ordered.addAll(way);
        }
        return ordered;
    }

    private NodeStatement statement(Thing thing) {
        Thing group = thing.group();
        return new NodeStatement(
                idOf(thing),
                thing.name(),
                List.copyOf(thing.types()),
                Properties.of(thing.properties()),
                group == null ? Id.NONE : idOf(group),
                thing.isGroup());
    }

    private EdgeStatement statement(Link link) {
        Id id = id(link);
        return new EdgeStatement(
                id,
                idOf(link.from()),
                idOf(link.to()),
                link.type(),
                Properties.of(link.properties()));
    }

    private Id idOf(Thing thing) {
        return ids.getOrDefault(thing, Id.NONE);
    }

    private Id id(Thing thing) {
        if (!thing.iri().isEmpty()) {
            return Id.of("iri", thing.iri());
        }
        return isOwnId(thing.key()) ? Id.parse(thing.key()) : hashed(thing);
    }

    private Id hashed(Thing thing) {
        return Id.of(format + ".node", fileKey + "\0" + thing.key());
    }

    /** An edge stays where it is: drawn anew between other nodes it is another one. */
    private Id id(Link link) {
        if (isOwnId(link.key())) {
            Id own = Id.parse(link.key());
            if (used.add(own)) {
                return own;
            }
        }
        String known =
                fileKey
                        + "\0"
                        + link.key()
                        + "\0"
                        + link.from().key()
                        + "\0"
                        + link.to().key()
                        + "\0"
                        + link.type();
        while (true) {
            int twin = twins.merge(known, 1, Integer::sum);
            Id id = Id.of(format + ".edge", twin == 1 ? known : known + "\0" + twin);
            if (used.add(id)) {
                return id;
            }
        }
    }

    /** Whether a file calls a thing by an id of this program, as its exports do. */
    static boolean isOwnId(String key) {
        return Id.isId(key) && Id.parse(key).toString().equals(key) && !Id.parse(key).isNone();
    }
}
