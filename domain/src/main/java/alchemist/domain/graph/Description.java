package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Properties;
import alchemist.kernel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How what someone says of properties differs from what the same one said before. */
final class Description {
    private static final int NONE = -1;

    private Description() {}

    /**
     * One change a property that differs; null denies what others state, or takes back what this
     * source alone stated.
     */
    static List<PropertyStated> changes(Properties stated, int thing, Id source, GraphState state) {
        List<PropertyStated> changes = new ArrayList<>(stated.size());
        int by = state.sources.find(source);
        for (int i = 0; i < stated.size(); i++) {
            PropertyStated change = change(stated.key(i), stated.value(i), thing, by, state);
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** Null where nothing differs, and what this source states is what is shown. */
    private static @Nullable PropertyStated change(
            String key, Value value, int thing, int by, GraphState state) {
        int field = state.fields.findProperty(key);
        boolean denied = value.isNull() && field != NONE && state.othersState(thing, field, by);
        int slot =
                thing == NONE || by == NONE || field == NONE
                        ? NONE
                        : state.statements.find(thing, field, by);
        boolean saysNothing = value.isNull() && !denied;
        if (slot == NONE) {
            return saysNothing ? null : new PropertyStated(key, value, denied, Value.NULL, 0, 0);
        }
        if (state.statements.states(slot, value) && !saysNothing && state.isShown(slot, thing)) {
            return null;
        }
        return new PropertyStated(
                key, value, denied, state.statements.value(slot), state.statements.since(slot), 0);
    }

    /** The change that takes back what a source states of a property. */
    static PropertyStated withdrawal(String key, int slot, GraphState state) {
        return new PropertyStated(
                key,
                Value.NULL,
                false,
                state.statements.value(slot),
                state.statements.since(slot),
                0);
    }

    /** What the node would break with these properties. */
    static String broken(Properties stated, int node, GraphState state) {
        if (state.constraints.refuseNothing()) {
            return "";
        }
        SortedMap<String, Value> properties = shownProperties(node, state);
        for (int i = 0; i < stated.size(); i++) {
            properties.put(stated.key(i), stated.value(i));
        }
        return state.constraints.broken(shownTypes(node, state), properties);
    }

    static List<String> shownTypes(int node, GraphState state) {
        List<String> types = new ArrayList<>();
        Statements statements = state.statements;
        IntList slots = state.stated(node);
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.at(i);
            int field = statements.field(slot);
            if (state.fields.isType(field) && statements.isYes(slot) && state.isShown(slot, node)) {
                types.add(state.fields.key(field));
            }
        }
        return types;
    }

    static SortedMap<String, Value> shownProperties(int node, GraphState state) {
        SortedMap<String, Value> properties = new TreeMap<>();
        Statements statements = state.statements;
        IntList slots = state.stated(node);
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.at(i);
            int field = statements.field(slot);
            if (state.fields.isProperty(field) && state.isShown(slot, node)) {
                properties.put(state.fields.key(field), statements.value(slot));
            }
        }
        return properties;
    }
}
