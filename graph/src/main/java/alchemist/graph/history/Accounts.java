package alchemist.graph.history;

import alchemist.graph.Adjacency;
import alchemist.graph.read.Bots;
import alchemist.graph.read.Display;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which accounts are whose. Those of one full name are one person's, unless somebody says that they
 * are not the same; those of programs are nobody's. One thread.
 */
final class Accounts {
    /** A first name and a surname at least, of two letters each. */
    private static final Pattern FULL = Pattern.compile("\\p{L}\\p{L}.*\\s.*\\p{L}\\p{L}.*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Adjacency graph;
    private final Map<Integer, Integer> people = new HashMap<>();
    private final Map<String, List<List<Integer>>> byName = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();

    Accounts(Adjacency graph) {
        this.graph = graph;
        graph.apart(
                (one, other) -> {
                    apart.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
                    apart.computeIfAbsent(other, _ -> new HashSet<>()).add(one);
                });
    }

    /** The people whose these accounts are, each once and as one account of theirs. */
    int[] people(int[] accounts) {
        return IntStream.of(accounts)
                .map(one -> people.computeIfAbsent(one, this::person))
                .filter(one -> one != Adjacency.NONE)
                .distinct()
                .toArray();
    }

    private int person(int account) {
        Display name = graph.summary(account).name();
        if (Bots.has(name.text())) {
            return Adjacency.NONE;
        }
        String plain = BLANKS.matcher(name.text().strip()).replaceAll(" ");
        if (name.erased() || !FULL.matcher(plain).matches()) {
            return account;
        }
        List<List<Integer>> alike =
                byName.computeIfAbsent(plain.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1));
        Set<Integer> others = apart.getOrDefault(account, Set.of());
        for (List<Integer> one : alike) {
            if (one.stream().noneMatch(others::contains)) {
                one.add(account);
                return one.getFirst();
            }
        }
        alike.add(new ArrayList<>(List.of(account)));
        return account;
    }
}
