package alchemist.exchange.code;

import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JavaScript and TypeScript: an import names a file, mostly without its ending, or a package. */
final class EcmaImports implements ImportRules {
    /** What may stand behind the path that is written. */
    private static final List<String> ENDS =
            List.of(
                    "",
                    ".ts",
                    ".tsx",
                    ".mts",
                    ".cts",
                    ".js",
                    ".jsx",
                    ".mjs",
                    ".cjs",
                    ".d.ts",
                    "/index.ts",
                    "/index.tsx",
                    "/index.js",
                    "/index.jsx");

    private static final Pattern ENDING = Pattern.compile("(?:\\.d)?\\.[^./]*$");

    /** What comes with Node. */
    private static final Set<String> NODE =
            Set.of(
                    """
                    assert async_hooks buffer child_process cluster console constants crypto
                    dgram diagnostics_channel dns domain events fs http http2 https inspector
                    module net os path perf_hooks process punycode querystring readline repl
                    stream string_decoder sys timers tls trace_events tty url util v8 vm wasi
                    worker_threads zlib
                    """
                            .strip()
                            .split("\\s+", -1));

    /** What no package is called by: paths of the project itself, as its tools know them. */
    private static final Pattern PACKAGE =
            Pattern.compile("(?:@[a-zA-Z0-9][\\w.-]*/)?[a-zA-Z0-9][\\w.-]*");

    private final FilesByName files;
    private final Projects projects;

    EcmaImports(FilesByName files, Projects projects) {
        this.files = files;
        this.projects = projects;
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        CodeFile file = file(from, one.what());
        return file == null ? Set.of() : Set.of(file);
    }

    private @Nullable CodeFile file(CodeFile from, String what) {
        if (what.startsWith(".")) {
            String path = Root.resolved(from.folder(), what);
            return path == null ? null : file(path);
        }
        for (String path : projects.meant(from.folder(), what)) {
            CodeFile found = file(path);
            if (found != null) {
                return found;
            }
        }
        String name = packageOf(what);
        String folder = projects.npmFolder(from.folder(), name);
        if (folder != null) {
            for (String path : projects.offered(folder, what.substring(name.length()))) {
                CodeFile found = file(path);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable CodeFile file(String path) {
        String bare = ENDING.matcher(path).replaceFirst("");
        for (String start : List.of(path, bare)) {
            for (String end : ENDS) {
                CodeFile found = files.at(start + end);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        String what = one.what();
        return (isNode(what) || PACKAGE.matcher(packageOf(what)).matches())
                && !projects.isOwnPackage(packageOf(what))
                && file(from, what) == null;
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String name = packageOf(one.what());
        if (projects.npmFolder(from.folder(), name) != null) {
            return null; // of what it offers nothing is read here
        }
        return !isNode(one.what()) && PACKAGE.matcher(name).matches() ? Library.npm(name) : null;
    }

    private static boolean isNode(String what) {
        return what.startsWith("node:") || NODE.contains(what.split("/", -1)[0]);
    }

    /** What stands before the path in a package. */
    private static String packageOf(String what) {
        String[] parts = what.split("/", -1);
        return parts[0].startsWith("@") && parts.length > 1 ? parts[0] + "/" + parts[1] : parts[0];
    }
}
