package alchemist.exchange.tables;

import alchemist.domain.graph.EdgeStatement;
import alchemist.domain.graph.NodeStatement;
import alchemist.exchange.Batch;
import alchemist.exchange.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Gathers statements by the time at which they take effect. One thread. */
final class Outbox {
    /** How many of one time go together. */
    private static final int BATCH = 500;

    /** How many of different times are gathered. */
    private static final int MAX = 5000;

    private record Pending(List<NodeStatement> nodes, List<EdgeStatement> edges) {}

    private final Reading reading;
    private final TreeMap<Long, Pending> byTime = new TreeMap<>();
    private int count;

    Outbox(Reading reading) {
        this.reading = reading;
    }

    void add(NodeStatement node, long effectiveAt) {
        at(effectiveAt).nodes.add(node);
        added();
    }

    void add(EdgeStatement edge, long effectiveAt) {
        at(effectiveAt).edges.add(edge);
        added();
    }

    void flush() {
        byTime.forEach(
                (time, pending) -> reading.state(Batch.of(time, pending.nodes, pending.edges)));
        byTime.clear();
        count = 0;
    }

    private Pending at(long effectiveAt) {
        return byTime.computeIfAbsent(
                effectiveAt, _ -> new Pending(new ArrayList<>(), new ArrayList<>()));
    }

    private void added() {
        count++;
        if (count >= MAX || (count >= BATCH && byTime.size() == 1)) {
            flush();
        }
    }
}
