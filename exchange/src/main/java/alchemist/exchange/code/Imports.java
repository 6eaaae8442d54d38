package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the imports of files lead: to other files that are read with them, or to libraries. */
final class Imports {
    private final Map<CodeLanguage.Family, ImportRules> rules =
            new EnumMap<>(CodeLanguage.Family.class);

    Imports(List<CodeFile> code, Projects projects) {
        FilesByName files = new FilesByName(code);
        for (CodeLanguage.Family family : CodeLanguage.Family.values()) {
            rules.put(family, ImportRules.of(family, files, projects));
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
        return others(from, of(from).files(from, one));
    }

    /** What an import lets a file call by its name alone. */
    List<Declared> named(CodeFile from, Import one) {
        return of(from).named(from, one);
    }

    /** The files that a file calls by a name of its own, such as a module. */
    Set<CodeFile> called(CodeFile from, String name) {
        Set<CodeFile> found = new LinkedHashSet<>();
        for (Import one : from.outline.imports()) {
            found.addAll(of(from).called(from, one, name));
        }
        return others(from, found);
    }

    /** The names by which a file calls what others wrote, as far as its imports say so. */
    Set<String> foreign(CodeFile from) {
        Set<String> names = new HashSet<>();
        ImportRules rules = of(from);
        for (Import one : from.outline.imports()) {
            if (rules.isForeign(from, one)) {
                names.addAll(rules.bound(from, one));
            }
        }
        return names;
    }

    /** Whether a path may lead to what is read here that begins with a name in a file. */
    boolean mayBeOwn(CodeFile from, String name) {
        return of(from).mayBeOwn(from, name);
    }

    /** The library that an import leads to, or null. */
    @Nullable Library library(CodeFile from, Import one) {
        return of(from).library(from, one);
    }

    private ImportRules of(CodeFile file) {
        ImportRules known = rules.get(file.language.family());
        if (known == null) {
            throw new IllegalStateException("no rules of " + file.language.family());
        }
        return known;
    }

    /** A file that imports itself imports nothing. */
    private static Set<CodeFile> others(CodeFile from, Set<CodeFile> files) {
        Set<CodeFile> others = new LinkedHashSet<>(files);
        others.remove(from);
        return others;
    }
}
