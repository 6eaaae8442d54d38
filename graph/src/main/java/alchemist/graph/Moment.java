package alchemist.graph;

import alchemist.graph.read.Display;
import alchemist.graph.read.SourceRef;
import alchemist.kernel.Id;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.Map;

/**
 * The columns seen at one moment: which statements hold, which of them are shown, what is visible.
 * Any number of threads.
 *
 * <p>Which statement of a field is shown: a person's (the latest), else that of the most trusted
 * source, else the latest. A thing exists when the latest person who says so states it, else when
 * any source does. An edge is visible while both its ends are.
 */
final class Moment {
    static final int NONE = -1;

    /** How many groups around a node that are no more are passed over. */
    private static final int MOST_DEAD = 1000;

    final Store store;
    final Published published;

    /** Nothing that was stated after this position counts. */
    final int position;

    /**
     * Nothing that came into effect after this time counts; {@link At#ANY_TIME}: it does not
     * matter.
     */
    final long effectiveAt;

    final NameText text;
    private final Things things;
    private final Rows rows;
    private final Lanes lanes;
    private final byte[] weights;
    private final Map<String, String> typeLabels;
    private final Map<String, String> relationLabels;

    Moment(Store store, Published published, int position, long effectiveAt, NameText text) {
        this.store = store;
        this.published = published;
        this.position = position;
        this.effectiveAt = effectiveAt;
        this.text = text;
        this.things = store.things;
        this.rows = store.rows;
        this.lanes = store.lanes;
        this.weights = new byte[published.sources()];
        this.typeLabels = published.ontology().labels(false, position);
        this.relationLabels = published.ontology().labels(true, position);
    }

    /** The same knowledge of another time in the world. */
    Moment effective(long micros) {
        return new Moment(store, published, position, micros, text);
    }

    /** The index of a thing that was mentioned by now, or NONE. */
    int find(Id id) {
        int thing = things.find(id);
        return thing < published.things() ? thing : NONE;
    }

    /** The version of a slot that holds and states something, or NONE. */
    int version(int slot) {
        return version(slot, effectiveAt);
    }

    private int version(int slot, long time) {
        int row = rows.version(slot, position, time, store.commands, published.commands());
        return row == NONE || rows.value(row) == Rows.ABSENT ? NONE : row;
    }

    /** The node as which this one is shown; mostly itself. */
    int shownAs(int node) {
        return store.merges.touched(node) ? store.merges.shownAs(node, position) : node;
    }

    /** The nodes that are shown as this one, itself first. */
    IntList members(int shown) {
        IntList members = new IntList();
        if (!things.isEdge(shown) && store.merges.touched(shown)) {
            store.merges.members(shown, position, members);
        } else {
            members.add(shown);
        }
        return members;
    }

    /** Whether a node, or the end of an edge, is visible as the node as which it is shown. */
    boolean isVisible(int thing) {
        return things.isEdge(thing) ? isEdgeVisible(thing) : nodeExists(shownAs(thing));
    }

    boolean isEdgeVisible(int edge) {
        return exists(edge)
                && nodeExists(shownAs(things.from(edge)))
                && nodeExists(shownAs(things.to(edge)));
    }

    /** Whether a node that is shown as itself exists, with all that it absorbed. */
    boolean nodeExists(int shown) {
        if (!store.merges.touched(shown)) {
            return exists(shown);
        }
        return exist(members(shown), effectiveAt);
    }

    /** Whether what these are shown as exists at a time in the world. */
    boolean exist(IntList members, long time) {
        Existence existence = new Existence();
        for (int i = 0; i < members.size(); i++) {
            gather(members.at(i), time, existence);
        }
        return existence.holds();
    }

    /** Whether a thing exists by what is stated of it alone. */
    boolean exists(int thing) {
        int slot = things.slot(thing);
        if (slot == NONE || !Lanes.isExistence(rows.lane(slot))) {
            return false;
        }
        int next = rows.next(slot);
        if (next == NONE || !Lanes.isExistence(rows.lane(next))) {
            int row = version(slot);
            return row != NONE && rows.value(row) == Rows.STATED;
        }
        Existence existence = new Existence();
        gather(thing, effectiveAt, existence);
        return existence.holds();
    }

    private void gather(int thing, long time, Existence existence) {
        for (int slot = things.slot(thing);
                slot != NONE && Lanes.isExistence(rows.lane(slot));
                slot = rows.next(slot)) {
            int row = version(slot, time);
            if (row != NONE) {
                boolean person = weight(lanes.source(rows.lane(row))) == Sources.PERSON;
                existence.add(person, rows.since(row), rows.value(row) == Rows.STATED);
            }
        }
    }

    /** What persons and sources say of whether a thing exists. */
    private static final class Existence {
        private int lastPerson = NONE;
        private boolean personStates;
        private boolean sourceStates;

        void add(boolean person, int since, boolean stated) {
            if (!person) {
                sourceStates |= stated;
            } else if (since > lastPerson) {
                lastPerson = since;
                personStates = stated;
            }
        }

        boolean holds() {
            return lastPerson == NONE ? sourceStates : personStates;
        }
    }

    /** How much a source's word counts. */
    int weight(int source) {
        int known = weights[source];
        if (known == 0) {
            known = store.sources.weight(source, position) + 1;
            weights[source] = (byte) known;
        }
        return known - 1;
    }

    /** Whether one statement is shown rather than another of the same field. */
    boolean outweighs(int row, int other) {
        int weight = weight(lanes.source(rows.lane(row)));
        int otherWeight = weight(lanes.source(rows.lane(other)));
        if (weight != otherWeight) {
            return weight > otherWeight;
        }
        int since = rows.since(row);
        int otherSince = rows.since(other);
        return since != otherSince ? since > otherSince : row > other;
    }

    /** The statement of a field that is shown of a node with all that it absorbed, or NONE. */
    int shown(int node, int field) {
        if (!things.isEdge(node) && store.merges.touched(node)) {
            IntList members = members(node);
            int best = NONE;
            for (int i = 0; i < members.size(); i++) {
                best = shownOf(members.at(i), field, best);
            }
            return best;
        }
        return shownOf(node, field, NONE);
    }

    private int shownOf(int thing, int field, int former) {
        int best = former;
        for (int slot = things.slot(thing); slot != NONE; slot = rows.next(slot)) {
            if (lanes.field(rows.lane(slot)) == field) {
                int row = version(slot);
                if (row != NONE && (best == NONE || outweighs(row, best))) {
                    best = row;
                }
            }
        }
        return best;
    }

    /**
     * Every statement of a node with all that it absorbed, by field, the shown one of each first.
     */
    int[] statements(int node) {
        IntList members = members(node);
        IntList found = new IntList();
        for (int i = 0; i < members.size(); i++) {
            for (int slot = things.slot(members.at(i)); slot != NONE; slot = rows.next(slot)) {
                int row = version(slot);
                if (row != NONE) {
                    found.add(row);
                }
            }
        }
        return inOrder(found);
    }

    private int[] inOrder(IntList found) {
        long[] keys = new long[found.size()];
        for (int i = 0; i < keys.length; i++) {
            int row = found.at(i);
            keys[i] = ((long) lanes.field(rows.lane(row)) << 32) | row;
        }
        Arrays.sort(keys);
        int[] statements = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int row = (int) keys[i];
            int at = i;
            while (at > 0
                    && field(statements[at - 1]) == field(row)
                    && outweighs(row, statements[at - 1])) {
                statements[at] = statements[at - 1];
                at--;
            }
            statements[at] = row;
        }
        return statements;
    }

    /** Whether two statements of one field say the same. */
    boolean agree(int row, int other) {
        int value = rows.value(row);
        int otherValue = rows.value(other);
        int field = field(row);
        return value == otherValue
                || ((field == Fields.NAME || Fields.isProperty(field))
                        && store.values.equal(value, otherValue));
    }

    int field(int row) {
        return lanes.field(rows.lane(row));
    }

    /**
     * The group that a node or group is shown in, or NONE. What would be in itself by way of others
     * is in no group; what is in such a group stays there.
     */
    int group(int node) {
        int group = statedGroup(node);
        int at = group;
        int mark = NONE;
        int lap = 1;
        for (int steps = 0; at != NONE; steps++) {
            if (at == node) {
                return NONE;
            }
            if (at == mark) {
                return group;
            }
            if (steps == lap) {
                mark = at;
                lap *= 2;
            }
            at = statedGroup(at);
        }
        return group;
    }

    /**
     * The nearest living group around a node by what is stated alone: where a group is no more (or
     * none), the one around that.
     */
    int statedGroup(int node) {
        int at = node;
        for (int steps = 0; steps <= MOST_DEAD; steps++) {
            int row = shown(at, Fields.GROUP);
            int group = row == NONE ? NONE : Fold.groupOf(rows.value(row));
            if (group == NONE) {
                return NONE;
            }
            at = shownAs(group);
            if (things.isGroup(at) && nodeExists(at)) {
                return at;
            }
        }
        return NONE;
    }

    /** When a statement came into effect, µs since 1970. */
    long effectiveFrom(int row) {
        return timeOf(rows.effective(row));
    }

    /** The effective time of a position. */
    long timeOf(int eventPosition) {
        return store.commands.effectiveAt(store.commands.of(eventPosition, published.commands()));
    }

    Display name(int node) {
        int row = shown(node, Fields.NAME);
        return row == NONE ? Display.NONE : text.display(store.values.value(rows.value(row)));
    }

    /** How a type is called. */
    String typeLabel(int term) {
        String own = store.terms.text(term);
        return typeLabels.getOrDefault(own, own);
    }

    /** How a relation is called. */
    String relationLabel(int term) {
        String own = store.terms.text(term);
        return relationLabels.getOrDefault(own, own);
    }

    /** The terms that are called so: by their labels, or where none is, by themselves. */
    IntList terms(String label, boolean relation) {
        Map<String, String> labels = relation ? relationLabels : typeLabels;
        IntList terms = new IntList();
        for (Map.Entry<String, String> entry : labels.entrySet()) {
            int term = store.terms.find(entry.getKey());
            if (entry.getValue().equals(label) && term != NONE && term < published.terms()) {
                terms.add(term);
            }
        }
        int own = store.terms.find(label);
        if (own != NONE && own < published.terms() && !labels.containsKey(label)) {
            terms.add(own);
        }
        return terms;
    }

    SourceRef source(int source) {
        Id id = store.sources.id(source);
        boolean person = store.sources.isPerson(source, position);
        return new SourceRef(id, person ? person(id) : importSource(id), person);
    }

    /** How an import source, or else a person, is called. */
    String label(Id id) {
        int source = store.sources.find(id);
        boolean known = source != NONE && source < published.sources();
        return known && !store.sources.isPerson(source, position) ? importSource(id) : person(id);
    }

    private String importSource(Id id) {
        return published.imports().label(id, position);
    }

    /** How a person is called: by the node of that id, if there is or was one. */
    private String person(Id id) {
        int thing = find(id);
        boolean node = thing != NONE && !things.isEdge(thing);
        return text.person(id, node ? name(shownAs(thing)) : Display.NONE);
    }

    /** A value as it may be shown. */
    Value open(int reference) {
        return text.open(store.values.value(reference));
    }
}
