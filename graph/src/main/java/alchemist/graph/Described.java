package alchemist.graph;

import alchemist.kernel.collection.IntList;
import alchemist.kernel.value.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds nodes by what is said of them: all words stand in the description that is shown. First
 * those that hold the words just so, then those in which each begins a word, shorter ones first. It
 * looks at every node, so it is for what no name is found for.
 */
final class Described {
    /** The key of the property that says what something is. */
    private static final String DESCRIPTION = "description";

    /** So many are found at most, the best of all. */
    private static final int MOST = 200;

    /** Words that tell nothing. */
    private static final Set<String> FILLING =
            Set.of(
                    "a", "an", "and", "are", "as", "by", "for", "from", "in", "is", "it", "of",
                    "on", "or", "that", "the", "this", "to", "what", "which", "who", "with");

    /** A node, by how well it is described. */
    private record Fit(int node, int rank, int length) {
        private static final Comparator<Fit> BEST_LAST =
                Comparator.comparingInt(Fit::rank)
                        .thenComparingInt(Fit::length)
                        .thenComparingInt(Fit::node)
                        .reversed();
    }

    private final Moment moment;

    Described(Moment moment) {
        this.moment = moment;
    }

    /** The nodes and groups that are described so, the best first. */
    IntList find(String text) {
        IntList found = new IntList();
        String wanted = NameIndex.fold(text.strip());
        List<String> words =
                Arrays.stream(wanted.split("[^\\p{L}\\p{N}_]+", -1))
                        .filter(word -> !word.isEmpty() && !FILLING.contains(word))
                        .toList();
        int term = moment.store.terms.find(DESCRIPTION);
        if (words.isEmpty() || term == Moment.NONE || term >= moment.published.terms()) {
            return found;
        }
        int field = Fields.property(term);
        PriorityQueue<Fit> best = new PriorityQueue<>(Fit.BEST_LAST);
        for (int thing = 0; thing < moment.published.things(); thing++) {
            String said = said(thing, field);
            int rank = said.isEmpty() ? Moment.NONE : rank(said, wanted, words);
            if (rank != Moment.NONE && moment.nodeExists(thing)) {
                best.add(new Fit(thing, rank, said.length()));
                if (best.size() > MOST) {
                    best.remove();
                }
            }
        }
        best.stream().sorted(Fit.BEST_LAST.reversed()).forEach(fit -> found.add(fit.node));
        return found;
    }

    /** What is shown of a node, in lower case; empty where nothing is. */
    private String said(int thing, int field) {
        if (moment.store.things.isEdge(thing) || moment.shownAs(thing) != thing) {
            return "";
        }
        int row = moment.shown(thing, field);
        return row != Moment.NONE
                        && moment.store.rows.value(row) != Rows.DENIED
                        && moment.store.values.value(moment.store.rows.value(row))
                                instanceof Value.Text(String text)
                ? NameIndex.fold(text)
                : "";
    }

    private static int rank(String said, String wanted, List<String> words) {
        boolean begins = true;
        for (String word : words) {
            int at = said.indexOf(word);
            if (at < 0) {
                return Moment.NONE;
            }
            begins &= beginsWord(said, word, at);
        }
        return said.contains(wanted) ? 0 : begins ? 1 : 2;
    }

    private static boolean beginsWord(String said, String word, int first) {
        for (int at = first; at >= 0; at = said.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(said.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
