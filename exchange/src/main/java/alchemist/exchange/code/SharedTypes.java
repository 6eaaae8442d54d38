package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Import;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which types names mean in languages that share their rules for it, and what these types extend
 * and implement.
 */
final class SharedTypes {
    private static final int MAX_UP = 8;

    private final Imports imports;
    private final Map<String, List<Declared>> types = new HashMap<>();

    /** Types and functions of one package, by name. */
    private final Map<String, Declared> ofModule = new HashMap<>();

    private final Map<CodeFile, Map<String, Declared>> imported = new HashMap<>();

    /** Code of other types that a file of Java or Kotlin imports by the same name. */
    private final Map<CodeFile, Map<String, List<Declared>>> alsoImported = new HashMap<>();

    /** What each file calls what others wrote. */
    private final Map<CodeFile, Set<String>> foreign = new HashMap<>();

    private final Map<Declared, List<Declared>> supertypes = new HashMap<>();

    SharedTypes(List<CodeFile> code, Imports imports) {
        this.imports = imports;
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                note(file, one);
            }
        }
        for (CodeFile file : code) {
            if (!Names.hasOwn(file)) {
                imported.put(file, importedBy(file));
                foreign.put(file, imports.foreign(file));
            }
        }
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                adopt(file, one);
            }
        }
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                if (one.isType() && !Names.hasOwn(file)) {
                    supertypes.put(one, supertypesOf(file, one));
                }
            }
        }
    }

    private void note(CodeFile file, Declared one) {
        if (one.isInner() || Names.hasOwn(file)) {
            return;
        }
        if (one.isType()) {
            types.computeIfAbsent(key(file, one.symbol.name()), _ -> new ArrayList<>(1)).add(one);
        }
        if (one.isTop() && !Imports.module(file).isEmpty()) {
            ofModule.putIfAbsent(Imports.module(file) + "\0" + one.symbol.name(), one);
        }
    }

    /** The key of what is called so in the languages that are read together with that of a file. */
    static String key(CodeFile file, String name) {
        return file.language.family() + "\0" + name;
    }

    /** Finds the type that a method stands outside of. */
    private void adopt(CodeFile file, Declared one) {
        if (!one.symbol.owner().isEmpty()) {
            Meaning type = known(file, one.symbol.owner());
            if (type != null) {
                one.owner = type.what();
                type.what().members.putIfAbsent(one.symbol.name(), one);
            }
        }
    }

    static boolean isJvm(CodeFile file) {
        return file.language.family() == CodeLanguage.Family.JAVA;
    }

    private @Nullable Meaning local(CodeFile file, String name) {
        Declared here = file.type(name);
        if (here != null) {
            return new Meaning(here, true);
        }
        Declared beside = beside(file, name);
        return beside != null
                        && beside.isType()
                        && beside.file.language.family() == file.language.family()
                ? new Meaning(beside, true)
                : null;
    }

    /** The type that a name means by what the file says itself. */
    private @Nullable Meaning known(CodeFile file, String name) {
        Meaning local = local(file, name);
        if (local != null) {
            return local;
        }
        Declared there = imported(file, name);
        return there != null && there.isType() ? new Meaning(there, true) : null;
    }

    private Map<String, Declared> importedBy(CodeFile file) {
        Map<String, Declared> names = new HashMap<>();
        for (Import one : file.outline.imports()) {
            imports.named(file, one)
                    .forEach(
                            (name, there) -> {
                                Declared before = names.putIfAbsent(name, there);
                                if (before != null && isJvm(file) && before.owner != there.owner) {
                                    alsoImported
                                            .computeIfAbsent(file, _ -> new HashMap<>())
                                            .computeIfAbsent(name, _ -> new ArrayList<>(1))
                                            .add(there);
                                }
                            });
        }
        return names;
    }

    /** What a file imports by a name, or null. */
    @Nullable Declared imported(CodeFile file, String name) {
        return imported.getOrDefault(file, Map.of()).get(name);
    }

    /** What else it imports by that name, of other types. */
    List<Declared> alsoImported(CodeFile file, String name) {
        return alsoImported.getOrDefault(file, Map.of()).getOrDefault(name, List.of());
    }

    /** What the package of a file has by a name, or null. */
    @Nullable Declared beside(CodeFile file, String name) {
        return ofModule.get(Imports.module(file) + "\0" + name);
    }

    private List<Declared> supertypesOf(CodeFile file, Declared type) {
        List<Declared> found = new ArrayList<>();
        for (String name : type.symbol.supertypes()) {
            Meaning meaning = type(name.startsWith("+") ? name.substring(1) : name, file);
            if (meaning != null && meaning.what() != type) {
                found.add(meaning.what());
            }
        }
        return found;
    }

    /** What the name of a type means at a place in a file, or null. */
    @Nullable Meaning type(String written, @Nullable Declared in, CodeFile file) {
        return type(written, in == null ? file : in.file);
    }

    /** What the name of a type means in a file, or null. */
    @Nullable Meaning type(String written, CodeFile file) {
        String last = last(written);
        String qualifier = qualifier(written.substring(0, written.length() - last.length()));
        String name = last.strip();
        boolean elsewhere = isElsewhere(written, file);
        if (elsewhere && !qualifier.isEmpty()) {
            return null;
        }
        if (!qualifier.isEmpty() && file.language == CodeLanguage.GO) {
            return ofPackage(qualifier, name, file);
        }
        int point = written.length() - last.length() - 1;
        boolean isNested = isJvm(file) && point > 0 && written.charAt(point) == '.';
        if (isNested && !qualifier.isEmpty() && Character.isUpperCase(qualifier.charAt(0))) {
            return nested(type(written.substring(0, point), file), name);
        }
        Meaning known = known(file, name);
        if (known != null || elsewhere) {
            return known;
        }
        List<Declared> called = reachable(types, name, file);
        return called.size() == 1
                        && name.length() > 2
                        && (qualifier.isEmpty()
                                ? imports.mayMean(file, called.getFirst())
                                : imports.mayHold(file, qualifier))
                ? new Meaning(called.getFirst(), false)
                : null;
    }

    /** The type of a name that stands in another, or in what that extends; else null. */
    private @Nullable Meaning nested(@Nullable Meaning outer, String name) {
        Declared inner = outer == null ? null : member(outer.what(), name);
        return outer != null && inner != null && inner.isType()
                ? new Meaning(inner, outer.exact())
                : null;
    }

    /** The name of a type without what stands before it. */
    private static String last(String written) {
        String name = written;
        for (String mark : List.of(".", "::", "*", "&")) {
            int last = name.lastIndexOf(mark);
            name = last < 0 ? name : name.substring(last + mark.length());
        }
        return name;
    }

    /** Whether a file says of a type that others wrote it. */
    boolean isElsewhere(String written, CodeFile file) {
        if (written.isEmpty()) {
            return false;
        }
        String last = last(written);
        String qualifier = qualifier(written.substring(0, written.length() - last.length()));
        return qualifier.isEmpty()
                ? isForeign(last.strip(), file)
                : isForeign(qualifier, file) || !imports.mayBeOwn(file, qualifier);
    }

    /** The first name of those that stand before a point, or empty. */
    static String qualifier(String before) {
        if (!before.endsWith(".") && !before.endsWith("::")) {
            return "";
        }
        int end = before.length();
        int from = end;
        while (from > 0 && isOfName(before.charAt(from - 1))) {
            from--;
        }
        int first = from;
        while (first < end && ".:".indexOf(before.charAt(first)) < 0) {
            first++;
        }
        return before.substring(from, first);
    }

    /** The type of a package of Go that is known in a file by a name, or null. */
    private @Nullable Meaning ofPackage(String name, String type, CodeFile file) {
        for (CodeFile one : imports.called(file, name)) {
            Declared top = one.top(type);
            if (top != null && top.isType()) {
                return new Meaning(top, true);
            }
        }
        return null;
    }

    boolean isForeign(String name, CodeFile file) {
        return foreign.getOrDefault(file, Set.of()).contains(name);
    }

    /** What is called so, but for what stands in another notebook that the file does not run. */
    List<Declared> reachable(Map<String, List<Declared>> named, String name, CodeFile file) {
        List<Declared> called = named.getOrDefault(key(file, name), List.of());
        return called.stream().noneMatch(one -> one.file.isNotebook())
                ? called
                : called.stream()
                        .filter(
                                one ->
                                        !one.file.isNotebook()
                                                || one.file == file
                                                || imports.mayMean(file, one))
                        .toList();
    }

    /** The type that something stands in, or null. */
    static @Nullable Declared typeOf(@Nullable Declared in) {
        for (Declared up = in; up != null; up = up.owner) {
            if (up.isType()) {
                return up;
            }
        }
        return null;
    }

    /** A member of a type, or of what it extends. */
    @Nullable Declared member(Declared type, String name) {
        for (Declared one : line(type)) {
            Declared member = one.members.get(name);
            if (member != null) {
                return member;
            }
        }
        return null;
    }

    /** What a type extends and implements, as far as that is read. */
    List<Declared> supertypes(Declared type) {
        return supertypes.getOrDefault(type, List.of());
    }

    /** A type and what it extends and implements, the nearest first. */
    List<Declared> line(Declared type) {
        Set<Declared> line = new LinkedHashSet<>();
        List<Declared> level = List.of(type);
        for (int up = 0; up < MAX_UP && !level.isEmpty(); up++) {
            List<Declared> above = new ArrayList<>();
            for (Declared one : level) {
                if (line.add(one)) {
                    above.addAll(supertypes(one));
                }
            }
            level = above;
        }
        return List.copyOf(line);
    }

    /** Whether all that a type extends and implements is known. */
    boolean isWhole(Declared type) {
        return line(type).stream().allMatch(one -> unknown(one).isEmpty());
    }

    /** Whether it extends and implements nothing that may be read here without being known. */
    boolean isClosed(Declared type) {
        return line(type).stream()
                .flatMap(one -> unknown(one).stream())
                .noneMatch(name -> types.containsKey(key(type.file, last(name))));
    }

    /** What a type extends and implements of which it is not known what that is. */
    private List<String> unknown(Declared type) {
        List<String> written = type.symbol.supertypes();
        if (supertypes(type).size() == written.size()) {
            return List.of();
        }
        return written.stream()
                .map(name -> name.startsWith("+") ? name.substring(1) : name)
                .filter(name -> type(name, type.file) == null)
                .toList();
    }

    /** Whether a text is a name, or several with points between them. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(SharedTypes::isOfName);
    }

    private static boolean isOfName(int c) {
        return Character.isLetterOrDigit(c) || "_$.:".indexOf(c) >= 0;
    }
}
