package alchemist.graph;

import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.EdgeWithdrawn;
import alchemist.domain.graph.GraphEvent.GroupDissolved;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeClassified;
import alchemist.domain.graph.GraphEvent.NodeDeclassified;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeGrouped;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeRestored;
import alchemist.domain.graph.GraphEvent.NodeRetired;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.GraphEvent.NodesDisconnected;
import alchemist.domain.graph.GraphEvent.NodesMerged;
import alchemist.domain.graph.GraphEvent.NodesReconnected;
import alchemist.domain.graph.GraphEvent.NodesUnmerged;
import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.ontology.OntologyEvent.TermRenamed;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.domain.sources.SourcesEvent.SourceTrusted;
import alchemist.kernel.Envelope;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A random thing that happens, as small numbers, so that a failing history shrinks.
 *
 * @param kind what
 * @param a of which thing
 * @param b of which other
 * @param who by whom
 * @param what which value
 * @param time in which second of the world; 0: when it is recorded
 * @param joined it is of the same command as what happened before
 */
record Op(int kind, int a, int b, int who, int what, int time, boolean joined) {
    static final int KINDS = 24;
    static final int NODES = 5;
    static final int GROUPS = 3;
    static final int EDGES = 5;
    static final int WHO = 4;

    private static final String[] NAMES = {"Ada Lovelace", "ada", "Byron", "lady Byron"};
    private static final String[] TYPES = {"Person", "File", "Thing"};
    private static final String[] KEYS = {"age", "path"};

    static Id nodeId(int nth) {
        return Id.of("node", "n" + Math.floorMod(nth, NODES));
    }

    static Id groupId(int nth) {
        return Id.of("group", "g" + Math.floorMod(nth, GROUPS));
    }

    static Id edgeId(int nth) {
        return Id.of("edge", "e" + Math.floorMod(nth, EDGES));
    }

    static Id sourceId(int nth) {
        return Id.of("source", "s" + Math.floorMod(nth, WHO));
    }

    /** Feeds a history. */
    static void play(List<Op> ops, Feed feed) {
        List<Event> command = new ArrayList<>();
        int time = 0;
        for (Op op : ops) {
            if (!op.joined && !command.isEmpty()) {
                record(command, time, feed);
            }
            time = command.isEmpty() ? op.time : time;
            Event event = op.event(feed.log(), command);
            if (event != null) {
                command.add(event);
            }
        }
        if (!command.isEmpty()) {
            record(command, time, feed);
        }
    }

    private static void record(List<Event> command, int time, Feed feed) {
        feed.in(time == 0 ? Long.MIN_VALUE : time * 1_000_000L).record(command);
        command.clear();
    }

    /** The event; null where nothing can happen yet. */
    @Nullable Event event(List<Envelope> log, List<Event> command) {
        Id node = nodeId(a);
        Id group = groupId(b);
        Id edge = edgeId(a);
        Id source = sourceId(who);
        Value name = Value.text(NAMES[what % NAMES.length]);
        String type = TYPES[what % TYPES.length];
        boolean connected = connected(edge, log, command);
        return switch (kind) {
            case 0, 1 ->
                    new NodeAdded(
                            node,
                            source,
                            what == 7 ? Value.NULL : name,
                            List.of(type),
                            Properties.of(KEYS[what % 2], value()),
                            b == 0 ? Id.NONE : group,
                            0);
            case 2 -> new NodeAdded(node, source, name, List.of(), Properties.NONE, Id.NONE, 0);
            case 3, 4 ->
                    new NodesConnected(
                            edge,
                            source,
                            nodeId(a),
                            nodeId(a / 2 + 1),
                            a % 2 == 0 ? "knows" : "has",
                            Properties.NONE,
                            0);
            case 5 ->
                    new GroupFormed(
                            group,
                            source,
                            name,
                            List.of(),
                            Properties.NONE,
                            a == 0 ? Id.NONE : groupId(a),
                            0);
            case 6 ->
                    new NodeRenamed(node, source, what == 7 ? Value.NULL : name, Value.NULL, 0, 0);
            case 7 -> new NodeClassified(node, source, type, 0, 0, 0);
            case 8 -> new NodeDeclassified(node, source, type, what > 3, 0, 0, 0);
            case 9 -> new NodeDescribed(node, source, List.of(change(0), change(1)));
            case 10 -> connected ? new EdgeDescribed(edge, source, List.of(change(0))) : null;
            case 11 -> new NodeRetired(node, source, 0, 0, 0);
            case 12 -> new NodeRestored(node, source, what > 2, 0, 0, 0);
            case 13 -> new GroupDissolved(group, source, 0, 0, 0);
            case 14 -> connected ? new NodesDisconnected(edge, source, 0, 0, 0) : null;
            case 15 -> connected ? new NodesReconnected(edge, source, what > 2, 0, 0, 0) : null;
            case 16 ->
                    new NodeWithdrawn(
                            a == 4 ? group : node,
                            source,
                            Value.NULL,
                            List.of(),
                            Properties.NONE,
                            Id.NONE,
                            false,
                            0);
            case 17 -> connected ? new EdgeWithdrawn(edge, source, Properties.NONE, 0) : null;
            case 18 ->
                    new NodeGrouped(
                            a == 4 ? groupId(what) : node,
                            source,
                            what == 6 ? nodeId(b) : what == 7 ? Id.NONE : group,
                            what == 7 && b > 1,
                            Id.NONE,
                            false,
                            0,
                            0);
            case 19 -> merge(log, command);
            case 20 -> {
                Id target = what == 6 ? groupId(a) : what == 7 && connected ? edge : node;
                yield new ThingReverted(target, source, revertTo(log));
            }
            case 21 ->
                    new ImportStarted(
                            Id.of("import", log.size() + "/" + command.size()),
                            source,
                            "r",
                            "/l",
                            "S" + who);
            case 22 -> what < 4 ? new SourceTrusted(source, 30 + what * 20, 50) : undone(log);
            default ->
                    new TermRenamed(
                            what % 2 == 0 ? type : "knows",
                            what % 2 == 1,
                            what < 4 ? "Renamed" : "",
                            "");
        };
    }

    private Value value() {
        return what < 4 ? Value.integer(what) : Value.text("v" + what);
    }

    private PropertyStated change(int nth) {
        int choice = (what + nth * 3) % 8;
        return new PropertyStated(
                KEYS[nth],
                choice > 5 ? Value.NULL : Value.integer(choice),
                choice == 7,
                Value.NULL,
                0,
                0);
    }

    private static boolean connected(Id edge, List<Envelope> log, List<Event> command) {
        return log.stream().map(Envelope::event).anyMatch(e -> isOf(e, edge))
                || command.stream().anyMatch(e -> isOf(e, edge));
    }

    private static boolean isOf(Event event, Id edge) {
        return event instanceof NodesConnected e && e.edge().equals(edge);
    }

    /** Merges, or takes apart what is merged; never around in a circle. */
    private @Nullable Event merge(List<Envelope> log, List<Event> command) {
        Id survivor = nodeId(a);
        Id absorbed = nodeId(b);
        List<Event> all = new ArrayList<>(log.stream().map(Envelope::event).toList());
        all.addAll(command);
        Map<Id, Id> into = new HashMap<>();
        for (Event event : all) {
            if (event instanceof NodesMerged e) {
                into.put(e.absorbed(), e.survivor());
            } else if (event instanceof NodesUnmerged e) {
                into.remove(e.absorbed());
            }
        }
        if (into.containsKey(absorbed)) {
            return new NodesUnmerged(into.get(absorbed), absorbed, sourceId(who), 0);
        }
        Id end = survivor;
        while (into.containsKey(end)) {
            end = into.get(end);
        }
        return end.equals(absorbed) || into.containsKey(survivor)
                ? null
                : new NodesMerged(survivor, absorbed, sourceId(who), 0);
    }

    /** A position before, mostly a command's end. */
    private long revertTo(List<Envelope> log) {
        return b == 0 ? 0 : Math.max(0, log.size() - (long) what * b);
    }

    /** What the same one stated of the same node's name before, from when it had stated it. */
    private @Nullable Event undone(List<Envelope> log) {
        NodeRenamed former = null;
        for (Envelope envelope : log) {
            if (envelope.event() instanceof NodeRenamed e
                    && e.source().equals(sourceId(who))
                    && e.node().equals(nodeId(a))
                    && e.since() == 0) {
                former =
                        new NodeRenamed(
                                e.node(), e.source(), e.name(), Value.NULL, 0, envelope.position());
            }
        }
        return former;
    }
}
