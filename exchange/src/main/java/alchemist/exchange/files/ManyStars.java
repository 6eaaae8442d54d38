package alchemist.exchange.files;

import alchemist.kernel.Glob;
import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * A pattern of several stars in one name. The library tries every way of parting a name among them,
 * which for a pattern that was made for it takes longer than anybody waits; this looks once.
 */
final class ManyStars extends FastIgnoreRule {
    /** So many in a name are tried quickly enough. */
    private static final int FEW = 2;

    private final Glob glob;

    private ManyStars(FastIgnoreRule rule) {
        super(rule.toString());
        String text = rule.toString();
        String body = text.substring(text.startsWith("!") ? 1 : 0);
        String path = body.endsWith("/") ? body.substring(0, body.length() - 1) : body;
        this.glob =
                Glob.of(
                        path.startsWith("/")
                                ? path.substring(1)
                                : path.contains("/") ? path : "**/" + path);
    }

    /** A pattern in a form that is looked for quickly; empty where there is none. */
    static Optional<FastIgnoreRule> quick(FastIgnoreRule rule) {
        if (!isSlow(rule)) {
            return Optional.of(rule);
        }
        return isPlain(rule) ? Optional.of(new ManyStars(rule)) : Optional.empty();
    }

    /** Whether the library may take long for a pattern. */
    private static boolean isSlow(FastIgnoreRule rule) {
        int stars = 0;
        for (char c : rule.toString().toCharArray()) {
            stars = c == '/' ? 0 : c == '*' ? stars + 1 : stars;
            if (stars > FEW) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has only what is understood here: no classes of characters, nothing escaped. */
    private static boolean isPlain(FastIgnoreRule rule) {
        return rule.toString().chars().noneMatch(c -> c == '[' || c == '\\');
    }

    @Override
    public boolean isMatch(String path, boolean directory, boolean pathMatch) {
        return (directory || !dirOnly()) && glob.matches(path);
    }
}
