package alchemist.graph;

import alchemist.graph.read.NodePage;
import alchemist.graph.read.NodePage.By;
import alchemist.graph.read.NodeSummary;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Lists nodes and groups at a moment: all, in a group, of a type, or by name. */
final class NodeLists {
    private static final int NONE = -1;

    private final Moment moment;
    private final Store store;

    NodeLists(Moment moment) {
        this.moment = moment;
        this.store = moment.store;
    }

    /** All nodes and groups, the one mentioned first in front. */
    NodePage all(int limit, String cursor) {
        return each(_ -> true, limit, cursor);
    }

    /** What is in a group, the one mentioned first in front. Looks at every node. */
    NodePage in(int group, int limit, String cursor) {
        return each(node -> moment.group(node) == group, limit, cursor);
    }

    private NodePage each(IntPredicate wanted, int limit, String cursor) {
        NodeReader reader = new NodeReader(moment);
        List<NodeSummary> found = new ArrayList<>();
        int last = NONE;
        for (int thing = Cursor.next(cursor); thing < moment.published.things(); thing++) {
            if (isShownNode(thing) && wanted.test(thing)) {
                if (found.size() == limit) {
                    return new NodePage(found, Cursor.after(last), By.NAME);
                }
                found.add(reader.summary(thing));
                last = thing;
            }
        }
        return new NodePage(found, "", By.NAME);
    }

    /** The nodes of a type, the one stated last in front. */
    NodePage ofType(String type, int limit, String cursor) {
        return page(ofTerms(moment.terms(type, false)), By.NAME, limit, cursor);
    }

    /** The nodes of a type as sources call it. */
    IntList ofTerm(String type) {
        IntList terms = new IntList();
        int term = store.terms.find(type);
        if (term != NONE && term < moment.published.terms()) {
            terms.add(term);
        }
        return ofTerms(terms);
    }

    private IntList ofTerms(IntList terms) {
        IntList nodes = new IntList();
        for (int i = 0; i < terms.size(); i++) {
            int term = terms.at(i);
            for (int note = store.typed.acquire(term);
                    note != NONE;
                    note = store.typings.next(note)) {
                int thing = store.typings.thing(note);
                if (thing < moment.published.things()
                        && isCanonical(thing, term)
                        && hasType(moment.shownAs(thing), term)
                        && !hasAnyBefore(moment.shownAs(thing), terms, i)) {
                    nodes.add(moment.shownAs(thing));
                }
            }
        }
        return nodes;
    }

    /**
     * The nodes whose name holds a text, best first; of a type where one is given.
     *
     * @param type as it is shown; empty: any
     */
    NodePage named(String text, String type, int limit, String cursor) {
        IntList terms = type.isEmpty() ? new IntList() : moment.terms(type, false);
        LookUp.Found looked = new LookUp(moment).find(text);
        IntList found = looked.nodes();
        IntList nodes = new IntList();
        for (int i = 0; i < found.size(); i++) {
            int node = found.at(i);
            if (type.isEmpty() || hasAnyBefore(node, terms, terms.size())) {
                nodes.add(node);
            }
        }
        return page(nodes, looked.by(), limit, cursor);
    }

    private NodePage page(IntList nodes, By by, int limit, String cursor) {
        int from = Math.max(0, Cursor.item(cursor, 0));
        int to = (int) Math.min(nodes.size(), from + (long) limit);
        NodeReader reader = new NodeReader(moment);
        List<NodeSummary> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            found.add(reader.summary(nodes.at(i)));
        }
        return new NodePage(found, to < nodes.size() ? Cursor.after(to) : "", by);
    }

    boolean isShownNode(int thing) {
        return !store.things.isEdge(thing)
                && moment.shownAs(thing) == thing
                && moment.nodeExists(thing);
    }

    private boolean hasType(int shown, int term) {
        int row = moment.shown(shown, Fields.type(term));
        return row != NONE && store.rows.value(row) == Rows.STATED && moment.nodeExists(shown);
    }

    private boolean hasAnyBefore(int shown, IntList terms, int end) {
        for (int i = 0; i < end; i++) {
            if (hasType(shown, terms.at(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether of all that are shown as one, this is the first of which the type was ever stated.
     */
    private boolean isCanonical(int thing, int term) {
        if (!store.merges.touched(thing)) {
            return true;
        }
        IntList members = moment.members(moment.shownAs(thing));
        for (int i = 0; i < members.size(); i++) {
            if (wasStated(members.at(i), Fields.type(term))) {
                return members.at(i) == thing;
            }
        }
        return false;
    }

    private boolean wasStated(int thing, int field) {
        for (int slot = store.things.slot(thing); slot != NONE; slot = store.rows.next(slot)) {
            if (moment.field(slot) == field) {
                return true;
            }
        }
        return false;
    }
}
