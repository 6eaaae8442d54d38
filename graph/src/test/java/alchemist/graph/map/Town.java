package alchemist.graph.map;

import alchemist.domain.graph.GraphEvent.GroupFormed;
import alchemist.domain.graph.GraphEvent.NodeAdded;
import alchemist.domain.graph.GraphEvent.NodeWithdrawn;
import alchemist.domain.graph.GraphEvent.NodesConnected;
import alchemist.kernel.Event;
import alchemist.kernel.Id;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What tests have drawn on a map: nodes in groups, each known by its name. */
final class Town {
    static final Id GIT = Id.of("source", "git");

    private Town() {}

    /** Groups of so many members each, each of them tied to one of the next group. */
    static List<Event> of(int groups, int members) {
        List<Event> events = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            events.add(
                    new GroupFormed(
                            group(g),
                            GIT,
                            Value.text("group " + g),
                            List.of(),
                            Properties.NONE,
                            Id.NONE,
                            0));
            for (int m = 0; m < members; m++) {
                events.add(node(g + "/" + m, group(g)));
            }
        }
        for (int g = 0; g < groups; g++) {
            for (int m = 0; m < members; m++) {
                events.add(edge(g + "/" + m, (g + 1) % groups + "/" + m));
            }
        }
        return events;
    }

    static int indexOf(MapImage map, String name) {
        return List.of(map.names()).indexOf(name);
    }

    static Id group(int nth) {
        return Id.of("group", "" + nth);
    }

    static Id id(String name) {
        return Id.of("node", name);
    }

    static Event node(String name, Id group) {
        return new NodeAdded(
                id(name), GIT, Value.text(name), List.of("File"), Properties.NONE, group, 0);
    }

    static Event edge(String from, String to) {
        return new NodesConnected(
                Id.of("edge", from + ">" + to),
                GIT,
                id(from),
                id(to),
                "imports",
                Properties.NONE,
                0);
    }

    static Event withdrawn(String name) {
        return new NodeWithdrawn(
                id(name), GIT, Value.NULL, List.of(), Properties.NONE, Id.NONE, false, 0);
    }
}
