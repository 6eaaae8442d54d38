package alchemist.exchange.blueprint;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words in texts that stand for others.
 *
 * @param pattern of such a word
 */
public record Placeholders(Pattern pattern) {
    private static final int MAX_CHARS = 1_000;

    /**
     * A text with what its placeholders stand for, as far as that is known.
     *
     * @param meaning what one stands for, or null where that is not known
     */
    public String filled(String text, Function<MatchResult, @Nullable String> meaning) {
        return pattern.matcher(text)
                .replaceAll(
                        found -> {
                            String value = meaning.apply(found);
                            return Matcher.quoteReplacement(value == null ? found.group() : value);
                        });
    }

    /**
     * The same where placeholders may stand again in what one stands for; no longer than is
     * sensible.
     *
     * @param most how often one may stand for another
     */
    public String resolved(String text, int most, Function<MatchResult, @Nullable String> meaning) {
        String resolved = text;
        for (int i = 0; i < most; i++) {
            String next = filled(resolved, meaning);
            if (next.length() > MAX_CHARS || next.equals(resolved)) {
                break;
            }
            resolved = next;
        }
        return resolved;
    }
}
