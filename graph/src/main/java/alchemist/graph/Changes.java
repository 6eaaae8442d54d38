package alchemist.graph;

import alchemist.graph.read.Change;
import alchemist.graph.read.Display;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two moments by the things that events between them are about. */
final class Changes {
    private static final int NONE = -1;

    private final Moment before;
    private final Moment after;
    private final Store store;

    Changes(Moment before, Moment after) {
        this.before = before;
        this.after = after;
        this.store = after.store;
    }

    List<Change> list() {
        List<Change> changes = new ArrayList<>();
        IntList touched = touched();
        for (int i = 0; i < touched.size(); i++) {
            Change change = change(touched.at(i));
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    /**
     * The things that events between the two are about; all where the times in the world differ.
     */
    private IntList touched() {
        IntList touched = new IntList();
        if (before.effectiveAt != after.effectiveAt) {
            for (int thing = 0; thing < after.published.things(); thing++) {
                touched.add(thing);
            }
            return touched;
        }
        LongIntMap seen = new LongIntMap();
        int from = Math.min(before.position, after.position);
        int to = Math.max(before.position, after.position);
        for (int position = from + 1; position <= to; position++) {
            int thing = position < store.subjects.size() ? store.subjects.get(position) : NONE;
            if (thing != NONE && seen.find(thing) == NONE) {
                seen.put(thing, 0);
                touched.add(thing);
            }
        }
        return touched;
    }

    private @Nullable Change change(int thing) {
        boolean was = isShown(thing, before);
        boolean is = isShown(thing, after);
        if (!was && !is) {
            return null;
        }
        Change.Kind kind =
                !was ? Change.Kind.ADDED : !is ? Change.Kind.REMOVED : Change.Kind.CHANGED;
        if (was && is && Arrays.equals(shown(thing, before), shown(thing, after))) {
            return null;
        }
        boolean edge = store.things.isEdge(thing);
        Moment named = is ? after : before;
        Display name =
                edge
                        ? new Display(named.relationLabel(store.things.relation(thing)), false)
                        : named.name(thing);
        return new Change(kind, store.things.id(thing), edge, name);
    }

    private boolean isShown(int thing, Moment moment) {
        if (thing >= moment.published.things()) {
            return false;
        }
        return store.things.isEdge(thing)
                ? moment.isEdgeVisible(thing)
                : moment.shownAs(thing) == thing && moment.nodeExists(thing);
    }

    /** Pairs of a field and the value that is shown. */
    private int[] shown(int thing, Moment moment) {
        int[] statements = moment.statements(thing);
        IntList pairs = new IntList();
        for (int i = 0; i < statements.length; i++) {
            int field = moment.field(statements[i]);
            if (i == 0 || field != moment.field(statements[i - 1])) {
                pairs.add(field);
                pairs.add(store.rows.value(statements[i]));
            }
        }
        return pairs.toArray();
    }
}
