package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.PhpType.Above;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The types, functions and constants of PHP that are read together, and which of them a name means
 * where it stands: by its namespace, and what the file uses, the language leaves no choice. Several
 * may be called alike, of which one is there when the program runs.
 */
final class PhpTypes {
    /** Of more others nobody has the members. */
    private static final int MAX_LINE = 1_000;

    private static final String FUNCTION = "function ";
    private static final String CONSTANT = "const ";

    private final Projects projects;
    private final Map<Declared, PhpType> byDeclared = new LinkedHashMap<>();
    private final Map<String, List<PhpType>> byName = new HashMap<>();
    private final Map<String, List<Declared>> functions = new HashMap<>();
    private final Map<String, List<Declared>> constants = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    /** By file and kind what it calls names that it uses. */
    private final Map<CodeFile, Map<String, String>> used = new HashMap<>();

    /** By trait those that use it, once that is asked for. */
    private @Nullable Map<PhpType, List<PhpType>> users;

    PhpTypes(List<CodeFile> files, Projects projects) {
        this.projects = projects;
        for (CodeFile file : files) {
            folders.add(file.folder());
            for (Declared one : file.declared) {
                note(file, one);
            }
        }
    }

    private void note(CodeFile file, Declared one) {
        if (one.isType()) {
            PhpType type = new PhpType(one, joined(namespace(file, one), one.symbol.name()));
            byDeclared.put(one, type);
            add(byName, type.name, type);
            noteNamespace(file, one);
        } else if (one.within != null && one.within.isType()) {
            PhpType type = byDeclared.get(one.within);
            if (type != null && one.symbol.kind().isCode()) {
                type.methods.putIfAbsent(lower(one.symbol.name()), one);
            }
        } else if (one.symbol.kind() == Kind.FUNCTION || one.symbol.kind() == Kind.CONSTANT) {
            boolean code = one.symbol.kind() == Kind.FUNCTION;
            String name = joined(namespace(file, one), one.symbol.name());
            add(code ? functions : constants, name, one);
            noteNamespace(file, one);
        }
    }

    private void noteNamespace(CodeFile file, Declared one) {
        namespaces.add(lower(namespace(file, one)));
    }

    private static <T> void add(Map<String, List<T>> all, String name, T one) {
        all.computeIfAbsent(lower(name), _ -> new ArrayList<>(1)).add(one);
    }

    /** The namespace that something stands in. */
    static String namespace(CodeFile file, @Nullable Declared in) {
        for (Declared up = in; up != null; up = up.within) {
            if (up.symbol.kind() == Kind.NAMESPACE) {
                return up.symbol.name().equals("\\") ? "" : up.symbol.name();
            }
        }
        return file.outline.module();
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String joined(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "\\" + name;
    }

    /** What stands before the last name; empty for a name alone. */
    static String above(String name) {
        int last = name.lastIndexOf('\\');
        return last < 0 ? "" : name.substring(0, last);
    }

    /** All of them. */
    Iterable<PhpType> all() {
        return byDeclared.values();
    }

    /** The type that something is or stands in; null for none. */
    @Nullable PhpType around(@Nullable Declared in) {
        for (Declared up = in; up != null; up = up.within) {
            PhpType type = byDeclared.get(up);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** Whether something that is read is of a namespace, or files may be that lie here. */
    boolean isNamespace(String name) {
        return namespaces.contains(lower(name))
                || projects.composerFolders(name).stream().anyMatch(folders::contains);
    }

    /** The type that is meant by what is written in a file, within something; null for none. */
    @Nullable PhpType find(String written, CodeFile file, @Nullable Declared in) {
        return switch (lower(written)) {
            case "" -> null;
            case "self", "static", "$this" -> around(in);
            case "parent" -> {
                PhpType own = around(in);
                List<PhpType> parents = own == null ? List.of() : above(own).parents();
                yield parents.isEmpty() ? null : parents.getFirst();
            }
            default -> known(qualified(written, file, in), file);
        };
    }

    /** The type of a name that is told with its namespace. */
    @Nullable PhpType known(String name, CodeFile from) {
        return pick(
                byName.getOrDefault(lower(name), List.of()), from, one -> one.declared.file, name);
    }

    /** A name with its namespace, as it is known everywhere. */
    private String qualified(String written, CodeFile file, @Nullable Declared in) {
        if (written.startsWith("\\")) {
            return written.substring(1);
        }
        String namespace = namespace(file, in);
        int first = written.indexOf('\\');
        String head = first < 0 ? written : written.substring(0, first);
        if (first >= 0 && lower(head).equals("namespace")) {
            return joined(namespace, written.substring(first + 1));
        }
        String there = used(file).get(lower(head));
        return there == null
                ? joined(namespace, written)
                : first < 0 ? there : there + written.substring(first);
    }

    private Map<String, String> used(CodeFile file) {
        return used.computeIfAbsent(
                file,
                _ -> {
                    Map<String, String> names = new HashMap<>();
                    for (Import one : file.outline.imports()) {
                        if (!one.bound().isEmpty()) {
                            String kind = kind(one);
                            String bound = lower(one.bound().getFirst());
                            names.putIfAbsent(kind + bound, one.what().substring(kind.length()));
                        }
                    }
                    return names;
                });
    }

    private static String kind(Import one) {
        return one.what().startsWith(FUNCTION)
                ? FUNCTION
                : one.what().startsWith(CONSTANT) ? CONSTANT : "";
    }

    /** What is used by an import, whatever of. */
    static String plain(Import one) {
        return one.what().substring(kind(one).length());
    }

    /** What an import leads to that is read; null for none. */
    @Nullable CodeFile used(Import one, CodeFile from) {
        String name = plain(one);
        if (kind(one).isEmpty()) {
            PhpType type = known(name, from);
            return type == null ? null : type.declared.file;
        }
        Map<String, List<Declared>> all = kind(one).equals(FUNCTION) ? functions : constants;
        Declared found = pick(all.getOrDefault(lower(name), List.of()), from, of -> of.file, name);
        return found == null ? null : found.file;
    }

    /** The function that is meant by a name, or null. */
    @Nullable Declared function(String written, CodeFile file, @Nullable Declared in) {
        if (written.indexOf('\\') >= 0) {
            return function(qualified(written, file, in), file);
        }
        String there = used(file).get(FUNCTION + lower(written));
        if (there != null) {
            return function(there, file);
        }
        Declared beside = function(joined(namespace(file, in), written), file);
        return beside == null ? function(written, file) : beside;
    }

    private @Nullable Declared function(String name, CodeFile from) {
        return pick(functions.getOrDefault(lower(name), List.of()), from, of -> of.file, name);
    }

    /**
     * Which of several of a name is there: that of the same file, the only one, the one that lies
     * where Composer looks for it, or the only one that is for no test; null where in doubt.
     */
    private <T> @Nullable T pick(
            List<T> called, CodeFile from, Function<T, CodeFile> file, String name) {
        if (called.size() <= 1) {
            return called.isEmpty() ? null : called.getFirst();
        }
        List<T> best = only(called, one -> file.apply(one) == from);
        best = best.isEmpty() ? called : best;
        List<T> loaded = only(best, one -> projects.isLoaded(file.apply(one).path(), name));
        best = loaded.isEmpty() ? best : loaded;
        List<T> real = only(best, one -> !file.apply(one).isTest());
        best = real.isEmpty() ? best : real;
        CodeFile first = file.apply(best.getFirst());
        // Of several in one file one is there, whichever it is.
        return best.stream().allMatch(one -> file.apply(one) == first) ? best.getFirst() : null;
    }

    private static <T> List<T> only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** What stands right above a type. */
    Above above(PhpType type) {
        Above above = type.above;
        if (above == null) {
            type.above = new Above(List.of(), List.of(), List.of(), true); // until it is known
            above = looked(type);
            type.above = above;
        }
        return above;
    }

    private Above looked(PhpType type) {
        List<PhpType> traits = new ArrayList<>();
        List<PhpType> parents = new ArrayList<>();
        List<PhpType> promised = new ArrayList<>();
        boolean open = false;
        Declared declared = type.declared;
        for (String written : declared.symbol.supertypes()) {
            boolean marked = written.startsWith("&") || written.startsWith("+");
            PhpType found = find(marked ? written.substring(1) : written, declared.file, declared);
            if (found == null || found == type) {
                open = true;
            } else if (written.startsWith("&")) {
                traits.add(found);
            } else {
                (marked ? promised : parents).add(found);
            }
        }
        return new Above(traits, parents, promised, open);
    }

    /** Itself and all that it has members of, each once, in the order in which these count. */
    List<PhpType> line(PhpType type) {
        Set<PhpType> line = new LinkedHashSet<>();
        add(type, line);
        return new ArrayList<>(line);
    }

    private void add(PhpType type, Set<PhpType> line) {
        if (line.size() < MAX_LINE && line.add(type)) {
            above(type).all().forEach(one -> add(one, line));
        }
    }

    /** The method of a type by a name, also one that it takes over or inherits; null for none. */
    @Nullable Declared method(PhpType type, String name) {
        return method(type, lower(name), new HashSet<>());
    }

    private @Nullable Declared method(PhpType type, String name, Set<PhpType> seen) {
        if (!seen.add(type) || seen.size() > MAX_LINE) {
            return null;
        }
        Declared own = type.methods.get(name);
        if (own != null) {
            return own;
        }
        Declared chosen = chosen(type, name);
        if (chosen != null) {
            return chosen;
        }
        for (PhpType one : above(type).all()) {
            Declared found = method(one, name, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What a type says that a name means of its traits, or null. */
    private @Nullable Declared chosen(PhpType type, String name) {
        String told = type.declared.variables.get("::" + name);
        int points = told == null ? -1 : told.indexOf("::");
        if (told == null || points < 0) {
            return null;
        }
        String of = told.substring(0, points);
        String there = told.substring(points + 2);
        PhpType trait = of.isEmpty() ? null : find(of, type.declared.file, type.declared);
        for (PhpType one : trait == null ? above(type).traits() : List.of(trait)) {
            Declared found = method(one, there);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Those that use a trait. */
    List<PhpType> users(PhpType trait) {
        Map<PhpType, List<PhpType>> all = users;
        if (all == null) {
            all = new HashMap<>();
            for (PhpType type : byDeclared.values()) {
                for (PhpType one : above(type).traits()) {
                    all.computeIfAbsent(one, _ -> new ArrayList<>(1)).add(type);
                }
            }
            users = all;
        }
        return all.getOrDefault(trait, List.of());
    }
}
