package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;

/** The commits that lead to some others, numbered so that parents come before children. */
final class Ancestry {
    static final int NO_COMMIT = -1;

    private static final int[] NONE = {};
    private static final byte NEW = 1;
    private static final byte KNOWN = 2;

    private final Commits commits;
    private final List<int[]> parents = new ArrayList<>();

    /** By the index of a commit, its number; and the other way. */
    private int[] numbers = new int[64];

    private final IntList order = new IntList();
    private final BitSet entered = new BitSet();

    /** By number: how a commit was last met. */
    private final byte[] marks;

    /**
     * All commits that lead to these.
     *
     * @param tips nodes
     */
    Ancestry(Adjacency graph, Commits commits, IntList tips) {
        this.commits = commits;
        int follows = graph.relation(Names.FOLLOWS);
        for (int i = 0; i < tips.size(); i++) {
            number(commits.index(tips.at(i)), graph, follows);
        }
        this.marks = new byte[order.size()];
    }

    /** Numbers a commit behind all that lead to it: depth first, without recursion. */
    private void number(int tip, Adjacency graph, int follows) {
        IntList path = new IntList();
        IntList nextParent = new IntList();
        enter(tip, graph, follows, path, nextParent);
        while (path.size() > 0) {
            int top = path.size() - 1;
            int[] of = parents.get(path.at(top));
            if (nextParent.at(top) < of.length) {
                int parent = of[nextParent.at(top)];
                nextParent.put(top, nextParent.at(top) + 1);
                enter(parent, graph, follows, path, nextParent);
            } else {
                numbers[path.at(top)] = order.size();
                order.add(path.pop());
                nextParent.pop();
            }
        }
    }

    private void enter(int commit, Adjacency graph, int follows, IntList path, IntList nextParent) {
        while (parents.size() <= commit) {
            parents.add(NONE);
        }
        if (entered.get(commit)) {
            return; // numbered, or on the path already
        }
        entered.set(commit);
        IntList found = new IntList(2);
        graph.out(
                commits.node(commit),
                follows,
                (_, parent) -> {
                    if (parent != commits.node(commit)) {
                        found.add(commits.index(parent));
                    }
                });
        parents.set(commit, found.toArray());
        if (commit >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(commit + 1, numbers.length * 2));
        }
        path.add(commit);
        nextParent.add(0);
    }

    /** What is new in a commit. */
    interface Found {
        /**
         * A commit that leads to the one asked for.
         *
         * @return whether it, and all that lead to it, are known already
         */
        boolean known(int commit);
    }

    /**
     * Every commit that leads to a tip and to none that is known: the tip itself first, children
     * before parents.
     *
     * @param known one that is known from the beginning and does not come of the tip, or {@link
     *     #NO_COMMIT}
     */
    IntList since(int tip, int known, Found found) {
        IntList fresh = new IntList();
        IntList met = new IntList();
        PriorityQueue<Integer> open =
                new PriorityQueue<>((one, other) -> Integer.compare(other, one));
        int number = numbers[tip];
        marks[number] = NEW;
        met.add(number);
        open.add(number);
        if (known != NO_COMMIT) {
            marks[numbers[known]] = KNOWN;
            met.add(numbers[known]);
            open.add(numbers[known]);
        }
        int waiting = 1; // how many in the queue are new, as far as is known
        while (waiting > 0) {
            int at = open.remove();
            int commit = order.at(at);
            byte mark = marks[at];
            if (mark == NEW) {
                waiting--;
                if (found.known(commit)) {
                    mark = KNOWN;
                } else {
                    fresh.add(commit);
                }
            }
            for (int parent : parents.get(commit)) {
                int next = numbers[parent];
                if (next < at) { // always, but where people drew a circle
                    if (marks[next] == 0) {
                        met.add(next);
                        open.add(next);
                        waiting += mark == NEW ? 1 : 0;
                        marks[next] = mark;
                    } else if (marks[next] == NEW && mark == KNOWN) {
                        waiting--;
                        marks[next] = KNOWN;
                    }
                }
            }
        }
        for (int i = 0; i < met.size(); i++) {
            marks[met.at(i)] = 0;
        }
        return fresh;
    }

    /** Whether a commit leads to a tip, or is it. */
    boolean leads(int commit, int tip) {
        int wanted = numbers[commit];
        BitSet seen = new BitSet();
        IntList open = new IntList();
        open.add(tip);
        while (open.size() > 0) {
            int one = open.pop();
            if (one == commit) {
                return true;
            }
            for (int parent : parents.get(one)) {
                int next = numbers[parent];
                if (next >= wanted && next < numbers[one] && !seen.get(next)) {
                    seen.set(next);
                    open.add(parent);
                }
            }
        }
        return false;
    }
}
