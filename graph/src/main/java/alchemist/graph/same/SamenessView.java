package alchemist.graph.same;

import alchemist.graph.read.NodeSummary;
import alchemist.graph.read.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is probably the same thing in a graph: never facts, only suggestions. Made when it is first
 * asked for, then kept up to date with what the events since then touched; what was merged, or kept
 * apart by somebody, is never suggested. Any number of threads ask, one at a time.
 */
public final class SamenessView {
    /** How many examples are told of what too many things have in common. */
    private static final int CROWD_EXAMPLES = 5;

    private final Supplier<SeenGraph> now;
    private final ClueIndex index = new ClueIndex();
    private @Nullable SeenGraph seen;
    private List<Pair> ranked = List.of();

    /**
     * What is the same in a graph.
     *
     * @param now the graph as it is then
     */
    public SamenessView(Supplier<SeenGraph> now) {
        this.now = now;
    }

    /**
     * Suggestions, the surest first.
     *
     * @param position that they are true at
     * @param cursor of the next page; empty where there is none
     * @param counts how many there are in all, by kind
     * @param crowds how many clues say nothing, for too many things have them
     * @param crowdExamples some of these things, by how they are called
     * @param passedOver how many nodes were not looked at, for there are too many
     */
    public record Answer(
            long position,
            List<Suggestion> suggestions,
            String cursor,
            Map<String, Integer> counts,
            int crowds,
            List<String> crowdExamples,
            int passedOver) {}

    /**
     * Suggestions now.
     *
     * @param kind as {@link Kind#text}; empty: any
     * @param leastScore in percent
     * @param limit 1 or more
     * @param cursor of the page before, or empty
     * @throws IllegalArgumentException when the cursor is none
     */
    public synchronized Answer suggestions(String kind, int leastScore, int limit, String cursor) {
        SeenGraph graph = refreshed();
        Map<String, Integer> counts = new TreeMap<>();
        for (Pair pair : ranked) {
            counts.merge(pair.kind().text(), 1, Integer::sum);
        }
        Map<Long, List<Proposal>> told = new HashMap<>();
        List<Suggestion> page = new ArrayList<>();
        String next = "";
        @Nullable Pair after = Place.read(cursor);
        @Nullable Pair last = null;
        for (Pair pair : ranked) {
            boolean wanted =
                    (kind.isEmpty() || pair.kind().text().equals(kind))
                            && pair.score() >= leastScore
                            && (after == null || pair.compareTo(after) > 0);
            if (wanted && page.size() == limit && last != null) {
                next = Place.write(last);
                break;
            }
            if (wanted) {
                told.computeIfAbsent(pair.clue(), clue -> index.proposals(graph, clue)).stream()
                        .filter(one -> isOf(one, pair))
                        .findFirst()
                        .flatMap(one -> suggestion(one, graph))
                        .ifPresent(page::add);
                last = pair;
            }
        }
        List<Integer> crowds = index.crowded();
        return new Answer(
                graph.position(),
                page,
                next,
                counts,
                crowds.size(),
                crowdExamples(crowds, graph),
                index.passedOver());
    }

    /** Throws away what was read: the next answer reads all anew. */
    public synchronized void forget() {
        seen = null;
        ranked = List.of();
    }

    private SeenGraph refreshed() {
        SeenGraph graph = now.get();
        @Nullable SeenGraph before = seen;
        if (before == null || before.position() != graph.position()) {
            index.refresh(graph, before == null ? null : graph.touchedSince(before));
            ranked = index.ranked();
            seen = graph;
        }
        return graph;
    }

    private static boolean isOf(Proposal one, Pair pair) {
        return one.survivor().node() == pair.survivor()
                && one.absorbed().node() == pair.absorbed()
                && one.kind() == pair.kind();
    }

    private static Optional<Suggestion> suggestion(Proposal one, SeenGraph graph) {
        Optional<NodeSummary> survivor = graph.summary(one.survivor().id());
        Optional<NodeSummary> absorbed = graph.summary(one.absorbed().id());
        return survivor.isEmpty() || absorbed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Suggestion(
                                survivor.get(),
                                absorbed.get(),
                                one.kind().text(),
                                one.score(),
                                one.reason(),
                                one.evidence()));
    }

    private static List<String> crowdExamples(List<Integer> crowds, SeenGraph graph) {
        List<String> examples = new ArrayList<>();
        for (int node : crowds.subList(0, Math.min(CROWD_EXAMPLES, crowds.size()))) {
            @Nullable Look look = graph.look(node);
            if (look != null) {
                examples.add(look.told());
            }
        }
        return examples;
    }

    /** Where a page ended: the last pair of it, so that what is new does not shift the next. */
    private static final class Place {
        static String write(Pair last) {
            return last.score() + "-" + last.survivor() + "-" + last.absorbed();
        }

        static @Nullable Pair read(String cursor) {
            if (cursor.isEmpty()) {
                return null;
            }
            String[] parts = cursor.split("-", -1);
            try {
                return new Pair(
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]),
                        Kind.PERSON,
                        Integer.parseInt(parts[0]),
                        0);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "'" + cursor + "' is no cursor: give back the one of the page before", e);
            }
        }
    }
}
