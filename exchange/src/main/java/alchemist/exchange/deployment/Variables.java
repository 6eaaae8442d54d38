package alchemist.exchange.deployment;

import alchemist.exchange.blueprint.Placeholders;
import alchemist.exchange.blueprint.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the {@code .env} file beside a Compose file, which fills in its variables. Such
 * values may be secret: they are used to find out what is meant, and are told of no variable.
 */
final class Variables {
    static final Variables NONE = new Variables();

    private static final Placeholders PLACEHOLDERS =
            new Placeholders(Pattern.compile("\\$\\{(\\w+)(?::?([-?+])([^${}]*))?\\}|\\$(\\w+)"));

    private static final Pattern COMMENT = Pattern.compile("\\s#");

    /** So often may a value name another. */
    private static final int MAX_STEPS = 5;

    private static final int MAX_CHARS = 4_000;

    private final Map<String, String> values = new HashMap<>();

    private Variables() {}

    static Variables of(SourceFile file) {
        Variables variables = new Variables();
        for (String line : file.text().split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                String name = line.substring(0, equals).strip();
                variables.values.put(
                        name.startsWith("export ") ? name.substring(7).strip() : name,
                        written(line.substring(equals + 1)));
            }
        }
        return variables;
    }

    /** What stands between quotes; else all up to a comment, before which there is a blank. */
    private static String written(String rest) {
        String value = rest.strip();
        char quote = value.isEmpty() ? ' ' : value.charAt(0);
        int close = quote == '"' || quote == '\'' ? value.indexOf(quote, 1) : -1;
        if (close > 0) {
            return value.substring(1, close);
        }
        Matcher comment = COMMENT.matcher(rest);
        return comment.find() ? rest.substring(0, comment.start()).strip() : value;
    }

    /** A value, filled in; empty where there is none. */
    String value(String name) {
        return filled(values.getOrDefault(name, ""));
    }

    /** A text with what its variables stand for; those that are not known stay as they are. */
    String filled(String text) {
        String filled = text;
        for (int i = 0; i < MAX_STEPS && filled.indexOf('$') >= 0; i++) {
            if (filled.length() > MAX_CHARS) {
                return text;
            }
            filled = PLACEHOLDERS.filled(filled, this::meaning);
        }
        return filled;
    }

    private @Nullable String meaning(MatchResult found) {
        String name = found.group(1) == null ? found.group(4) : found.group(1);
        return values.getOrDefault(name, "-".equals(found.group(2)) ? found.group(3) : null);
    }
}
