package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rust: a use names modules, each a file or a folder, and what stands in them. */
final class RustImports implements ImportRules {
    private static final Set<String> OWN = Set.of("crate", "self", "super", "std", "core", "alloc");

    private final FilesByName files;

    RustImports(FilesByName files) {
        this.files = files;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        Set<CodeFile> found = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (String part : one.what().split("[^\\w]+", -1)) {
            names.add(part);
        }
        for (String name : names) {
            for (CodeFile file : files.named(name + ".rs")) {
                if (isNear(from, file)) {
                    found.add(file);
                }
            }
            for (CodeFile file : files.named("mod.rs")) {
                if (Root.name(file.folder()).equals(name) && isNear(from, file)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** Whether two files are of one crate, as far as their folders tell. */
    private static boolean isNear(CodeFile one, CodeFile other) {
        return crate(one.path()).equals(crate(other.path()));
    }

    private static String crate(String path) {
        int source = path.startsWith("src/") ? 0 : path.indexOf("/src/");
        return source < 0 ? Root.parent(path) : path.substring(0, source);
    }

    private static Set<String> names(String what) {
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

    @Override
    public List<Declared> named(CodeFile from, Import one) {
        return ImportRules.tops(files(from, one), names(one.what()));
    }

    @Override
    public Set<CodeFile> called(CodeFile from, Import one, String name) {
        String what = one.what();
        return names(what).contains(name) || what.endsWith("::" + name)
                ? files(from, one)
                : Set.of();
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String crate = one.what().replace("{", "").split("::", -1)[0].strip();
        boolean own = OWN.contains(crate) || !files.named(crate + ".rs").isEmpty();
        return own || crate.isEmpty() ? null : Library.crate(crate);
    }
}
