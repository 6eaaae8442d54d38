package alchemist.graph;

import alchemist.graph.read.NodePage.By;
import alchemist.kernel.collection.IntList;
import alchemist.kernel.collection.LongIntMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Finds nodes by their shown names, without regard to case. Best first: the whole name, or all of
 * it but an ending such as {@code .md} and signs before it such as {@code @}, then names that begin
 * with the text, then those of which another word does, then those that hold it anywhere. Of those
 * that are called so stands first what is written just so, where capitals were written, then what
 * is in fewer groups: the page of the whole before those of its parts. Of equals the shorter name.
 * A path also finds what is called like its end, in groups that are called like the rest: behind
 * what is called so as a whole, before what only holds it. Where nothing is found, names that hold
 * all its words are, else what is described in these words, and else names that are spelt nearly
 * so.
 */
final class LookUp {
    static final int NONE = -1;
    private static final int RANKS = 4;

    /** Names of this length and more are equally long. */
    private static final int LENGTHS = 64;

    /** The longest ending that a name may have behind what is looked for, with its point. */
    private static final int MAX_ENDING = 6;

    /** So many things of one name are ordered by where they lie; more are named too much alike. */
    private static final int MAX_ORDERED = 10_000;

    /** In more groups nobody looks. */
    private static final int MAX_DEPTH = 64;

    /** Which names of those that were ever stated are meant, and how well. */
    interface Meant {
        /** Whether a name of these pairs of letters may be. */
        boolean may(long pairs);

        /** From 0, the best, to 3; {@link #NONE}: it is not. */
        int rank(String name);
    }

    /** Those that hold letters, ranked by where. */
    private record Holding(long signature, ToIntFunction<String> ranks) implements Meant {
        @Override
        public boolean may(long pairs) {
            return (pairs & signature) == signature;
        }

        @Override
        public int rank(String name) {
            return ranks.applyAsInt(name);
        }
    }

    private final Moment moment;
    private final NameIndex names;

    LookUp(Moment moment) {
        this.moment = moment;
        this.names = moment.store.names;
    }

    /**
     * What is found.
     *
     * @param nodes nodes and groups, each once
     * @param by what they have to do with the name
     */
    record Found(IntList nodes, By by) {}

    /** The nodes and groups of a name. */
    Found find(String text) {
        String wanted = NameIndex.fold(text.strip());
        IntList[] ranked = ranked(holding(wanted));
        IntList found = shown(Arrays.copyOf(ranked, LENGTHS));
        order(found, text.strip(), wanted);
        found = both(both(found, atPlace(wanted)), shown(ranked));
        if (found.size() > 0 || wanted.isEmpty()) {
            return new Found(found, By.NAME);
        }
        String[] words = wanted.split("\\s+", -1);
        IntList named = words.length > 1 ? find(holdingAll(words)) : found;
        IntList described = new Described(moment).find(text);
        if (described.size() > 0) {
            return new Found(both(described, named), By.DESCRIPTION);
        }
        if (named.size() > 0) {
            return new Found(named, By.NAME);
        }
        found = SpeltAlike.mayBeAsked(wanted) ? find(new SpeltAlike(wanted)) : found;
        return new Found(found, found.size() > 0 ? By.SPELLING : By.NAME);
    }

    /** What is in the one, and behind it what is in the other alone. */
    private static IntList both(IntList first, IntList second) {
        LongIntMap seen = new LongIntMap();
        for (int i = 0; i < first.size(); i++) {
            seen.put(first.at(i), 0);
        }
        for (int i = 0; i < second.size(); i++) {
            if (seen.find(second.at(i)) == NONE) {
                first.add(second.at(i));
            }
        }
        return first;
    }

    private static Meant holding(String wanted) {
        return new Holding(NameIndex.signature(wanted), name -> rank(name, wanted));
    }

    private static Meant holdingAll(String[] words) {
        long signature = 0;
        for (String word : words) {
            signature |= NameIndex.signature(word);
        }
        return new Holding(
                signature, name -> Arrays.stream(words).allMatch(name::contains) ? 0 : NONE);
    }

    /** What is called like the end of a path, in groups that are called like the rest. */
    private IntList atPlace(String wanted) {
        List<String> path =
                Arrays.stream(wanted.split("/", -1))
                        .filter(part -> !part.isEmpty() && !part.equals("."))
                        .toList();
        IntList there = new IntList();
        if (path.size() < 2) {
            return there;
        }
        IntList called = find(holding(path.getLast()));
        for (int i = 0; i < called.size(); i++) {
            if (isAt(called.at(i), path)) {
                there.add(called.at(i));
            }
        }
        return there;
    }

    /** Whether the groups around a node are called like a path, but for its end. */
    private boolean isAt(int node, List<String> path) {
        int at = node;
        for (int i = path.size() - 2; i >= 0; i--) {
            at = moment.group(at);
            if (at == NONE || !NameIndex.fold(moment.name(at).text()).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Puts those that are called so in order, the likeliest first, unless they are too many. */
    private void order(IntList called, String text, String wanted) {
        int count = called.size();
        if (count < 2 || count > MAX_ORDERED) {
            return;
        }
        record Named(int node, int depth, boolean writtenSo) {}
        List<Named> ordered = new ArrayList<>(count);
        boolean hasCapitals = !text.equals(wanted);
        for (int i = 0; i < count; i++) {
            int node = called.at(i);
            boolean writtenSo = hasCapitals && moment.name(node).text().startsWith(text);
            ordered.add(new Named(node, depth(node), writtenSo));
        }
        ordered.sort(
                Comparator.comparing((Named n) -> !n.writtenSo).thenComparingInt(Named::depth));
        for (int i = 0; i < count; i++) {
            called.put(i, ordered.get(i).node);
        }
    }

    /** In how many groups a node lies. */
    private int depth(int node) {
        int depth = 0;
        for (int at = moment.group(node); at != NONE && depth < MAX_DEPTH; depth++) {
            at = moment.group(at);
        }
        return depth;
    }

    private IntList find(Meant meant) {
        return shown(ranked(meant));
    }

    /** The entries of names that are meant, by how well and how long. */
    private IntList[] ranked(Meant meant) {
        IntList[] ranked = new IntList[RANKS * LENGTHS];
        for (int entry = 0; entry < moment.published.names(); entry++) {
            if (meant.may(names.pairs(entry))) {
                String name = names.folded(entry);
                int rank = meant.rank(name);
                if (rank != NONE) {
                    int at = rank * LENGTHS + Math.min(name.length(), LENGTHS - 1);
                    if (ranked[at] == null) {
                        ranked[at] = new IntList();
                    }
                    ranked[at].add(entry);
                }
            }
        }
        return ranked;
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
        if (at == firstLetter(name, at)) {
            int end = at + wanted.length();
            return name.length() == end || isEnding(name, end) ? 0 : 1;
        }
        for (; at > 0; at = name.indexOf(wanted, at + 1)) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
                return 2;
            }
        }
        return 3;
    }

    /** Where the first letter or digit of a name is, but no further than a place. */
    private static int firstLetter(String name, int upTo) {
        int at = 0;
        while (at < upTo && !Character.isLetterOrDigit(name.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether nothing stands behind a place but an ending, such as {@code .md}. */
    private static boolean isEnding(String name, int from) {
        return name.charAt(from) == '.'
                && name.length() - from <= MAX_ENDING
                && name.length() > from + 1
                && Character.isLetter(name.charAt(from + 1))
                && name.indexOf('.', from + 1) < 0;
    }
}
