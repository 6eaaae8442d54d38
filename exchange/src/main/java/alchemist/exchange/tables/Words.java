package alchemist.exchange.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of tables and columns, by their words: customerId, CUSTOMER_ID and "Customer ID". */
final class Words {
    private static final Set<String> KEY =
            Set.of("id", "ids", "key", "uuid", "guid", "code", "ref", "fk", "number", "no", "nr");

    private Words() {}

    /** The words of a name, in lower case. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        String apart =
                name.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})", " ")
                        .replaceAll("(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ");
        for (String word : apart.split("[^\\p{L}\\p{Nd}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** The same in one text. */
    static String joined(String name) {
        return String.join(" ", of(name));
    }

    /** Whether a name ends with a word such as id, behind others. */
    static boolean endsLikeKey(String name) {
        List<String> words = of(name);
        return words.size() > 1 && KEY.contains(words.getLast());
    }

    /** A name without a last word such as id; the name itself where it has none. */
    static String withoutKey(String name) {
        if (!endsLikeKey(name)) {
            return name;
        }
        String last = of(name).getLast();
        return name.substring(0, name.length() - last.length())
                .replaceAll("[^\\p{L}\\p{Nd}]+$", "");
    }

    /** Whether two names are the same but for their number, such as City and cities. */
    static boolean same(String one, String other) {
        return singular(of(one)).equals(singular(of(other)));
    }

    /**
     * Whether a name ends with all words of another, such as grants-opportunity and Opportunity.
     */
    static boolean endsWith(String name, String other) {
        List<String> whole = singular(of(name));
        List<String> end = singular(of(other));
        return !end.isEmpty()
                && whole.size() >= end.size()
                && whole.subList(whole.size() - end.size(), whole.size()).equals(end);
    }

    private static List<String> singular(List<String> words) {
        if (words.isEmpty()) {
            return words;
        }
        List<String> all = new ArrayList<>(words);
        all.set(all.size() - 1, singular(all.getLast()));
        return all;
    }

    private static String singular(String word) {
        int length = word.length();
        if (length > 3 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4 && word.matches(".*(sses|shes|ches|xes|zes|uses)")) {
            return word.substring(0, length - 2);
        }
        if (length > 2 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
            return word.substring(0, length - 1);
        }
        return word;
    }
}
