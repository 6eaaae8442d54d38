package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rust: a use names modules, each a file or a folder of one crate, and what stands in the last of
 * them. Of other crates nothing is looked for.
 */
final class RustImports implements ImportRules {
    private static final Set<String> OWN = Set.of("crate", "self", "super");
    private static final Set<String> STANDARD = Set.of("std", "core", "alloc", "proc_macro");

    /** Files that the modules of their own folder are in. */
    private static final Set<String> OF_FOLDER = Set.of("mod.rs", "lib.rs", "main.rs", "build.rs");

    /** Files that are a crate each. */
    private static final Pattern CRATES =
            Pattern.compile("(?:.*/)?(?:tests|examples|benches|src/bin)/[^/]+\\.rs");

    private final FilesByName files;
    private final Set<String> crates = new HashSet<>();

    RustImports(FilesByName files) {
        this.files = files;
        for (CodeFile library : files.named("lib.rs")) {
            crates.add(crate(library));
        }
    }

    /** The last module of a path, and the name that stands behind it, or empty. */
    private record Found(CodeFile file, String item) {}

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        Found found = find(from, one.what());
        return found == null ? Set.of() : Set.of(found.file);
    }

    @Override
    public List<Declared> named(CodeFile from, Import one) {
        Found found = find(from, one.what());
        if (found == null || found.item.isEmpty()) {
            return List.of();
        }
        if (!found.item.equals("*")) {
            Declared top = found.file.top(found.item);
            return top == null ? List.of() : List.of(top);
        }
        return found.file.tops();
    }

    @Override
    public Set<CodeFile> called(CodeFile from, Import one, String name) {
        Found found = one.bound().contains(name) ? find(from, one.what()) : null;
        return found != null && found.item.isEmpty() ? Set.of(found.file) : Set.of();
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        String first = first(one.what());
        return !OWN.contains(first) && !crates.contains(first) && !isLocal(from, one, first);
    }

    @Override
    public boolean mayBeOwn(CodeFile from, String name) {
        boolean module = Character.isLowerCase(name.charAt(0));
        return !module
                || OWN.contains(name)
                || crates.contains(name)
                || from.top(name) != null
                || find(from, name) != null
                || from.outline.imports().stream().anyMatch(one -> one.bound().contains(name));
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String crate = first(one.what());
        boolean own = OWN.contains(crate) || STANDARD.contains(crate) || isLocal(from, one, crate);
        return own || crate.isEmpty() || Character.isUpperCase(crate.charAt(0))
                ? null
                : Library.crate(crate);
    }

    private static String first(String what) {
        return what.split("::", -1)[0].strip();
    }

    /** Whether a path begins with what the file itself declares or imports. */
    private boolean isLocal(CodeFile from, Import one, String first) {
        return find(from, one.what()) != null
                || from.top(first) != null
                || from.outline.imports().stream().anyMatch(other -> binds(from, other, first));
    }

    /** Whether a path that another import leads to is known by a name. */
    private boolean binds(CodeFile from, Import other, String name) {
        String what = other.what();
        if (what.endsWith("::*")) {
            Found found = find(from, what.substring(0, what.length() - 1) + name);
            return found != null && found.item.isEmpty();
        }
        return other.bound().contains(name) && !first(what).equals(name);
    }

    private @Nullable Found find(CodeFile from, String what) {
        String[] names = what.split("::", -1);
        CodeFile file = from;
        int at = 0;
        if (names[0].equals("crate")) {
            file = root(from);
            at = 1;
        } else if (names[0].equals("self")) {
            at = 1;
        } else if (names[0].equals("super")) {
            for (; at < names.length && names[at].equals("super") && file != null; at++) {
                file = above(file);
            }
        } else if (module(inside(from), names[0]) == null) {
            boolean own = names[0].equals(crate(from));
            file = own ? files.at(Root.resolvedIn(crateFolder(from), "src/lib.rs")) : null;
            at = 1;
        }
        if (file == null) {
            return null;
        }
        while (at < names.length) {
            CodeFile module = module(inside(file), names[at]);
            if (module == null) {
                break;
            }
            file = module;
            at++;
        }
        return new Found(file, at < names.length ? names[at] : "");
    }

    private @Nullable CodeFile module(String folder, String name) {
        CodeFile file = files.at(Root.resolvedIn(folder, name + ".rs"));
        return file != null ? file : files.at(Root.resolvedIn(folder, name + "/mod.rs"));
    }

    /** The folder that the modules of a file are in. */
    private static String inside(CodeFile file) {
        boolean ofFolder = OF_FOLDER.contains(Root.name(file.path())) || isCrate(file);
        return ofFolder ? file.folder() : Root.resolvedIn(file.folder(), file.stem());
    }

    /** The module that a file's module is in, or null. */
    private @Nullable CodeFile above(CodeFile file) {
        String name = Root.name(file.path());
        if (name.equals("lib.rs") || name.equals("main.rs") || isCrate(file)) {
            return null;
        }
        String folder = name.equals("mod.rs") ? Root.parent(file.folder()) : file.folder();
        for (String end : List.of(".rs", "/mod.rs", "/lib.rs", "/main.rs")) {
            CodeFile above = files.at(folder.isEmpty() ? end.substring(1) : folder + end);
            if (above != null) {
                return above;
            }
        }
        return null;
    }

    /** The file that a file's crate begins with, or null. */
    private @Nullable CodeFile root(CodeFile file) {
        String own = Root.name(file.path());
        if (own.equals("lib.rs") || own.equals("main.rs") || isCrate(file)) {
            return file;
        }
        for (String up = file.folder(); ; up = Root.parent(up)) {
            for (String name : List.of("lib.rs", "main.rs")) {
                CodeFile root = files.at(Root.resolvedIn(up, name));
                if (root != null) {
                    return root;
                }
            }
            if (up.isEmpty() || Root.name(up).equals("src")) {
                return null;
            }
        }
    }

    private static boolean isCrate(CodeFile file) {
        String path = file.path();
        boolean inSource = path.startsWith("src/") || path.contains("/src/");
        return CRATES.matcher(path).matches() && (!inSource || path.contains("src/bin/"));
    }

    /** The folder that a file's crate is in: the one that holds its sources, tests and examples. */
    private static String crateFolder(CodeFile file) {
        for (String up = file.folder(); !up.isEmpty(); up = Root.parent(up)) {
            if (Set.of("src", "tests", "examples", "benches").contains(Root.name(up))) {
                return Root.parent(up);
            }
        }
        return "";
    }

    /** What a file's crate is called in code, as far as its folder tells. */
    private static String crate(CodeFile file) {
        return Root.name(crateFolder(file)).replace('-', '_');
    }
}
