package alchemist.exchange.code;

import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Python: an import names a module, from the files above it on, or by points from its own place.
 */
final class PythonImports implements ImportRules {
    /** Of Python's own library, what is imported often. */
    private static final Set<String> OWN =
            Set.of(
                    "__future__",
                    "abc",
                    "argparse",
                    "array",
                    "ast",
                    "asyncio",
                    "base64",
                    "bisect",
                    "builtins",
                    "collections",
                    "concurrent",
                    "configparser",
                    "contextlib",
                    "copy",
                    "csv",
                    "ctypes",
                    "dataclasses",
                    "datetime",
                    "decimal",
                    "difflib",
                    "email",
                    "enum",
                    "errno",
                    "fnmatch",
                    "fractions",
                    "functools",
                    "gc",
                    "getpass",
                    "glob",
                    "gzip",
                    "hashlib",
                    "heapq",
                    "hmac",
                    "html",
                    "http",
                    "importlib",
                    "inspect",
                    "io",
                    "ipaddress",
                    "itertools",
                    "json",
                    "linecache",
                    "locale",
                    "logging",
                    "math",
                    "mimetypes",
                    "multiprocessing",
                    "numbers",
                    "operator",
                    "os",
                    "pathlib",
                    "pickle",
                    "pkgutil",
                    "platform",
                    "pprint",
                    "queue",
                    "random",
                    "re",
                    "secrets",
                    "select",
                    "shlex",
                    "shutil",
                    "signal",
                    "socket",
                    "sqlite3",
                    "ssl",
                    "stat",
                    "statistics",
                    "string",
                    "struct",
                    "subprocess",
                    "sys",
                    "sysconfig",
                    "tarfile",
                    "tempfile",
                    "textwrap",
                    "threading",
                    "time",
                    "timeit",
                    "tokenize",
                    "traceback",
                    "types",
                    "typing",
                    "unicodedata",
                    "unittest",
                    "urllib",
                    "uuid",
                    "warnings",
                    "weakref",
                    "xml",
                    "zipfile",
                    "zlib",
                    "zoneinfo");

    private final FilesByName files;

    PythonImports(FilesByName files) {
        this.files = files;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        Set<CodeFile> found = new LinkedHashSet<>();
        String what = one.what();
        int dots = 0;
        while (dots < what.length() && what.charAt(dots) == '.') {
            dots++;
        }
        String rest = what.substring(dots).replace('.', '/');
        for (String start : starts(from, dots)) {
            String path = start.isEmpty() ? rest : rest.isEmpty() ? start : start + "/" + rest;
            CodeFile module = module(path);
            boolean onlyModules = !one.names().isEmpty();
            for (String name : one.names()) {
                CodeFile inner = module(path + "/" + name);
                onlyModules &= inner != null;
                if (inner != null) {
                    found.add(inner);
                }
            }
            if (!onlyModules && module != null) {
                found.add(module);
            }
            if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    /**
     * The folders in which a name may lie: with points, one; else those above, the nearest first.
     */
    private static List<String> starts(CodeFile from, int dots) {
        List<String> starts = new ArrayList<>();
        if (dots > 0) {
            String folder = from.folder();
            for (int i = 1; i < dots; i++) {
                folder = Root.parent(folder);
            }
            starts.add(folder);
        } else {
            // And the usual places of sources.
            for (String up = from.folder(); ; up = Root.parent(up)) {
                starts.add(up);
                starts.add(up.isEmpty() ? "src" : up + "/src");
                if (up.isEmpty()) {
                    break;
                }
            }
        }
        return starts;
    }

    private @Nullable CodeFile module(String path) {
        CodeFile file = files.at(path + ".py");
        return file != null ? file : files.at(path + "/__init__.py");
    }

    @Override
    public Set<CodeFile> called(CodeFile from, Import one, String name) {
        Set<CodeFile> found = new LinkedHashSet<>();
        String what = one.what();
        if (what.equals(name) || what.endsWith("." + name) || one.names().contains(name)) {
            for (CodeFile file : files(from, one)) {
                if (file.stem().equals(name) || what.equals(name)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String what = one.what();
        String top = what.split("\\.", -1)[0];
        return what.startsWith(".") || top.isEmpty() || OWN.contains(top)
                ? null
                : Library.pythonModule(top);
    }
}
