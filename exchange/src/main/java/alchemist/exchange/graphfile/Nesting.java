package alchemist.exchange.graphfile;

import alchemist.kernel.Id;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which things are in which groups, walked from the outermost in, without recursion. */
public final class Nesting {
    /** Is told of everything once. */
    public interface Visitor {
        /** A node. */
        void node(Id id) throws IOException;

        /** A group begins. */
        void enter(Id group) throws IOException;

        /** A group ends. */
        void leave(Id group) throws IOException;
    }

    private record Open(Id group, Iterator<Id> members) {}

    private final Map<Id, Id> groupOf = new LinkedHashMap<>();
    private final Set<Id> groups = new HashSet<>();

    /** Adds a thing; before {@link #each}. */
    public void add(Id id, Id group, boolean isGroup) {
        groupOf.put(id, group);
        if (isGroup) {
            groups.add(id);
        }
    }

    /** Tells of everything, members between the start and the end of their group. */
    public void each(Visitor visitor) throws IOException {
        Map<Id, List<Id>> members = members();
        Deque<Open> open = new ArrayDeque<>();
        Iterator<Id> at = members.getOrDefault(Id.NONE, List.of()).iterator();
        while (true) {
            if (at.hasNext()) {
                Id id = at.next();
                if (groups.contains(id)) {
                    visitor.enter(id);
                    open.push(new Open(id, at));
                    at = members.getOrDefault(id, List.of()).iterator();
                } else {
                    visitor.node(id);
                }
            } else if (open.isEmpty()) {
                return;
            } else {
                Open left = open.pop();
                visitor.leave(left.group);
                at = left.members;
            }
        }
    }

    /** The members of each group; those of none, or of one that is not there, are those of NONE. */
    private Map<Id, List<Id>> members() {
        Map<Id, List<Id>> members = new LinkedHashMap<>();
        Set<Id> rooted = new HashSet<>();
        for (Id id : groupOf.keySet()) {
            Id group = groupOf.getOrDefault(id, Id.NONE);
            boolean inside = groups.contains(group) && !isInCycle(id, rooted);
            members.computeIfAbsent(inside ? group : Id.NONE, _ -> new ArrayList<>()).add(id);
        }
        return members;
    }

    /** Whether the groups around a thing lead back to it. */
    private boolean isInCycle(Id id, Set<Id> rooted) {
        Set<Id> way = new HashSet<>();
        Id at = id;
        while (groups.contains(at) || at.equals(id)) {
            if (rooted.contains(at)) {
                break;
            }
            if (!way.add(at)) {
                return at.equals(id);
            }
            at = groupOf.getOrDefault(at, Id.NONE);
        }
        rooted.addAll(way);
        return false;
    }
}
