package alchemist.exchange.git;

import alchemist.kernel.Id;
import alchemist.kernel.collection.IdMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;

/**
 * Every commit of a repository by its number, parents before children and otherwise by time: who
 * its parents are, when it took effect, and which commits lead to HEAD, and which of these along
 * first parents.
 */
final class CommitGraph {
    private static final int[] NO_PARENTS = {};

    private final IdMap byHash = new IdMap();
    private final List<String> hashes = new ArrayList<>();
    private int[][] parents = new int[64][];
    private int[] children = new int[64];
    private long[] effective = new long[64];
    private boolean[] main = new boolean[64];
    private BitSet led = new BitSet();
    private int[] taken = {};

    /** How many commits there are. */
    int size() {
        return hashes.size();
    }

    /** The number of a commit, or -1 when it is not here. */
    int find(String hash) {
        return byHash.find(key(hash));
    }

    /** The commit's full name. */
    String hash(int commit) {
        return hashes.get(commit);
    }

    /** The numbers of its parents, in order. */
    int[] parents(int commit) {
        return parents[commit];
    }

    /** How many commits have it as a parent. */
    int children(int commit) {
        return children[commit];
    }

    /** When it took effect, µs since 1970: never before its parents. */
    long effectiveAt(int commit) {
        return effective[commit];
    }

    /** Whether HEAD leads to it along first parents. */
    boolean isMain(int commit) {
        return main[commit];
    }

    /** Whether it is HEAD, or HEAD came of it. */
    boolean isLed(int commit) {
        return led.get(commit);
    }

    /**
     * The first commit of the line that led to HEAD along first parents that came of a commit that
     * led to HEAD: itself, or the one that merged it.
     */
    int takenBy(int commit) {
        return taken[commit];
    }

    /** When the last of all took effect; 0 without commits. */
    long lastEffectiveAt() {
        long last = 0;
        for (int i = 0; i < size(); i++) {
            last = Math.max(last, effective[i]);
        }
        return last;
    }

    /**
     * Adds a commit behind its parents; a parent that is not here, as in a shallow clone, is none.
     *
     * @param parentHashes separated by spaces
     * @param committedAt µs since 1970, as the commit says
     * @param now µs since 1970: it did not take effect later
     */
    int add(String hash, String parentHashes, long committedAt, long now) {
        int commit = byHash.add(key(hash));
        if (commit < hashes.size()) {
            return commit;
        }
        hashes.add(hash);
        if (commit == children.length) {
            int length = commit * 2;
            parents = Arrays.copyOf(parents, length);
            children = Arrays.copyOf(children, length);
            effective = Arrays.copyOf(effective, length);
            main = Arrays.copyOf(main, length);
        }
        parents[commit] = parents(parentHashes);
        long at = Math.min(committedAt, now);
        for (int parent : parents[commit]) {
            children[parent]++;
            at = Math.max(at, effective[parent]);
        }
        effective[commit] = at;
        return commit;
    }

    /**
     * The first of the commits that led to another, which has no parents; of several, the one of
     * the smallest hash.
     */
    String root(String hash) {
        String root = "";
        BitSet ancestors = ledTo(hash);
        for (int i = ancestors.nextSetBit(0); i >= 0; i = ancestors.nextSetBit(i + 1)) {
            if (parents[i].length == 0 && (root.isEmpty() || hash(i).compareTo(root) < 0)) {
                root = hash(i);
            }
        }
        return root;
    }

    /** A commit and all that it came of; none where it is not here. */
    BitSet ledTo(String hash) {
        int commit = find(hash);
        BitSet ancestors = new BitSet(commit + 1);
        if (commit >= 0) {
            ancestors.set(commit);
        }
        for (int i = commit; i >= 0; i = ancestors.previousSetBit(i - 1)) {
            for (int parent : parents[i]) {
                ancestors.set(parent);
            }
        }
        return ancestors;
    }

    /** Marks what led to HEAD, and the way along first parents. */
    void markHead(String head) {
        led = ledTo(head);
        int commit = find(head);
        while (commit >= 0 && !main[commit]) {
            main[commit] = true;
            commit = parents[commit].length == 0 ? -1 : parents[commit][0];
        }
        taken = new int[size()];
        Arrays.fill(taken, Integer.MAX_VALUE);
        for (int i = size() - 1; i >= 0; i--) {
            taken[i] = main[i] ? i : taken[i];
            for (int parent : parents[i]) {
                taken[parent] = Math.min(taken[parent], taken[i]);
            }
        }
    }

    private int[] parents(String hashesOfParents) {
        if (hashesOfParents.isEmpty()) {
            return NO_PARENTS;
        }
        int[] found = new int[1];
        int count = 0;
        int at = 0;
        while (at < hashesOfParents.length()) {
            int space = hashesOfParents.indexOf(' ', at);
            int end = space < 0 ? hashesOfParents.length() : space;
            int parent = find(hashesOfParents.substring(at, end));
            if (parent >= 0 && !holds(found, count, parent)) {
                found = count < found.length ? found : Arrays.copyOf(found, count * 2);
                found[count++] = parent;
            }
            at = end + 1;
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private static boolean holds(int[] found, int count, int parent) {
        for (int i = 0; i < count; i++) {
            if (found[i] == parent) {
                return true;
            }
        }
        return false;
    }

    /** The first 128 bits of a hash. */
    static Id key(String hash) {
        return new Id(
                HexFormat.fromHexDigitsToLong(hash, 0, 16),
                HexFormat.fromHexDigitsToLong(hash, 16, 32));
    }
}
