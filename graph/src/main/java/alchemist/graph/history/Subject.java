package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.kernel.collection.IntList;
import java.util.BitSet;

/** The files that a question is about: one, or all in a folder or another group. */
final class Subject {
    private final IntList files = new IntList();
    private final BitSet set = new BitSet();

    Subject(Adjacency graph, int node) {
        add(node);
        if (graph.isGroup(node)) {
            IntList within = graph.within(node);
            for (int i = 0; i < within.size(); i++) {
                add(within.at(i));
            }
        }
    }

    private void add(int node) {
        files.add(node);
        set.set(node);
    }

    int size() {
        return files.size();
    }

    int file(int index) {
        return files.at(index);
    }

    boolean has(int node) {
        return node >= 0 && set.get(node);
    }
}
