package alchemist.exchange.files;

import alchemist.exchange.Fingerprint;
import alchemist.exchange.Look;
import alchemist.exchange.PathText;
import alchemist.exchange.ReadingFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * What people leave out of an opened place: by patterns that they gave, and by the {@code
 * .alchemistignore} files in it. Patterns are those of {@code .gitignore}. They only take away:
 * what Git ignores is not brought back. One thread.
 */
public final class Excludes {
    /** The name of the files in a place that say what is left out of it. */
    public static final String FILE = ".alchemistignore";

    /** How many patterns may be given. */
    public static final int MAX_PATTERNS = 200;

    /** How long each may be. */
    public static final int MAX_LENGTH = 1_000;

    /** How much of one is told. */
    private static final int MAX_SHOWN = 100;

    /** Where nothing is left out. */
    private static final Excludes NONE =
            new Excludes(
                    Path.of("").toAbsolutePath().resolve(FILE),
                    List.of(),
                    new IgnorePatterns.Problems() {
                        @Override
                        public void warn(String path, String what) {
                            // Nothing is in that place.
                        }

                        @Override
                        public void miss(String path, String what) {
                            // Nothing is in that place.
                        }
                    });

    private final Path top;
    private final List<String> given;

    /** Null where none are given: the library need not be loaded then. */
    private final @Nullable IgnoreNode patterns;

    private final IgnorePatterns files;
    private final Map<String, Boolean> folders = new HashMap<>();

    /**
     * Those of an opened place.
     *
     * @param top the folder that is opened
     * @param given patterns, as {@link #check} allows them
     */
    public Excludes(Path top, List<String> given, IgnorePatterns.Problems problems) {
        this.top = top;
        this.given = List.copyOf(given);
        this.patterns = given.isEmpty() ? null : patterns(given);
        this.files = new IgnorePatterns(top, FILE, problems);
    }

    private static IgnoreNode patterns(List<String> given) {
        List<FastIgnoreRule> rules = new ArrayList<>();
        for (String one : given) {
            FastIgnoreRule rule = new FastIgnoreRule(one);
            rules.add(ManyStars.quick(rule).orElse(rule));
        }
        return new IgnoreNode(rules);
    }

    /**
     * Says no to what is no pattern.
     *
     * @throws ReadingFailed tells which, and why
     */
    public static void check(List<String> given) throws ReadingFailed {
        if (given.size() > MAX_PATTERNS) {
            throw new ReadingFailed(
                    "at most "
                            + MAX_PATTERNS
                            + " patterns can be excluded, not "
                            + given.size()
                            + ": write them into a file '"
                            + FILE
                            + "' in the place");
        }
        for (String one : given) {
            String why = flaw(one);
            if (!why.isEmpty()) {
                String shown = one.length() > MAX_SHOWN ? one.substring(0, MAX_SHOWN) + "…" : one;
                throw new ReadingFailed("'" + shown + "' cannot be excluded: " + why);
            }
        }
    }

    private static String flaw(String pattern) {
        if (pattern.isBlank()) {
            return "it is empty";
        }
        if (pattern.length() > MAX_LENGTH) {
            return "it has more than " + MAX_LENGTH + " characters";
        }
        if (pattern.chars().anyMatch(c -> c < ' ')) {
            return "it holds a control character; give each pattern for itself";
        }
        if (pattern.startsWith("#")) {
            return "it is a comment; for a name that begins so write '\\#'";
        }
        return new FastIgnoreRule(pattern).isEmpty()
                ? "it is no pattern as .gitignore has them; is a bracket open?"
                : "";
    }

    /** Those that hold in a look, where it has any. */
    public static Excludes of(Look look) {
        Excludes known = look.known(Excludes.class, FILE);
        return known == null ? NONE : known;
    }

    /** Lets them hold in a look. */
    public void holdIn(Look look) {
        look.tell(Excludes.class, FILE, this);
    }

    /** Whether a folder is in the opened place, so that they hold for what is in it. */
    public boolean holdFor(Path folder) {
        return folder.startsWith(top);
    }

    /** The path of a folder from the opened one; empty for itself. */
    public String pathOf(Path folder) {
        return PathText.of(top.relativize(folder));
    }

    /**
     * Whether something is left out, though the folder that it is in is not.
     *
     * @param path from the opened folder
     */
    public boolean isExcluded(String path, boolean folder) {
        Boolean told = patterns == null ? null : patterns.checkIgnored(path, folder);
        if (told == null) {
            told = files.told(path, folder);
        }
        return told != null && told;
    }

    /**
     * Whether a file or folder is left out, or a folder that it is in.
     *
     * @param path from the opened folder
     */
    public boolean leavesOut(String path, boolean folder) {
        return isLeftOutFolder(Root.parent(path)) || isExcluded(path, folder);
    }

    /** The patterns that were given. */
    public List<String> given() {
        return given;
    }

    private boolean isLeftOutFolder(String folder) {
        if (folder.isEmpty()) {
            return false;
        }
        Boolean known = folders.get(folder);
        if (known == null) {
            known = isLeftOutFolder(Root.parent(folder)) || isExcluded(folder, true);
            folders.put(folder, known);
        }
        return known;
    }

    /** Adds the patterns that were given, and the file at the top. */
    public void addTo(Fingerprint print) {
        given.forEach(one -> print.rule("exclude " + one));
        print.ruleFile(FILE, top.resolve(FILE));
    }
}
