package alchemist.domain.graph;

import alchemist.domain.graph.GraphEvent.ThingReverted;
import alchemist.kernel.Id;
import java.util.ArrayList;
import java.util.List;

/**
 * Which things are to be taken back to what a source stated of them before an import, or before
 * anything.
 */
public final class Reversal {
    private static final int NONE = -1;

    private Reversal() {}

    /**
     * The first things that an import touched.
     *
     * @param importOrdinal the import; 0: everything of the source
     * @param to the position before the import; 0 for everything
     * @param most how many at most; what is fewer is all
     */
    public static List<GraphEvent> next(
            Id source, int importOrdinal, long to, int most, GraphState state) {
        List<GraphEvent> reverted = new ArrayList<>();
        int by = state.sources.find(source);
        if (by == NONE) {
            return reverted;
        }
        for (int thing = state.reversalCursor(source);
                thing < state.things() && reverted.size() < most;
                thing++) {
            if (isTouched(thing, by, importOrdinal, state)) {
                reverted.add(new ThingReverted(state.things.id(thing), source, to));
            }
        }
        return reverted;
    }

    private static boolean isTouched(int thing, int by, int importOrdinal, GraphState state) {
        Statements statements = state.statements;
        for (int slot = statements.first(thing); slot != NONE; slot = statements.next(slot)) {
            if (statements.source(slot) == by
                    && (importOrdinal == 0 || statements.importOrdinal(slot) == importOrdinal)) {
                return true;
            }
        }
        return importOrdinal != 0 && state.journal.has(importOrdinal, thing);
    }
}
