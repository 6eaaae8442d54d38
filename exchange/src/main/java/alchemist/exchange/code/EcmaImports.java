package alchemist.exchange.code;

import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.List;
import java.util.Set;
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

    /** What comes with Node. */
    private static final Set<String> NODE =
            Set.of(
                    "assert",
                    "async_hooks",
                    "buffer",
                    "child_process",
                    "cluster",
                    "console",
                    "crypto",
                    "dns",
                    "events",
                    "fs",
                    "http",
                    "http2",
                    "https",
                    "module",
                    "net",
                    "os",
                    "path",
                    "perf_hooks",
                    "process",
                    "querystring",
                    "readline",
                    "stream",
                    "string_decoder",
                    "test",
                    "timers",
                    "tls",
                    "tty",
                    "url",
                    "util",
                    "v8",
                    "vm",
                    "worker_threads",
                    "zlib");

    private final FilesByName files;

    EcmaImports(FilesByName files) {
        this.files = files;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        CodeFile file = file(from, one.what());
        return file == null ? Set.of() : Set.of(file);
    }

    private @Nullable CodeFile file(CodeFile from, String what) {
        if (!what.startsWith(".")) {
            return null;
        }
        String path = Root.resolved(from.folder(), what);
        if (path == null) {
            return null;
        }
        int point = path.lastIndexOf('.');
        String bare = point > path.lastIndexOf('/') ? path.substring(0, point) : path;
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
    public @Nullable Library library(CodeFile from, Import one) {
        String what = one.what();
        if (what.startsWith(".")
                || what.startsWith("/")
                || what.startsWith("#")
                || what.startsWith("@/")) {
            return null;
        }
        int colon = what.indexOf(':');
        String plain = colon < 0 ? what : what.substring(colon + 1);
        String[] parts = plain.split("/", -1);
        if (NODE.contains(parts[0]) || colon >= 0) {
            return null;
        }
        boolean scoped = parts[0].startsWith("@") && parts.length > 1;
        return Library.npm(scoped ? parts[0] + "/" + parts[1] : parts[0]);
    }
}
