package alchemist.exchange.code;

import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Python: an import names a module, from the files above it on, or by points from its own place.
 * Not from a folder that is a package and is imported as one: in {@code shop/pay/apprise.py},
 * {@code import apprise} is the library.
 */
final class PythonImports implements ImportRules {
    private static final String PACKAGE = "__init__.py";

    private final FilesByName files;

    /** Folders that are imported by a name that begins above them. */
    private final Set<String> packages = new HashSet<>();

    PythonImports(FilesByName files) {
        this.files = files;
        Map<String, String> outermost = new HashMap<>();
        for (CodeFile file : files.python()) {
            outermost.computeIfAbsent(file.folder(), this::outermost);
        }
        Set<String> imported = new HashSet<>();
        for (CodeFile file : files.python()) {
            for (Import one : file.outline.imports()) {
                // By points only what lies in a package can be imported.
                imported.add(
                        one.what().startsWith(".")
                                ? outermost.getOrDefault(file.folder(), "")
                                : one.what().split("\\.", -1)[0]);
            }
        }
        outermost.forEach(
                (folder, top) -> {
                    if (imported.contains(top) || imported.contains(Root.name(top))) {
                        packages.add(folder);
                    }
                });
    }

    /** The package around all packages that a folder is in; empty where it is in none. */
    private String outermost(String folder) {
        String outermost = "";
        for (String up = folder;
                !up.isEmpty() && files.at(up + "/" + PACKAGE) != null;
                up = Root.parent(up)) {
            outermost = up;
        }
        return outermost;
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    @Override
    public Set<CodeFile> files(CodeFile from, Import one) {
        Set<CodeFile> found = new LinkedHashSet<>();
        String what = one.what();
        int dots = 0;
        while (dots < what.length() && what.charAt(dots) == '.') {
            dots++;
        }
        if (dots == 0 && PythonModules.has(what.split("\\.", -1)[0])) {
            return found;
        }
        String rest = what.substring(dots).replace('.', '/');
        for (String start : starts(from, dots)) {
            String path = start.isEmpty() ? rest : rest.isEmpty() ? start : start + "/" + rest;
            CodeFile module = module(path);
            if (module == null && from.isNotebook() && dots > 0) {
                module = files.at(path + ".ipynb"); // it runs another
            }
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
     * The folders in which a name may lie: with points, one; else those above that are no packages,
     * the nearest first.
     */
    private List<String> starts(CodeFile from, int dots) {
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
            starts.removeIf(packages::contains);
        }
        return starts;
    }

    private @Nullable CodeFile module(String path) {
        CodeFile file = files.at(path + ".py");
        return file != null ? file : files.at(path + "/" + PACKAGE);
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

    /** What no file or folder here is called like, whatever folder it would be imported from. */
    @Override
    public boolean isForeign(CodeFile from, Import one) {
        String top = one.what().split("\\.", -1)[0];
        return !top.isEmpty() && files(from, one).isEmpty() && !files.isPythonModule(top);
    }

    @Override
    public @Nullable Library library(CodeFile from, Import one) {
        String what = one.what();
        String top = what.split("\\.", -1)[0];
        return what.startsWith(".") || top.isEmpty() || PythonModules.has(top)
                ? null
                : Library.pythonModule(top);
    }
}
