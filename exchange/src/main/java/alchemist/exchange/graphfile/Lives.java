package alchemist.exchange.graphfile;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Reading;
import alchemist.exchange.graphfile.FileGraph.Span;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * States things that come and go, in the order of time. What has no beginning is there from the
 * first time that the file names.
 */
final class Lives {
    /** A node or an edge, and when it is there; always, where no span is given. */
    record Life(@Nullable NodeStatement node, @Nullable EdgeStatement edge, List<Span> spans) {
        Id id() {
            return node != null ? node.node() : Objects.requireNonNull(edge).edge();
        }

        boolean isThereAt(long time) {
            return spans.isEmpty() || spans.stream().anyMatch(span -> holds(span, time));
        }

        private static boolean holds(Span span, long time) {
            Long from = span.from();
            Long until = span.until();
            return (from == null || from <= time) && (until == null || time < until);
        }
    }

    private final List<Life> lives;
    private final long effectiveAt;
    private final FileGraph graph;
    private final Reading reading;
    private final Map<Id, List<Life>> joining = new HashMap<>();
    private final Set<Id> there = new HashSet<>();

    Lives(List<Life> lives, long effectiveAt, FileGraph graph, Reading reading) {
        this.lives = lives;
        this.effectiveAt = effectiveAt;
        this.graph = graph;
        this.reading = reading;
    }

    void state() {
        boolean[] any = {false};
        reading.stated().eachNode(_ -> any[0] = true);
        TreeMap<Long, Set<Life>> changing = new TreeMap<>();
        TreeSet<Long> times = times();
        if (times.isEmpty()) {
            times.add(effectiveAt);
        }
        long first = times.getFirst();
        for (Life life : lives) {
            EdgeStatement edge = life.edge();
            if (edge != null) {
                joining.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(life);
                joining.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(life);
            }
            changing.computeIfAbsent(first, _ -> new LinkedHashSet<>()).add(life);
            for (Span span : life.spans()) {
                add(span.from(), life, changing);
                add(span.until(), life, changing);
            }
        }
        int done = 0;
        for (var step : changing.entrySet()) {
            if (step.getKey() > reading.nowMicros()) {
                graph.warn("", "what begins or ends in the future is left out as long as it is");
                break;
            }
            reading.state(step(step.getKey(), step.getValue(), any[0]));
            reading.progress(++done, changing.size(), "times of " + graph.where());
        }
        long gone = lives.stream().filter(life -> !there.contains(life.id())).count();
        if (gone > 0) {
            graph.warn("", gone + " nodes and edges are there only at other times than now");
        }
    }

    private static void add(@Nullable Long time, Life life, TreeMap<Long, Set<Life>> changing) {
        if (time != null) {
            changing.computeIfAbsent(time, _ -> new LinkedHashSet<>()).add(life);
        }
    }

    private TreeSet<Long> times() {
        TreeSet<Long> times = new TreeSet<>();
        for (Life life : lives) {
            for (Span span : life.spans()) {
                if (span.from() != null) {
                    times.add(span.from());
                }
                if (span.until() != null) {
                    times.add(span.until());
                }
            }
        }
        return times;
    }

    private Batch step(long time, Set<Life> changing, boolean past) {
        List<NodeStatement> nodes = new ArrayList<>();
        List<EdgeStatement> edges = new ArrayList<>();
        List<Id> goneNodes = new ArrayList<>();
        Set<Id> goneEdges = new LinkedHashSet<>();
        for (Life life : changing) {
            NodeStatement node = life.node();
            boolean is = life.isThereAt(time);
            if (node != null && is && there.add(node.node())) {
                nodes.add(node);
            } else if (node != null && !is && there.remove(node.node())) {
                goneNodes.add(node.node());
            }
        }
        for (Life life : edgesOf(changing, nodes, goneNodes)) {
            EdgeStatement edge = Objects.requireNonNull(life.edge());
            boolean is =
                    life.isThereAt(time)
                            && there.contains(edge.from())
                            && there.contains(edge.to());
            if (is && there.add(edge.edge())) {
                edges.add(edge);
            } else if (!is && there.remove(edge.edge())) {
                goneEdges.add(edge.edge());
            }
        }
        List<Id> gone = new ArrayList<>(goneEdges);
        gone.addAll(goneNodes);
        return new Batch(time, nodes, edges, gone, past);
    }

    /** The edges that may come or go: they are there while both their ends are. */
    private Set<Life> edgesOf(Set<Life> changing, List<NodeStatement> came, List<Id> went) {
        Set<Life> edges = new LinkedHashSet<>();
        for (Life life : changing) {
            if (life.edge() != null) {
                edges.add(life);
            }
        }
        came.forEach(node -> edges.addAll(joining.getOrDefault(node.node(), List.of())));
        went.forEach(node -> edges.addAll(joining.getOrDefault(node, List.of())));
        return edges;
    }
}
