package alchemist.graph.same;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of names, so that {@code order_items}, {@code OrderItem} and 'Order items' are alike.
 */
final class Words {
    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What so many things are called that it says nothing. */
    private static final Set<String> PLAIN =
            Set.of(
                    "node",
                    "item",
                    "value",
                    "type",
                    "state",
                    "result",
                    "option",
                    "prop",
                    "error",
                    "request",
                    "response",
                    "context",
                    "config",
                    "entry",
                    "data",
                    "object",
                    "list",
                    "name",
                    "key",
                    "id",
                    "kind",
                    "row",
                    "table",
                    "column",
                    "field",
                    "file",
                    "page",
                    "line",
                    "text",
                    "start",
                    "end",
                    "begin",
                    "stop",
                    "yes",
                    "no",
                    "done",
                    "ok",
                    "query",
                    "mutation",
                    "status",
                    "step",
                    "main",
                    "index",
                    "source",
                    "target",
                    "input",
                    "output",
                    "default",
                    "other",
                    "test",
                    "unknown",
                    "none",
                    "todo",
                    "readme",
                    "license",
                    "changelog",
                    "model",
                    "service",
                    "app",
                    "api",
                    "class");

    private Words() {}

    /**
     * The words in lower case, without accents, with one space between them; the last in singular.
     */
    static String of(String name) {
        List<String> words = list(name);
        if (!words.isEmpty()) {
            words.set(words.size() - 1, singular(words.getLast()));
        }
        return String.join(" ", words);
    }

    /** The words in lower case, without accents. */
    static List<String> list(String name) {
        List<String> words = new ArrayList<>();
        String broken = HUMP.matcher(name).replaceAll(" ");
        for (String word : BREAK.split(broken, -1)) {
            if (!word.isEmpty()) {
                words.add(bare(word));
            }
        }
        return words;
    }

    /** In lower case, without accents. */
    static String bare(String text) {
        String apart = Normalizer.normalize(text.strip(), Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether words say too little to tell a thing by them. */
    static boolean sayLittle(String words) {
        return words.length() < 3
                || PLAIN.contains(words)
                || words.chars().noneMatch(Character::isLetter);
    }

    static boolean areSeveral(String words) {
        return words.indexOf(' ') > 0;
    }

    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4
                && (word.endsWith("sses")
                        || word.endsWith("shes")
                        || word.endsWith("ches")
                        || word.endsWith("xes"))) {
            return word.substring(0, length - 2);
        }
        boolean plural =
                length > 3
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us")
                        && !word.endsWith("is");
        return plural ? word.substring(0, length - 1) : word;
    }
}
