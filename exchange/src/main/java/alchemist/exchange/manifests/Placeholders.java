package alchemist.exchange.manifests;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words in texts that stand for others, in which such words may stand again.
 *
 * @param pattern of such a word
 * @param most how often one may stand for another
 */
record Placeholders(Pattern pattern, int most) {
    private static final int MAX_CHARS = 1_000;

    /**
     * A text with what its placeholders stand for, as far as that is known and not too long.
     *
     * @param meaning what one stands for, or null where that is not known
     */
    String filled(String text, Function<MatchResult, @Nullable String> meaning) {
        String filled = text;
        for (int i = 0; i < most; i++) {
            String next = pattern.matcher(filled).replaceAll(found -> replacement(found, meaning));
            if (next.length() > MAX_CHARS || next.equals(filled)) {
                break;
            }
            filled = next;
        }
        return filled;
    }

    private static String replacement(
            MatchResult found, Function<MatchResult, @Nullable String> meaning) {
        String value = meaning.apply(found);
        return Matcher.quoteReplacement(value == null ? found.group() : value);
    }
}
