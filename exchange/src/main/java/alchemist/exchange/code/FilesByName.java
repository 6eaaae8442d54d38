package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.files.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of code that are read together, as imports name them. */
final class FilesByName {
    private final Map<String, CodeFile> byPath = new HashMap<>();
    private final Map<String, List<CodeFile>> byFolder = new HashMap<>();
    private final Map<String, List<CodeFile>> byName = new HashMap<>();
    private final Map<String, List<CodeFile>> javaPackages = new HashMap<>();
    private final Map<String, List<Declared>> functions = new HashMap<>();
    private final Set<String> pythonModules = new HashSet<>();
    private final List<CodeFile> python = new ArrayList<>();

    FilesByName(List<CodeFile> code) {
        for (CodeFile file : code) {
            byPath.put(file.path(), file);
            add(byFolder, file.folder(), file);
            add(byName, Root.name(file.path()), file);
            if (file.language.family() == CodeLanguage.Family.JAVA) {
                add(javaPackages, file.outline.module(), file);
                addFunctions(file);
            }
            if (file.language == CodeLanguage.PYTHON) {
                python.add(file);
                if (!file.isNotebook()) {
                    pythonModules.add(file.stem());
                    pythonModules.addAll(List.of(file.folder().split("/", -1)));
                }
            }
        }
    }

    private void addFunctions(CodeFile file) {
        for (Declared one : file.declared) {
            if (one.within == null && one.symbol.kind() == Outline.Kind.FUNCTION) {
                add(functions, file.outline.module() + "." + one.symbol.name(), one);
            }
        }
    }

    private static <T> void add(Map<String, List<T>> all, String key, T one) {
        all.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(one);
    }

    @Nullable CodeFile at(String path) {
        return byPath.get(path);
    }

    /** Those that lie in a folder, and in none below it. */
    List<CodeFile> in(String folder) {
        return byFolder.getOrDefault(folder, List.of());
    }

    /** Those of a name, in whatever folder. */
    List<CodeFile> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Those of Python. */
    List<CodeFile> python() {
        return python;
    }

    /** Whether a file of Python, or a folder that one lies in, is called so. */
    boolean isPythonModule(String name) {
        return pythonModules.contains(name);
    }

    List<CodeFile> ofJavaPackage(String name) {
        return javaPackages.getOrDefault(name, List.of());
    }

    /** The functions that stand in no type of Java and Kotlin, by a qualified name. */
    List<Declared> javaFunctions(String qualified) {
        return functions.getOrDefault(qualified, List.of());
    }
}
