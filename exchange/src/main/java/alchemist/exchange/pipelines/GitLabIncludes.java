package alchemist.exchange.pipelines;

import alchemist.exchange.blueprint.Blueprint;
import alchemist.exchange.blueprint.Malformed;
import alchemist.exchange.blueprint.SourceFile;
import alchemist.exchange.blueprint.Tree;
import alchemist.exchange.files.Root;
import alchemist.exchange.pipelines.Pipelines.Pipeline;
import alchemist.kernel.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files pipelines of GitLab include: those are pipelines as well, whatever they are called.
 */
final class GitLabIncludes {
    /** So many patterns of paths are looked up, as GitLab has it for all that is included. */
    private static final int MAX_PATTERNS = 150;

    private static final int MAX_PATTERN_CHARS = 200;

    /** Longer files are no parts of pipelines, in bytes. */
    private static final int MAX_BYTES = 1 << 20;

    private final Blueprint blueprint;
    private final List<Pipeline> all;
    private final Map<String, List<String>> ofPatterns = new HashMap<>();
    private boolean told;

    /** Of all pipelines that are known by their names. */
    GitLabIncludes(Blueprint blueprint, List<Pipeline> named) {
        this.blueprint = blueprint;
        this.all = new ArrayList<>(named);
        // Files that include one another come to an end.
        Set<String> read = new HashSet<>();
        named.forEach(one -> read.add(one.file().path()));
        for (int i = 0; i < all.size(); i++) {
            Pipeline next = all.get(i);
            for (Tree written : written(next.tree())) {
                for (String path : paths(written, next.file())) {
                    SourceFile file =
                            isYaml(path) && read.add(path)
                                    ? blueprint.open(path, MAX_BYTES, next.file())
                                    : null;
                    if (file != null) {
                        all.addAll(read(file));
                    }
                }
            }
        }
    }

    /** Those that are known by their names, and those that they include. */
    List<Pipeline> all() {
        return all;
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml");
    }

    private static List<Pipeline> read(SourceFile file) {
        List<Pipeline> read = new ArrayList<>(1);
        try {
            for (Tree document : file.documents()) {
                if (!document.isMap()) {
                    throw new Malformed(document.line(), "describes no pipeline: it is no map");
                }
                read.add(new Pipeline(file.emptied(), document));
            }
        } catch (Malformed e) {
            file.warn(e.line(), e.what());
        }
        return read;
    }

    /** What a pipeline includes for itself, and for those that its jobs begin. */
    private static List<Tree> written(Tree pipeline) {
        List<Tree> written = new ArrayList<>(pipeline.each("include"));
        for (Tree job : pipeline.entries().values()) {
            written.addAll(job.at("trigger").each("include"));
        }
        return written;
    }

    /** Where the files of this repository are that something included means, from the root. */
    List<String> paths(Tree included, SourceFile file) {
        Tree local = local(included);
        String written = local.text();
        @Nullable String path =
                written.isEmpty() || written.contains("://") ? null : Root.resolved("", written);
        if (path == null) {
            return List.of();
        }
        if (path.indexOf('*') < 0) {
            return List.of(path);
        }
        List<String> known = ofPatterns.get(path);
        if (known != null) {
            return known;
        }
        if (ofPatterns.size() == MAX_PATTERNS || path.length() > MAX_PATTERN_CHARS) {
            tellOnce(local.line(), file);
            return List.of();
        }
        Glob glob = Glob.of(path);
        List<String> found =
                blueprint.paths().stream()
                        .filter(one -> isYaml(one) && glob.matches(one))
                        .sorted()
                        .toList();
        ofPatterns.put(path, found);
        return found;
    }

    private void tellOnce(int line, SourceFile file) {
        if (!told) {
            told = true;
            file.warn(
                    line,
                    "includes by more than "
                            + MAX_PATTERNS
                            + " patterns, or by one of more than "
                            + MAX_PATTERN_CHARS
                            + " characters, which is not looked up");
        }
    }

    /** What names a file of the same repository; others are elsewhere. */
    static Tree local(Tree included) {
        return included.isMap() ? included.at("local") : included;
    }
}
