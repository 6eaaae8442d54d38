package alchemist.exchange.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * What the ignore files of one name say of the paths in a folder: that of the innermost folder that
 * has something to say decides, as Git has it. One thread.
 */
public final class IgnorePatterns {
    /** Larger ones are nobody's list of patterns. */
    public static final long MAX_BYTES = 1L << 20;

    /** Hears of what is passed over. */
    public interface Problems {
        /** A file that never will be read. */
        void warn(String path, String what);

        /** A file that may be read another time. */
        void miss(String path, String what);
    }

    /**
     * What the file of a folder holds.
     *
     * @param patterns null where it holds none: most folders have no such file, and the library is
     *     not loaded before one has
     */
    private record Held(@Nullable IgnoreNode patterns) {
        static final Held NOTHING = new Held(null);
    }

    private final Path top;
    private final String name;
    private final Problems problems;
    private final Map<String, Held> byFolder = new HashMap<>();

    /**
     * Those of a folder.
     *
     * @param name of the files that hold them, such as {@code .gitignore}
     */
    public IgnorePatterns(Path top, String name, Problems problems) {
        this.top = top;
        this.name = name;
        this.problems = problems;
    }

    /**
     * Whether a path is to be ignored, or null where nothing is said of it.
     *
     * @param path from the top
     */
    public @Nullable Boolean told(String path, boolean folder) {
        int slash = path.lastIndexOf('/');
        while (true) {
            String holder = slash < 0 ? "" : path.substring(0, slash);
            IgnoreNode patterns = byFolder.computeIfAbsent(holder, this::read).patterns;
            Boolean told =
                    patterns == null
                            ? null
                            : patterns.checkIgnored(path.substring(slash + 1), folder);
            if (told != null || slash < 0) {
                return told;
            }
            slash = path.lastIndexOf('/', slash - 1);
        }
    }

    private Held read(String folder) {
        Path file = top.resolve(folder).resolve(name);
        String path = folder.isEmpty() ? name : folder + "/" + name;
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Held.NOTHING;
        }
        IgnoreNode patterns = new IgnoreNode();
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_BYTES) {
                problems.warn(path, "is larger than 1 MB and passed over");
            } else {
                patterns.parse(path, in);
            }
        } catch (IOException e) {
            problems.miss(path, "cannot be read and is passed over: " + e);
        }
        List<FastIgnoreRule> rules = new ArrayList<>();
        for (FastIgnoreRule rule : patterns.getRules()) {
            ManyStars.quick(rule)
                    .ifPresentOrElse(
                            rules::add,
                            () ->
                                    problems.warn(
                                            path,
                                            "has the pattern '"
                                                    + rule
                                                    + "', which is passed over"));
        }
        return rules.isEmpty() ? Held.NOTHING : new Held(new IgnoreNode(rules));
    }
}
