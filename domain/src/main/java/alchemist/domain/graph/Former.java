package alchemist.domain.graph;

import alchemist.kernel.Id;

/**
 * What a source stated of a yes-or-no field before.
 *
 * @param code {@link #NOTHING}, {@link #YES} or {@link #NO}
 * @param since the position from which it counted, 0 for nothing
 */
record Former(int code, long since) {
    static final int NOTHING = 0;
    static final int YES = 1;
    static final int NO = 2;

    static Former of(GraphState state, int thing, int field, Id source) {
        int slot = state.own(thing, field, source);
        if (slot < 0) {
            return new Former(NOTHING, 0);
        }
        boolean yes = state.statements.isYes(slot);
        return new Former(yes ? YES : NO, state.statements.since(slot));
    }
}
