package alchemist.domain.graph;

import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.Lookahead;
import alchemist.kernel.schema.Input;
import alchemist.kernel.schema.MalformedBytes;
import alchemist.kernel.schema.Output;
import alchemist.kernel.value.Value;

/** What the rules of the graph must remember of a million things, and no more. One writer. */
public final class GraphState {
    static final Value YES = Value.flag(true);
    static final Value NO = Value.flag(false);
    private static final int NONE = -1;

    final Things things;
    final Fields fields;
    final Statements statements;
    final Journal journal;
    final IdMap sources;
    final Constraints constraints;
    final Origins origins;
    Separations separations = new Separations();
    boolean refuseSelfLoops;
    boolean refuseParallelEdges;
    private int reversing = NONE;
    private int cursor;

    /** An empty graph that asks these. */
    public GraphState(Constraints constraints, Origins origins) {
        this(constraints, origins, new Things());
    }

    private GraphState(Constraints constraints, Origins origins, Things things) {
        this(
                constraints,
                origins,
                things,
                new Fields(),
                new Statements(things),
                new Journal(),
                new IdMap());
    }

    private GraphState(
            Constraints constraints,
            Origins origins,
            Things things,
            Fields fields,
            Statements statements,
            Journal journal,
            IdMap sources) {
        this.constraints = constraints;
        this.origins = origins;
        this.things = things;
        this.fields = fields;
        this.statements = statements;
        this.journal = journal;
        this.sources = sources;
    }

    /** How many things were ever stated. */
    public int things() {
        return things.size();
    }

    int find(Id id) {
        return things.find(id);
    }

    /** Looks at what is stated of the things of these ids. */
    public void lookAhead(Lookahead ids) {
        if (Lookahead.isWorthAmong(things())) {
            things.lookAhead(ids);
            statements.lookAhead(ids);
        }
    }

    boolean isLiveGroup(Id id) {
        int thing = things.find(id);
        return thing != NONE && things.kind(thing) == Things.Kind.GROUP && isLive(thing);
    }

    /** Whether a node or group is there. */
    boolean isLive(Id id) {
        int thing = things.find(id);
        return thing != NONE && things.kind(thing) != Things.Kind.EDGE && isLive(thing);
    }

    /** Whether a node or group is there, with what is shown as one with it. */
    boolean isLive(int node) {
        if (!things.isMerged(node)) {
            return exists(node);
        }
        int slot = shown(node, Fields.EXISTENCE);
        return slot != NONE && statements.isYes(slot);
    }

    boolean isLiveEdge(int edge) {
        return exists(edge) && isLive(things.from(edge)) && isLive(things.to(edge));
    }

    /** Whether someone's word that it is there counts: the latest person's, else any source's. */
    boolean exists(int thing) {
        return switch (things.existence(thing)) {
            case YES -> true;
            case NO, UNSTATED -> false;
            case BY_SEVERAL -> statements.isYes(shownExistence(thing));
        };
    }

    /** Statements of existence come first. */
    private int shownExistence(int thing) {
        int best = NONE;
        for (int slot = statements.first(thing);
                slot != NONE && statements.isExistence(slot);
                slot = statements.next(slot)) {
            if (best == NONE || outweighs(slot, best)) {
                best = slot;
            }
        }
        return best;
    }

    /**
     * The statement of a field that is shown of a thing, and of what is shown as one with it: the
     * latest person's, else the most trusted source's, else the latest.
     */
    int shown(int thing, int field) {
        if (!things.isMerged(thing)) {
            return shownOf(thing, field, NONE);
        }
        IntList together = things.together(thing);
        int best = NONE;
        for (int i = 0; i < together.size(); i++) {
            best = shownOf(together.at(i), field, best);
        }
        return best;
    }

    private int shownOf(int thing, int field, int former) {
        int best = former;
        for (int slot = statements.first(thing); slot != NONE; slot = statements.next(slot)) {
            if (statements.field(slot) == field && (best == NONE || outweighs(slot, best))) {
                best = slot;
            }
        }
        return best;
    }

    /** Whether a statement of a thing is the one that is shown of its field. */
    boolean isShown(int slot, int thing) {
        return slot == shown(thing, statements.field(slot));
    }

    /** The statements of a thing, and of what is shown as one with it. */
    IntList stated(int thing) {
        IntList together = things.together(thing);
        IntList slots = new IntList();
        for (int i = 0; i < together.size(); i++) {
            for (int slot = statements.first(together.at(i));
                    slot != NONE;
                    slot = statements.next(slot)) {
                slots.add(slot);
            }
        }
        return slots;
    }

    private boolean outweighs(int slot, int best) {
        int weight = weight(statements.source(slot));
        int bestWeight = weight(statements.source(best));
        return weight != bestWeight
                ? weight > bestWeight
                : statements.since(slot) > statements.since(best);
    }

    private int weight(int source) {
        Id id = sources.id(source);
        return origins.isImportSource(id) ? origins.trust(id) : 101;
    }

    /** What a source states of a field, or NONE. */
    int own(int thing, int field, Id source) {
        int by = sources.find(source);
        return thing == NONE || by == NONE || field == NONE
                ? NONE
                : statements.find(thing, field, by);
    }

    /** Whether a source states anything of a thing. */
    boolean statesAnything(int thing, Id source) {
        int by = sources.find(source);
        for (int slot = thing == NONE ? NONE : statements.first(thing);
                slot != NONE;
                slot = statements.next(slot)) {
            if (statements.source(slot) == by) {
                return true;
            }
        }
        return false;
    }

    /** Whether the field is stated, but for what this source states of this very thing. */
    boolean othersState(int thing, int field, Id source) {
        return othersState(thing, field, sources.find(source));
    }

    /** As above, of a source by its index, or NONE. */
    boolean othersState(int thing, int field, int by) {
        int own = statements.find(thing, field, by);
        IntList slots = stated(thing);
        for (int i = 0; i < slots.size(); i++) {
            if (statements.field(slots.at(i)) == field && slots.at(i) != own) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a person other than this source stated the field after a position. What import
     * sources state stands beside what people state, and takes nothing from it.
     */
    boolean othersStatedSince(int thing, int field, Id source, long position) {
        int by = sources.find(source);
        for (int slot = statements.first(thing); slot != NONE; slot = statements.next(slot)) {
            if (statements.field(slot) == field
                    && statements.source(slot) != by
                    && isPersonsSince(slot, position)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPersonsSince(int slot, long position) {
        return statements.since(slot) > position
                && !origins.isImportSource(sources.id(statements.source(slot)));
    }

    /** Whether a person stated anything of a thing after a position. */
    boolean touchedSince(int thing, long position) {
        for (int slot = statements.first(thing); slot != NONE; slot = statements.next(slot)) {
            if (isPersonsSince(slot, position)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a person said after a position of anything that it is in this group. */
    boolean hasMemberSince(int group, long position) {
        for (int thing = 0; thing < things(); thing++) {
            int slot = statements.first(thing);
            while (slot != NONE && !isMemberSince(slot, group, position)) {
                slot = statements.next(slot);
            }
            if (slot != NONE) {
                return true;
            }
        }
        return false;
    }

    private boolean isMemberSince(int slot, int group, long position) {
        return statements.field(slot) == Fields.GROUP
                && Grouping.groupOf(slot, this) == group
                && isPersonsSince(slot, position);
    }

    void state(int thing, int field, Id source, Value value, long since) {
        state(thing, field, sources.add(source), origins.currentImport(source), value, since);
    }

    /**
     * States a value, for those who state several.
     *
     * @param by the source's index
     * @param current its import that is going on, 0 for none
     */
    void state(int thing, int field, int by, int current, Value value, long since) {
        int slot = statements.find(thing, field, by);
        if (slot == NONE) {
            statements.add(thing, field, by, value, since, current);
        } else {
            remember(slot, thing, current);
            statements.replace(thing, slot, value, since, current);
        }
    }

    void drop(int thing, int field, Id source) {
        int slot = own(thing, field, source);
        if (slot != NONE) {
            remember(slot, thing, origins.currentImport(source));
            statements.drop(thing, slot);
        }
    }

    void dropAll(int thing, Id source) {
        int by = sources.find(source);
        int current = origins.currentImport(source);
        for (int slot = statements.first(thing); slot != NONE; ) {
            int next = statements.next(slot);
            if (statements.source(slot) == by) {
                remember(slot, thing, current);
                statements.drop(thing, slot);
            }
            slot = next;
        }
    }

    private void remember(int slot, int thing, int current) {
        int former = statements.importOrdinal(slot);
        if (current != 0 && former != current) {
            journal.note(
                    current,
                    thing,
                    statements.field(slot),
                    statements.source(slot),
                    statements.value(slot),
                    statements.since(slot),
                    former);
        }
    }

    /** From which thing on a reversal of a source still has to look. */
    int reversalCursor(Id source) {
        return reversing == sources.find(source) ? cursor : 0;
    }

    /** A reversal of a source has done what is up to this thing. */
    void reversed(int source, int thing) {
        reversing = source;
        cursor = thing + 1;
    }

    /** A reversal of a source begins, or has ended. */
    public void restartReversal() {
        reversing = NONE;
        cursor = 0;
    }

    /** Writes a snapshot. */
    public void save(Output out) {
        out.u8((refuseSelfLoops ? 1 : 0) | (refuseParallelEdges ? 2 : 0));
        things.save(out);
        fields.save(out);
        sources.save(out);
        statements.save(out);
        journal.save(out);
        out.varint(reversing + 1L);
        out.varint(cursor);
        separations.save(out);
    }

    /** Reads a snapshot. */
    public static GraphState load(Input in, Constraints constraints, Origins origins) {
        int policy = in.u8();
        Things things = Things.load(in);
        Fields fields = Fields.load(in);
        IdMap sources = IdMap.load(in);
        Statements statements = Statements.load(things, fields.size(), sources.size(), in);
        GraphState state =
                new GraphState(
                        constraints,
                        origins,
                        things,
                        fields,
                        statements,
                        Journal.load(in, things.size(), fields.size(), sources.size()),
                        sources);
        state.refuseSelfLoops = (policy & 1) != 0;
        state.refuseParallelEdges = (policy & 2) != 0;
        state.reversing = (int) in.varint() - 1;
        state.cursor = in.small();
        state.separations = Separations.load(in, things.size());
        if (state.reversing < NONE || state.reversing >= sources.size()) {
            throw new MalformedBytes("source " + state.reversing + " is not there");
        }
        return state;
    }
}
