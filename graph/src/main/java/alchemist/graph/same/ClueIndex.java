package alchemist.graph.same;

import alchemist.kernel.collection.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes have clues in common, and the pairs that follow. The work is linear: each node is
 * looked at once for its clues, and only nodes of one clue, {@link #MOST_ALIKE} at most, are
 * compared. No name is kept, only hashes of clues. One thread at a time.
 */
final class ClueIndex {
    /** What more things than this have in common tells none of them apart. */
    static final int MOST_ALIKE = 50;

    /** How many nodes with clues are looked at; later ones are passed over. */
    static final int MOST_NODES = 1_000_000;

    private final int mostNodes;
    private final Map<Integer, long[]> clues = new HashMap<>();
    private final Map<Long, int[]> alike = new HashMap<>();
    private final Map<Long, List<Pair>> pairs = new HashMap<>();
    private final TreeSet<Long> crowded = new TreeSet<>();
    private int passedOver;

    ClueIndex() {
        this(MOST_NODES);
    }

    ClueIndex(int mostNodes) {
        this.mostNodes = mostNodes;
    }

    /**
     * Looks again at what may be otherwise than before.
     *
     * @param touched numbers of nodes; null: all
     */
    void refresh(SeenGraph graph, int @Nullable [] touched) {
        Set<Long> dirty = new HashSet<>();
        if (touched == null) {
            clues.clear();
            alike.clear();
            pairs.clear();
            crowded.clear();
            passedOver = 0;
            Map<Long, IntList> lists = new HashMap<>();
            for (int node = 0; node < graph.things(); node++) {
                for (long clue : note(graph, node)) {
                    lists.computeIfAbsent(clue, _ -> new IntList()).add(node);
                }
            }
            lists.forEach((clue, nodes) -> alike.put(clue, nodes.toArray()));
            dirty.addAll(alike.keySet());
        } else {
            for (int node : touched) {
                for (long clue : clues.getOrDefault(node, new long[0])) {
                    without(clue, node);
                    dirty.add(clue);
                }
                clues.remove(node);
                for (long clue : note(graph, node)) {
                    with(clue, node);
                    dirty.add(clue);
                }
            }
        }
        for (long clue : dirty) {
            propose(graph, clue);
        }
    }

    /** Notes the clues of a node, each once. */
    private long[] note(SeenGraph graph, int node) {
        @Nullable Look look = graph.look(node);
        if (look == null || look.name().isEmpty()) {
            return new long[0];
        }
        TreeSet<Long> found = new TreeSet<>();
        for (Kind kind : Kind.all()) {
            kind.rule().clues(look, text -> found.add(hash(kind, text)));
        }
        long[] all = found.stream().mapToLong(Long::longValue).toArray();
        if (all.length > 0 && clues.size() >= mostNodes) {
            passedOver++;
            return new long[0];
        }
        if (all.length > 0) {
            clues.put(node, all);
        }
        return all;
    }

    private void with(long clue, int node) {
        int[] nodes = alike.getOrDefault(clue, new int[0]);
        int at = Arrays.binarySearch(nodes, node);
        if (at < 0) {
            int[] more = Arrays.copyOf(nodes, nodes.length + 1);
            System.arraycopy(nodes, -at - 1, more, -at, nodes.length + at + 1);
            more[-at - 1] = node;
            alike.put(clue, more);
        }
    }

    private void without(long clue, int node) {
        int[] nodes = alike.getOrDefault(clue, new int[0]);
        int[] rest = Arrays.stream(nodes).filter(one -> one != node).toArray();
        if (rest.length == 0) {
            alike.remove(clue);
        } else {
            alike.put(clue, rest);
        }
    }

    private void propose(SeenGraph graph, long clue) {
        int[] nodes = alike.getOrDefault(clue, new int[0]);
        pairs.remove(clue);
        crowded.remove(clue);
        if (nodes.length > MOST_ALIKE) {
            crowded.add(clue);
        } else if (nodes.length > 1) {
            List<Pair> found = new ArrayList<>();
            for (Proposal one : proposals(graph, clue)) {
                found.add(
                        new Pair(
                                one.survivor().node(),
                                one.absorbed().node(),
                                one.kind(),
                                one.score(),
                                clue));
            }
            if (!found.isEmpty()) {
                pairs.put(clue, List.copyOf(found));
            }
        }
    }

    /** What is proposed among the nodes of a clue, in full. */
    List<Proposal> proposals(SeenGraph graph, long clue) {
        // Texts of one hash are told apart: by kind and text, those that have it.
        Map<Kind, TreeMap<String, List<Look>>> byText = new EnumMap<>(Kind.class);
        for (int node : alike.getOrDefault(clue, new int[0])) {
            @Nullable Look look = graph.look(node);
            if (look != null) {
                for (Kind kind : Kind.all()) {
                    Set<String> texts = new TreeSet<>();
                    kind.rule().clues(look, texts::add);
                    for (String text : texts) {
                        if (hash(kind, text) == clue) {
                            byText.computeIfAbsent(kind, _ -> new TreeMap<>())
                                    .computeIfAbsent(text, _ -> new ArrayList<>())
                                    .add(look);
                        }
                    }
                }
            }
        }
        List<Proposal> all = new ArrayList<>();
        byText.forEach(
                (kind, texts) ->
                        texts.forEach(
                                (text, looks) -> {
                                    if (looks.size() > 1) {
                                        Proposals proposals = new Proposals(kind, graph);
                                        kind.rule().propose(text, looks, graph, proposals);
                                        all.addAll(proposals.all());
                                    }
                                }));
        return all;
    }

    /** All pairs, the surest first; of a pair for which several clues speak, the surest. */
    List<Pair> ranked() {
        Map<Long, Pair> best = new HashMap<>();
        for (List<Pair> found : pairs.values()) {
            for (Pair pair : found) {
                best.merge(
                        pair.nodes(),
                        pair,
                        (one, other) -> preferred(one, other) <= 0 ? one : other);
            }
        }
        return best.values().stream().sorted().toList();
    }

    private static int preferred(Pair one, Pair other) {
        int order = one.compareTo(other);
        order = order == 0 ? one.kind().compareTo(other.kind()) : order;
        return order == 0 ? Long.compare(one.clue(), other.clue()) : order;
    }

    /** The clues that too many have in common, by one node of each. */
    List<Integer> crowded() {
        return crowded.stream().map(clue -> alike.getOrDefault(clue, new int[] {0})[0]).toList();
    }

    /** How many nodes were passed over because there are too many. */
    int passedOver() {
        return passedOver;
    }

    private static long hash(Kind kind, String text) {
        return hash(hash(0xcbf29ce484222325L, kind.text()), text);
    }

    /** 64 bits of a text: FNV-1a, mixed. */
    private static long hash(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }
}
