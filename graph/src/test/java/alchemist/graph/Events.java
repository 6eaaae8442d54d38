package alchemist.graph;

import alchemist.domain.graph.GraphEvent.EdgeDescribed;
import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeDescribed;
import alchemist.domain.graph.GraphEvent.NodeRenamed;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.domain.graph.PropertyStated;
import alchemist.domain.sources.SourcesEvent.ImportStarted;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.List;

/** What the tests of the view let happen most, with nothing in it but what they are about. */
final class Events {
    static final Id ANN = Id.of("person", "ann");
    static final Id GIT = Id.of("source", "git");

    private Events() {}

    /** A source begins to be read: from then on it is no person. */
    static Event started(Id source) {
        return new ImportStarted(Id.of("import", "of " + source), source, "git", "/x", "X");
    }

    /** A node of the id {@link #id} of its name. */
    static Event node(Id source, String name, String... types) {
        return node(source, name, Properties.NONE, types);
    }

    static Event node(Id source, String name, Properties properties, String... types) {
        return new NodeAdded(
                id(name), source, Value.text(name), List.of(types), properties, Id.NONE, 0);
    }

    static Event group(Id source, String name) {
        return new GroupFormed(
                id(name), source, Value.text(name), List.of(), Properties.NONE, Id.NONE, 0);
    }

    /** An edge of the id {@link #edgeId} of the names of its ends. */
    static Event edge(Id source, String from, String relation, String to) {
        return new NodesConnected(
                edgeId(from, to), source, id(from), id(to), relation, Properties.NONE, 0);
    }

    static Event renamed(Id source, String node, String name) {
        return new NodeRenamed(id(node), source, Value.text(name), Value.NULL, 0, 0);
    }

    static Event described(Id source, String node, String key, Value value) {
        return new NodeDescribed(id(node), source, List.of(stated(key, value)));
    }

    static Event edgeDescribed(Id source, String from, String to, String key, Value value) {
        return new EdgeDescribed(edgeId(from, to), source, List.of(stated(key, value)));
    }

    /** A source says that a node has no such property. */
    static Event denied(Id source, String node, String key) {
        return new NodeDescribed(
                id(node),
                source,
                List.of(new PropertyStated(key, Value.NULL, true, Value.NULL, 0, 0)));
    }

    static Event withdrawn(Id source, String node) {
        return new NodeWithdrawn(
                id(node), source, Value.NULL, List.of(), Properties.NONE, Id.NONE, false, 0);
    }

    private static PropertyStated stated(String key, Value value) {
        return new PropertyStated(key, value, false, Value.NULL, 0, 0);
    }

    static Id id(String name) {
        return Id.of("node", name);
    }

    static Id edgeId(String from, String to) {
        return Id.of("edge", from + ">" + to);
    }
}
