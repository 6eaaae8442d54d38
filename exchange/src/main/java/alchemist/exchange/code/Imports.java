package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where the imports of files lead: to other files that are read with them, or to libraries. */
final class Imports {
    private static final List<String> ECMA_ENDS =
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

    /** Of Python's own library, what is imported often. */
    private static final Set<String> PYTHON =
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

    private final Map<String, CodeFile> byPath = new HashMap<>();
    private final Map<String, List<CodeFile>> byFolder = new HashMap<>();
    private final Map<String, List<CodeFile>> byName = new HashMap<>();
    private final Map<String, List<CodeFile>> javaPackages = new HashMap<>();

    Imports(List<CodeFile> code) {
        for (CodeFile file : code) {
            byPath.put(file.path(), file);
            byFolder.computeIfAbsent(file.folder(), _ -> new ArrayList<>(1)).add(file);
            byName.computeIfAbsent(Root.name(file.path()), _ -> new ArrayList<>(1)).add(file);
            if (file.language == CodeLanguage.JAVA) {
                javaPackages
                        .computeIfAbsent(file.outline.module(), _ -> new ArrayList<>(1))
                        .add(file);
            }
        }
    }

    /** What all files of one package have in common; empty where files stand for themselves. */
    static String module(CodeFile file) {
        return switch (file.language) {
            case JAVA -> "java " + file.outline.module();
            case GO -> "go " + file.folder();
            default -> "";
        };
    }

    /** The files that an import leads to. */
    Set<CodeFile> files(CodeFile from, Import one) {
        Set<CodeFile> found = new LinkedHashSet<>();
        switch (from.language.family()) {
            case "java" -> {
                Declared type = javaType(one.what());
                if (type != null) {
                    found.add(type.file);
                }
            }
            case "ecma" -> addIfThere(ecma(from, one.what()), found);
            case "python" -> python(from, one, found);
            case "go" -> found.addAll(byFolder.getOrDefault(goFolder(one.what()), List.of()));
            case "rust" -> rust(from, one, found);
            default -> addIfThere(included(from, one.what()), found);
        }
        found.remove(from);
        return found;
    }

    private static void addIfThere(@Nullable CodeFile file, Set<CodeFile> found) {
        if (file != null) {
            found.add(file);
        }
    }

    /** What an import lets a file call by its name alone. */
    List<Declared> named(CodeFile from, Import one) {
        List<Declared> named = new ArrayList<>();
        switch (from.language.family()) {
            case "java" -> java(one.what(), named);
            case "rust" -> {
                Set<CodeFile> files = files(from, one);
                for (String name : rustNames(one.what())) {
                    tops(files, name, named);
                }
            }
            case "go" -> {}
            case "c" -> {
                for (CodeFile file : files(from, one)) {
                    for (Declared told : file.declared) {
                        if (told.within == null
                                || told.within.symbol.kind() == Outline.Kind.NAMESPACE) {
                            named.add(told);
                        }
                    }
                }
            }
            default -> {
                Set<CodeFile> files = files(from, one);
                for (String name : one.names()) {
                    tops(files, name, named);
                }
            }
        }
        return named;
    }

    private static void tops(Set<CodeFile> files, String name, List<Declared> named) {
        for (CodeFile file : files) {
            Declared top = file.top(name);
            if (top != null) {
                named.add(top);
            }
        }
    }

    /** The files that a file calls by a name of its own, such as a module. */
    Set<CodeFile> called(CodeFile from, String name) {
        Set<CodeFile> found = new LinkedHashSet<>();
        for (Import one : from.outline.imports()) {
            String what = one.what();
            boolean is =
                    switch (from.language.family()) {
                        case "python" ->
                                what.equals(name)
                                        || one.names().contains(name)
                                        || what.endsWith("." + name);
                        case "go" -> what.substring(what.lastIndexOf('/') + 1).equals(name);
                        case "rust" -> rustNames(what).contains(name) || what.endsWith("::" + name);
                        case "ecma" -> one.names().isEmpty();
                        default -> false;
                    };
            if (is && !from.language.family().equals("ecma")) {
                for (CodeFile file : files(from, one)) {
                    if (!from.language.family().equals("python")
                            || file.stem().equals(name)
                            || what.equals(name)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    /** The library that an import leads to, or null. */
    @Nullable Library library(CodeFile from, Import one) {
        String what = one.what();
        return switch (from.language.family()) {
            case "ecma" -> ecmaLibrary(what);
            case "python" -> {
                String top = what.split("\\.", -1)[0];
                yield what.startsWith(".") || top.isEmpty() || PYTHON.contains(top)
                        ? null
                        : Library.pythonModule(top);
            }
            case "go" -> {
                int slash = what.indexOf('/');
                String host = slash < 0 ? what : what.substring(0, slash);
                yield host.contains(".") ? Library.go(what) : null;
            }
            case "rust" -> {
                String crate = what.replace("{", "").split("::", -1)[0].strip();
                boolean own =
                        Set.of("crate", "self", "super", "std", "core", "alloc").contains(crate);
                yield own || crate.isEmpty() || byName.containsKey(crate + ".rs")
                        ? null
                        : Library.crate(crate);
            }
            case "java" -> {
                String module = javaPackage(what);
                yield module.startsWith("java.")
                                || module.startsWith("javax.")
                                || module.startsWith("jdk.")
                        ? null
                        : Library.javaPackage(module);
            }
            default -> null;
        };
    }

    private static @Nullable Library ecmaLibrary(String what) {
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

    // Java

    private void java(String what, List<Declared> named) {
        if (what.endsWith(".*")) {
            String inside = what.substring(0, what.length() - 2);
            for (CodeFile file : javaPackages.getOrDefault(inside, List.of())) {
                for (Declared one : file.declared) {
                    if (one.within == null) {
                        named.add(one);
                    }
                }
            }
            Declared type = javaType(inside);
            if (type != null) {
                named.addAll(type.members.values());
            }
            return;
        }
        Declared type = javaType(what);
        if (type == null) {
            return;
        }
        String last = what.substring(what.lastIndexOf('.') + 1);
        Declared member = type.members.get(last);
        named.add(type.symbol.name().equals(last) || member == null ? type : member);
    }

    /** The type that a qualified name leads to, or that holds what it leads to. */
    private @Nullable Declared javaType(String qualified) {
        String[] names = qualified.split("\\.", -1);
        for (int end = names.length - 1; end >= 1; end--) {
            String module = String.join(".", List.of(names).subList(0, end));
            for (CodeFile file : javaPackages.getOrDefault(module, List.of())) {
                Declared type = file.top(names[end]);
                for (int i = end + 1; i < names.length && type != null; i++) {
                    Declared inner = type.members.get(names[i]);
                    if (inner == null || !inner.isType()) {
                        break;
                    }
                    type = inner;
                }
                if (type != null && type.isType()) {
                    return type;
                }
            }
        }
        return null;
    }

    private static String javaPackage(String what) {
        StringBuilder module = new StringBuilder();
        for (String name : what.split("\\.", -1)) {
            if (name.equals("*") || name.isEmpty() || Character.isUpperCase(name.charAt(0))) {
                break;
            }
            module.append(module.isEmpty() ? "" : ".").append(name);
        }
        return module.toString();
    }

    // JavaScript and TypeScript

    private @Nullable CodeFile ecma(CodeFile from, String what) {
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
            for (String end : ECMA_ENDS) {
                CodeFile found = byPath.get(start + end);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    // Python

    private void python(CodeFile from, Import one, Set<CodeFile> found) {
        String what = one.what();
        int dots = 0;
        while (dots < what.length() && what.charAt(dots) == '.') {
            dots++;
        }
        String rest = what.substring(dots).replace('.', '/');
        List<String> starts = new ArrayList<>();
        if (dots > 0) {
            String folder = from.folder();
            for (int i = 1; i < dots; i++) {
                folder = Root.parent(folder);
            }
            starts.add(folder);
        } else {
            // From any folder above, the nearest first, and the usual places of sources.
            for (String up = from.folder(); ; up = Root.parent(up)) {
                starts.add(up);
                starts.add(up.isEmpty() ? "src" : up + "/src");
                if (up.isEmpty()) {
                    break;
                }
            }
        }
        for (String start : starts) {
            String path = start.isEmpty() ? rest : rest.isEmpty() ? start : start + "/" + rest;
            CodeFile module = pythonModule(path);
            boolean onlyModules = !one.names().isEmpty();
            for (String name : one.names()) {
                CodeFile inner = pythonModule(path + "/" + name);
                onlyModules &= inner != null;
                addIfThere(inner, found);
            }
            if (!onlyModules) {
                addIfThere(module, found);
            }
            if (!found.isEmpty()) {
                return;
            }
        }
    }

    private @Nullable CodeFile pythonModule(String path) {
        CodeFile file = byPath.get(path + ".py");
        return file != null ? file : byPath.get(path + "/__init__.py");
    }

    // Go

    /** The folder that is meant: the longest that the import's path ends with. */
    private String goFolder(String what) {
        String path = what;
        while (!path.isEmpty()) {
            if (holdsGo(path)) {
                return path;
            }
            int slash = path.indexOf('/');
            path = slash < 0 ? "" : path.substring(slash + 1);
        }
        return "\0";
    }

    private boolean holdsGo(String folder) {
        List<CodeFile> files = byFolder.get(folder);
        return files != null && files.getFirst().language == CodeLanguage.GO;
    }

    // Rust

    private void rust(CodeFile from, Import one, Set<CodeFile> found) {
        Set<String> names = new LinkedHashSet<>();
        for (String part : one.what().split("[^\\w]+", -1)) {
            names.add(part);
        }
        for (String name : names) {
            for (CodeFile file : byName.getOrDefault(name + ".rs", List.of())) {
                if (isNear(from, file)) {
                    found.add(file);
                }
            }
            for (CodeFile file : byName.getOrDefault("mod.rs", List.of())) {
                if (Root.name(file.folder()).equals(name) && isNear(from, file)) {
                    found.add(file);
                }
            }
        }
    }

    /** Whether two files are of one crate, as far as their folders tell. */
    private static boolean isNear(CodeFile one, CodeFile other) {
        return crate(one.path()).equals(crate(other.path()));
    }

    private static String crate(String path) {
        int source = path.startsWith("src/") ? 0 : path.indexOf("/src/");
        return source < 0 ? Root.parent(path) : path.substring(0, source);
    }

    private static Set<String> rustNames(String what) {
        Set<String> names = new TreeSet<>();
        int group = what.indexOf('{');
        if (group < 0) {
            names.add(what.substring(what.lastIndexOf(':') + 1).strip());
        } else {
            for (String part : what.substring(group).split("[^\\w]+", -1)) {
                if (!part.isEmpty()) {
                    names.add(part);
                }
            }
        }
        return names;
    }

    // C and C++

    private @Nullable CodeFile included(CodeFile from, String what) {
        String beside = Root.resolved(from.folder(), what);
        CodeFile there = beside == null ? null : byPath.get(beside);
        if (there != null) {
            return there;
        }
        String plain = what.replaceFirst("^(?:\\./)+", "");
        CodeFile only = null;
        for (CodeFile file : byName.getOrDefault(Root.name(plain), List.of())) {
            if (file.path().equals(plain) || file.path().endsWith("/" + plain)) {
                if (only != null) {
                    return null;
                }
                only = file;
            }
        }
        return only;
    }
}
