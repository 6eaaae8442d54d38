package alchemist.graph.same;

import alchemist.kernel.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Rows of several tables about one thing: of one type and name, of which each table has one; or
 * with the same value of what identifies a thing.
 */
final class SameRecord implements Rule {
    private static final Set<String> IDENTIFYING =
            Set.of(
                    "doi",
                    "ean",
                    "gtin",
                    "iban",
                    "iri",
                    "isbn",
                    "isin",
                    "issn",
                    "lei",
                    "orcid",
                    "uri",
                    "url",
                    "uuid",
                    "vin",
                    "wikidata");

    private static final String NAME = "name ";
    private static final int SHORTEST_VALUE = 6;

    @Override
    public void clues(Look look, Consumer<String> clues) {
        if (!isRow(look)) {
            return;
        }
        String words = Words.of(look.name());
        if (!Words.sayLittle(words)) {
            clues.accept(NAME + Words.of(look.types().getLast()) + "\0" + words);
        }
        for (String key : look.properties().keys()) {
            String plain = key.toLowerCase(Locale.ROOT);
            if (IDENTIFYING.contains(plain)
                    && look.properties().find(key) instanceof Value.Text(String text)
                    && text.length() >= SHORTEST_VALUE) {
                clues.accept(plain + " " + text.strip());
            }
        }
    }

    /** Whether it stands in a table: a group of many, whose file it does not name itself. */
    private static boolean isRow(Look look) {
        return look.group() >= 0
                && look.diagram() < 0
                && !look.isGroup()
                && look.types().size() == 1
                && look.path().isEmpty()
                && look.text("email").isEmpty();
    }

    @Override
    public void propose(String clue, List<Look> alike, SeenGraph graph, Proposals proposals) {
        Map<Integer, Look> byTable = new LinkedHashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (Look look : alike) {
            byTable.putIfAbsent(look.group(), look);
            counts.merge(look.group(), 1, Integer::sum);
        }
        byTable.keySet().removeIf(table -> counts.getOrDefault(table, 0) > 1);
        List<Look> single = List.copyOf(byTable.values());
        boolean named = clue.startsWith(NAME);
        for (int i = 1; i < single.size(); i++) {
            Look one = single.getFirst();
            Look other = single.get(i);
            Map<String, String> facts = new TreeMap<>();
            boolean contradict = named && contradict(one, other, facts);
            if (!contradict) {
                proposals.add(
                        one,
                        other,
                        named ? 88 : 95,
                        named
                                ? "Each table has one " + one.told() + "."
                                : one.told()
                                        + " and "
                                        + other.told()
                                        + " have the same "
                                        + clue.substring(0, clue.indexOf(' '))
                                        + ".",
                        facts.isEmpty()
                                ? List.of(one.told(), other.told())
                                : List.copyOf(facts.values()));
            }
        }
    }

    /** Whether properties of the same name are otherwise; collects those that are the same. */
    private static boolean contradict(Look one, Look other, Map<String, String> same) {
        int differ = 0;
        for (String key : one.properties().keys()) {
            Value value = one.properties().find(key);
            Value others = other.properties().find(key);
            if (value != null && others != null && !key.startsWith("_")) {
                if (value.equals(others)) {
                    same.put(key, "both have the same " + key);
                } else {
                    differ++;
                }
            }
        }
        return differ > same.size();
    }
}
