package alchemist.graph.read;

import java.util.Locale;
import java.util.Set;

/**
 * Accounts by which programs commit: nobody who knows anything, and nobody who is somebody else.
 */
public final class Bots {
    /** Those that do not say so of themselves. */
    private static final Set<String> NAMES =
            Set.of(
                    "dependabot",
                    "dependabot-preview",
                    "github actions",
                    "github-actions",
                    "greenkeeper",
                    "mend renovate",
                    "renovate",
                    "whitesource renovate");

    private Bots() {}

    /** Whether an account is a program's, by its name. */
    public static boolean has(String name) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        return small.endsWith("[bot]")
                || small.endsWith(" bot")
                || small.endsWith("-bot")
                || NAMES.contains(small);
    }
}
