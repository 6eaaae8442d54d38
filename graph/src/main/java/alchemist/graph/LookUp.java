package alchemist.graph;

import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;

/**
 * Finds nodes by their shown names, without regard to case. Best first: the whole name, then names
 * that begin with the text, then those of which another word does, then those that hold it
 * anywhere; of equals the shorter name.
 */
final class LookUp {
    private static final int NONE = -1;
    private static final int RANKS = 4;

    /** Names of this length and more are equally long. */
    private static final int LENGTHS = 64;

    private final Moment moment;
    private final NameIndex names;

    LookUp(Moment moment) {
        this.moment = moment;
        this.names = moment.store.names;
    }

    /** The nodes and groups that are found, each once. */
    IntList find(String text) {
        String wanted = NameIndex.fold(text.strip());
        IntList[] ranked = new IntList[RANKS * LENGTHS];
        long signature = NameIndex.signature(wanted);
        for (int entry = 0; entry < moment.published.names(); entry++) {
            if (names.may(entry, signature)) {
                String name = names.folded(entry);
                int rank = rank(name, wanted);
                if (rank != NONE) {
                    int at = rank * LENGTHS + Math.min(name.length(), LENGTHS - 1);
                    if (ranked[at] == null) {
                        ranked[at] = new IntList();
                    }
                    ranked[at].add(entry);
                }
            }
        }
        return shown(ranked);
    }

    private IntList shown(IntList[] ranked) {
        IntList found = new IntList();
        LongIntMap seen = new LongIntMap();
        for (IntList entries : ranked) {
            for (int i = 0; entries != null && i < entries.size(); i++) {
                int entry = entries.at(i);
                int node = moment.shownAs(names.thing(entry));
                if (seen.find(node) == NONE
                        && moment.nodeExists(node)
                        && isShown(node, names.reference(entry))) {
                    seen.put(node, 0);
                    found.add(node);
                }
            }
        }
        return found;
    }

    private boolean isShown(int node, int reference) {
        int row = moment.shown(node, Fields.NAME);
        return row != NONE && moment.store.values.equal(moment.store.rows.value(row), reference);
    }

    private static int rank(String name, String wanted) {
        int at = name.indexOf(wanted);
        if (at < 0 || name.isEmpty()) {
            return NONE;
        }
        if (at == 0) {
            return name.length() == wanted.length() ? 0 : 1;
        }
        for (; at > 0; at = name.indexOf(wanted, at + 1)) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
                return 2;
            }
        }
        return 3;
    }
}
