package alchemist.domain.graph;

import alchemist.kernel.Id;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All that is stated, as text in an order that does not depend on how it came to be: equal texts
 * are equal states.
 */
public final class Stated {
    private Stated() {}

    public static SortedMap<String, String> by(GraphState state, Predicate<Id> sources) {
        SortedMap<String, String> stated = new TreeMap<>();
        Statements statements = state.statements;
        for (int thing = 0; thing < state.things(); thing++) {
            for (int slot = statements.first(thing); slot >= 0; slot = statements.next(slot)) {
                Id source = state.sources.id(statements.source(slot));
                if (sources.test(source)) {
                    int field = statements.field(slot);
                    String name =
                            field < 3
                                    ? "#" + field
                                    : (state.fields.isType(field) ? "t:" : "p:")
                                            + state.fields.key(field);
                    String value =
                            field == Fields.GROUP
                                    ? "" + group(slot, state)
                                    : "" + statements.value(slot);
                    stated.put(
                            state.things.id(thing) + " " + name + " by " + source,
                            value + " since " + statements.since(slot));
                }
            }
        }
        return stated;
    }

    /** All of it, with merges and policies. */
    public static SortedMap<String, String> all(GraphState state) {
        SortedMap<String, String> all = by(state, _ -> true);
        for (int thing = 0; thing < state.things(); thing++) {
            if (state.things.mergedInto(thing) >= 0) {
                all.put(
                        state.things.id(thing) + " merged",
                        "" + state.things.id(state.things.mergedInto(thing)));
            }
        }
        all.put("policy", state.refuseSelfLoops + " " + state.refuseParallelEdges);
        return all;
    }

    private static Object group(int slot, GraphState state) {
        int group = Grouping.groupOf(slot, state);
        return group < 0 ? "none" : state.things.id(group);
    }
}
