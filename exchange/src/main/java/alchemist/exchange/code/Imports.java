package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.files.Library;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the imports of files lead: to other files that are read with them, or to libraries. */
final class Imports {
    /** Through more files nobody passes a name on. */
    private static final int MAX_PASSED = 8;

    private final Map<CodeLanguage.Family, ImportRules> rules =
            new EnumMap<>(CodeLanguage.Family.class);

    /** What files pass on, by name; empty where they do not. */
    private final Map<CodeFile, Map<String, Optional<Declared>>> passed = new HashMap<>();

    Imports(List<CodeFile> code, Projects projects, CSharpNames csharp, PhpNames php) {
        FilesByName files = new FilesByName(code);
        for (CodeLanguage.Family family : CodeLanguage.Family.values()) {
            rules.put(family, ImportRules.of(family, files, projects, csharp, php));
        }
    }

    /** What all files of one package have in common; empty where files stand for themselves. */
    static String module(CodeFile file) {
        return switch (file.language) {
            case JAVA, KOTLIN -> "java " + file.outline.module();
            case GO -> "go " + file.folder();
            default -> "";
        };
    }

    /** What a file imports, also where that is said for it; of that there is no line. */
    List<Import> all(CodeFile from) {
        return of(from).all(from);
    }

    /** The files that an import leads to. */
    Set<CodeFile> files(CodeFile from, Import one) {
        return others(from, of(from).files(from, one));
    }

    /** What an import lets a file call by its name alone, by the names that the file gives it. */
    Map<String, Declared> named(CodeFile from, Import one) {
        Map<String, Declared> named = new HashMap<>();
        if (!of(from).passesOn()) {
            for (Declared what : of(from).named(from, one)) {
                named.putIfAbsent(called(from, one, what), what);
            }
            return named;
        }
        boolean each = one.names().size() == one.bound().size();
        for (CodeFile file : files(from, one)) {
            for (int n = 0; n < one.names().size(); n++) {
                String here = each ? one.bound().get(n) : one.names().get(n);
                taken(file, one.names().get(n), here, 0)
                        .ifPresent(what -> named.putIfAbsent(here, what));
            }
        }
        return named;
    }

    /**
     * What a file takes by a name from another and calls by a name of its own. Where it takes what
     * the other exports by default, and that is not known, what is called alike is meant.
     */
    private Optional<Declared> taken(CodeFile other, String there, String called, int depth) {
        Optional<Declared> offered = offered(other, there, depth);
        return offered.isEmpty() && there.equals(Outline.DEFAULT)
                ? Optional.ofNullable(other.byDefault().isEmpty() ? other.top(called) : null)
                : offered;
    }

    /** What a file calls something that it imports: Kotlin may rename it. */
    private static String called(CodeFile file, Import one, Declared what) {
        String name = what.symbol.name();
        boolean alone = one.bound().size() == 1 && one.what().endsWith("." + name);
        return alone && file.language == CodeLanguage.KOTLIN ? one.bound().getFirst() : name;
    }

    /**
     * Whether a name that a file neither declares nor takes by that name may mean what another
     * declares. Where each file or package is a world of its own, such a name is a variable, unless
     * an import leads to the other without saying what is taken from it.
     */
    boolean mayMean(CodeFile from, Declared what) {
        return switch (from.language.family()) {
            case JAVA -> from.language == CodeLanguage.JAVA || what.isType();
            case RUST, C -> true;
            case GO, CSHARP, PHP, RUBY -> false;
            case ECMA -> isGlobal(from, what.file) || isOffered(from, what);
            case PYTHON -> isOffered(from, what);
        };
    }

    /** Scripts of a web page share their names, and declarations of TypeScript tell of such. */
    private static boolean isGlobal(CodeFile from, CodeFile other) {
        return other.path().endsWith(".d.ts")
                || (from.outline.imports().isEmpty() && other.outline.imports().isEmpty());
    }

    private boolean isOffered(CodeFile from, Declared what) {
        for (Import one : from.outline.imports()) {
            for (CodeFile file : files(from, one)) {
                if (offered(file, what.symbol.name()).orElse(null) == what) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether types may stand behind a name of a file: not behind what is but a variable. */
    boolean mayHold(CodeFile file, String name) {
        return switch (file.language.family()) {
            case JAVA, CSHARP, PHP, RUBY, GO, RUST, C -> true;
            case ECMA, PYTHON ->
                    file.top(name) != null
                            || file.outline.imports().stream()
                                    .anyMatch(one -> one.bound().contains(name));
        };
    }

    /**
     * What a file lets others have by a name: what it declares so, and of Python, JavaScript and
     * TypeScript also what it takes by that name from others, such as the {@code __init__.py} or
     * {@code index.ts} of a package.
     */
    Optional<Declared> offered(CodeFile file, String name) {
        return offered(file, name, 0);
    }

    private Optional<Declared> offered(CodeFile file, String name, int depth) {
        Declared top = file.top(name);
        if (top != null || !of(file).passesOn() || depth > MAX_PASSED) {
            return Optional.ofNullable(top);
        }
        if (name.equals(Outline.DEFAULT) && !file.byDefault().isEmpty()) {
            return offered(file, file.byDefault(), depth + 1);
        }
        Map<String, Optional<Declared>> known = passed.computeIfAbsent(file, _ -> new HashMap<>());
        Optional<Declared> before = known.get(name);
        if (before == null) {
            known.put(name, Optional.empty()); // files may import each other in a circle
            before = passedOn(file, name, depth);
            known.put(name, before);
        }
        return before;
    }

    private Optional<Declared> passedOn(CodeFile file, String name, int depth) {
        for (Import one : file.outline.imports()) {
            int at = one.bound().indexOf(name);
            boolean named = one.names().size() == one.bound().size() && at >= 0;
            boolean all = one.names().isEmpty() || one.names().contains("*");
            if (named || (all && one.bound().stream().allMatch("*"::equals))) {
                String there = named ? one.names().get(at) : name;
                for (CodeFile other : files(file, one)) {
                    Optional<Declared> found = taken(other, there, name, depth + 1);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
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
