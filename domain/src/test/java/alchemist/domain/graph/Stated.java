package alchemist.domain.graph;

import alchemist.kernel.Id;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All that is stated, in an order that does not depend on how it came to be. */
public final class Stated {
    private Stated() {}

    /**
     * Of what something is stated.
     *
     * @param what a field, or in words
     * @param source who states it, or none where it is the graph that says so
     */
    public record Fact(Id thing, String what, Id source) implements Comparable<Fact> {
        @Override
        public int compareTo(Fact other) {
            int byThing = thing.compareTo(other.thing);
            int byWhat = byThing != 0 ? byThing : what.compareTo(other.what);
            return byWhat != 0 ? byWhat : source.compareTo(other.source);
        }
    }

    /** What is stated of it, and since which position. */
    public record Told(Object value, long since) {}

    public static SortedMap<Fact, Told> by(GraphState state, Predicate<Id> sources) {
        SortedMap<Fact, Told> stated = new TreeMap<>();
        Statements statements = state.statements;
        for (int thing = 0; thing < state.things(); thing++) {
            Id id = state.things.id(thing);
            for (int slot = statements.first(thing); slot >= 0; slot = statements.next(slot)) {
                Id source = state.sources.id(statements.source(slot));
                if (sources.test(source)) {
                    int field = statements.field(slot);
                    Object value =
                            field == Fields.GROUP ? group(slot, state) : statements.value(slot);
                    stated.put(
                            new Fact(id, name(field, state), source),
                            new Told(value, statements.since(slot)));
                }
            }
        }
        return stated;
    }

    private static String name(int field, GraphState state) {
        return field < 3
                ? "#" + field
                : (state.fields.isType(field) ? "t:" : "p:") + state.fields.key(field);
    }

    /** All of it, with merges and policies. */
    public static SortedMap<Fact, Told> all(GraphState state) {
        SortedMap<Fact, Told> all = by(state, _ -> true);
        for (int thing = 0; thing < state.things(); thing++) {
            if (state.things.mergedInto(thing) >= 0) {
                all.put(
                        new Fact(state.things.id(thing), "merged", Id.NONE),
                        new Told(state.things.id(state.things.mergedInto(thing)), 0));
            }
        }
        all.put(
                new Fact(Id.NONE, "policy", Id.NONE),
                new Told(List.of(state.refuseSelfLoops, state.refuseParallelEdges), 0));
        return all;
    }

    private static Object group(int slot, GraphState state) {
        int group = Grouping.groupOf(slot, state);
        return group < 0 ? "none" : state.things.id(group);
    }
}
