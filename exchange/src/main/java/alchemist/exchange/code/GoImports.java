package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Go: an import names a package, which is a folder of a module; what is in it is called by the
 * package's name, or by the one that the import gives it.
 */
final class GoImports implements ImportRules {
    /** The version that a path ends with, which is no part of the package's name. */
    private static final Pattern VERSION = Pattern.compile("(.+?)(?:/v\\d+|\\.v\\d+)");

    private final FilesByName files;
    private final Projects projects;

    /** The names of packages by the paths that import them: every call asks for them. */
    private final Map<String, List<String>> packages = new HashMap<>();

    GoImports(FilesByName files, Projects projects) {
        this.files = files;
        this.projects = projects;
    }

    /** Those of the package; its tests are no part of what others import. */
    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        Set<CodeFile> found = new LinkedHashSet<>();
        String folder = folder(one.what());
        for (CodeFile file : folder == null ? List.<CodeFile>of() : files.in(folder)) {
            if (file.language == CodeLanguage.GO && !file.path().endsWith("_test.go")) {
                found.add(file);
            }
        }
        return found;
    }

    @Override
    public List<Declared> named(CodeFile from, Import one) {
        List<Declared> named = new ArrayList<>();
        if (one.bound().contains(".")) {
            for (CodeFile file : files(from, one)) {
                named.addAll(file.tops());
            }
        }
        return named;
    }

    @Override
    public List<String> bound(CodeFile from, Import one) {
        return one.bound().isEmpty()
                ? packages.computeIfAbsent(one.what(), _ -> List.of(packageOf(from, one)))
                : one.bound();
    }

    /** What a package calls itself, or most likely does. */
    private String packageOf(CodeFile from, Import one) {
        for (CodeFile file : files(from, one)) {
            if (!file.outline.module().isEmpty()) { // of what is generated nothing is told
                return file.outline.module();
            }
        }
        String what = one.what();
        Matcher version = VERSION.matcher(what);
        String path = version.matches() ? version.group(1) : what;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public Set<CodeFile> called(CodeFile from, Import one, String name) {
        return bound(from, one).contains(name) ? files(from, one) : Set.of();
    }

    @Override
    public boolean isForeign(CodeFile from, Import one) {
        return files(from, one).isEmpty();
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String what = one.what();
        int slash = what.indexOf('/');
        String host = slash < 0 ? what : what.substring(0, slash);
        return host.contains(".") && projects.goFolder(what) == null ? Library.go(what) : null;
    }

    /**
     * The folder that is meant, or null: by the modules that lie here; where there are none, the
     * longest that the import's path ends with.
     */
    private @Nullable String folder(String what) {
        if (projects.haveGoModules()) {
            return projects.goFolder(what);
        }
        String path = what;
        while (!path.isEmpty()) {
            if (holdsGo(path)) {
                return path;
            }
            int slash = path.indexOf('/');
            path = slash < 0 ? "" : path.substring(slash + 1);
        }
        return null;
    }

    private boolean holdsGo(String folder) {
        return files.in(folder).stream().anyMatch(file -> file.language == CodeLanguage.GO);
    }
}
