package alchemist.exchange.code;

import alchemist.exchange.code.CSharpTypeName.Part;
import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Import;
import alchemist.exchange.code.Outline.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of C# that are read together, and which of them a name means where it stands: the
 * language leaves no choice, since a type is known by its namespace or by one that the file uses. A
 * type may have parts in several files of a project.
 */
final class CSharpTypes {
    /** Through so many types nobody inherits. */
    static final int MAX_UP = 16;

    private static final String GLOBAL = "global ";
    private static final String STATIC = "static ";

    private final Projects projects;
    private final Map<String, CSharpType> byPlace = new HashMap<>();
    private final Map<Declared, CSharpType> byPart = new LinkedHashMap<>();
    private final Map<String, List<CSharpType>> byName = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();

    /** How many types are being asked for what they extend. */
    private int asking;

    /** What all files of a project use. */
    private final Map<String, List<Import>> shared = new HashMap<>();

    private final Map<Asked, Optional<CSharpType>> known = new HashMap<>();

    /** A name where it stands. */
    private record Asked(String written, CodeFile file, @Nullable Declared in) {}

    CSharpTypes(List<CodeFile> files, Projects projects) {
        this.projects = projects;
        for (String project : projects.dotnetFolders()) {
            for (String what : projects.dotnetUsings(project)) {
                share(project, new Import(GLOBAL + what, List.of(), List.of(), 0));
            }
        }
        for (CodeFile file : files) {
            String project = project(file);
            for (Declared one : file.declared) {
                note(file, one, project);
            }
            for (Import one : file.outline.imports()) {
                if (one.what().startsWith(GLOBAL)) {
                    share(project, one);
                }
            }
        }
    }

    private void share(String project, Import one) {
        shared.computeIfAbsent(project, _ -> new ArrayList<>())
                .add(new Import(one.what(), one.names(), one.bound(), 0));
    }

    private void note(CodeFile file, Declared one, String project) {
        if (one.isType()) {
            CSharpType outer = one.within == null ? null : byPart.get(one.within);
            String namespace = namespace(file, one);
            String key = Part.key(one.symbol.name(), one.symbol.signature().typed().size());
            CSharpType type;
            if (outer != null) {
                type =
                        outer.nested.computeIfAbsent(
                                key, _ -> new CSharpType(namespace, project, outer));
            } else {
                type =
                        byPlace.computeIfAbsent(
                                project + "\0" + namespace + "\0" + key,
                                _ -> named(new CSharpType(namespace, project, null), key));
            }
            if (!type.parts.isEmpty()) {
                one.joins(type.main());
            }
            type.parts.add(one);
            byPart.put(one, type);
        } else if (one.within != null && one.symbol.kind().isCode()) {
            CSharpType type = byPart.get(one.within);
            if (type != null) {
                type.methods.computeIfAbsent(one.symbol.name(), _ -> new ArrayList<>(1)).add(one);
                one.owner = type.main();
            }
        }
    }

    private CSharpType named(CSharpType type, String key) {
        byName.computeIfAbsent(type.namespace + "\0" + key, _ -> new ArrayList<>(1)).add(type);
        for (String up = type.namespace; !up.isEmpty(); up = above(up)) {
            namespaces.add(up);
        }
        return type;
    }

    private String project(CodeFile file) {
        return projects.dotnetFolder(file.folder());
    }

    /** The namespace that something stands in. */
    static String namespace(CodeFile file, @Nullable Declared in) {
        for (Declared up = in; up != null; up = up.within) {
            if (up.symbol.kind() == Kind.NAMESPACE) {
                return up.symbol.name();
            }
        }
        return file.outline.module();
    }

    private static String above(String namespace) {
        int last = namespace.lastIndexOf('.');
        return last < 0 ? "" : namespace.substring(0, last);
    }

    /** Whether any type that is read is of a namespace, or of one in it. */
    boolean isNamespace(String name) {
        return namespaces.contains(name);
    }

    /** All of them. */
    Set<CSharpType> all() {
        return new LinkedHashSet<>(byPart.values());
    }

    /** The type that something is a part of, or that it stands in; null for none. */
    @Nullable CSharpType around(@Nullable Declared in) {
        for (Declared up = in; up != null; up = up.within) {
            CSharpType type = byPart.get(up);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** What it extends and implements, as far as that is read. */
    List<CSharpType> supertypes(CSharpType type) {
        List<CSharpType> found = type.supertypes;
        if (found == null) {
            type.supertypes = List.of(); // until they are known: types may name each other
            asking++;
            found = new ArrayList<>();
            for (Declared part : type.parts) {
                for (String written : part.symbol.supertypes()) {
                    CSharpType one = find(written, part.file, part);
                    if (one == null) {
                        type.open = true;
                    } else if (one != type && !found.contains(one)) {
                        found.add(one);
                    }
                }
            }
            type.supertypes = found;
            asking--;
        }
        return found;
    }

    /** Itself, and what it inherits from, level by level. */
    List<CSharpType> line(CSharpType type) {
        List<CSharpType> known = type.line;
        if (known == null) {
            known = inherited(type);
            type.line = asking == 0 ? known : null;
        }
        return known;
    }

    private List<CSharpType> inherited(CSharpType type) {
        Set<CSharpType> line = new LinkedHashSet<>(List.of(type));
        List<CSharpType> level = List.of(type);
        for (int up = 0; up < MAX_UP && !level.isEmpty(); up++) {
            List<CSharpType> above = new ArrayList<>();
            for (CSharpType one : level) {
                for (CSharpType other : supertypes(one)) {
                    if (line.add(other)) {
                        above.add(other);
                    }
                }
            }
            level = above;
        }
        return List.copyOf(line);
    }

    /** Whether a type inherits from others than those that are read. */
    boolean isOpen(CSharpType type) {
        return line(type).stream().anyMatch(one -> one.open);
    }

    /** The type that is meant by what is written in a file, within something; null for none. */
    @Nullable CSharpType find(String written, CodeFile file, @Nullable Declared in) {
        CSharpTypeName name = CSharpTypeName.of(written);
        if (name == null || name.isArray() || isParameter(written, in)) {
            return null;
        }
        Declared around = in;
        while (around != null && around.symbol.kind().isCode()) {
            around = around.within;
        }
        Asked asked = new Asked(written, file, around);
        Optional<CSharpType> before = known.get(asked);
        if (before == null) {
            before = Optional.ofNullable(find(name.parts(), file, around));
            known.put(asked, before);
        }
        return before.orElse(null);
    }

    /** Whether a name stands for a type that some code or type around is given. */
    static boolean isParameter(String name, @Nullable Declared in) {
        for (Declared up = in; up != null; up = up.within) {
            if (up.symbol.signature().typed().contains(name)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable CSharpType find(List<Part> parts, CodeFile file, @Nullable Declared in) {
        String key = parts.getFirst().key();
        for (Declared up = in; up != null; up = up.within) {
            CSharpType around = byPart.get(up);
            if (around != null) {
                CSharpType inner = inner(around, key);
                if (inner != null) {
                    return inside(inner, parts, 1);
                }
            }
        }
        String namespace = namespace(file, in);
        while (true) {
            CSharpType there = nearest(namespace, key, file);
            if (there != null) {
                return inside(there, parts, 1);
            }
            String longer = joined(namespace, parts.getFirst().name());
            if (parts.size() > 1 && namespaces.contains(longer)) {
                return ofNamespace(longer, parts, file);
            }
            if (namespace.isEmpty()) {
                return used(parts, file);
            }
            namespace = above(namespace);
        }
    }

    private static String joined(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "." + name;
    }

    /** A type that stands in another, or in one that this inherits from. */
    private @Nullable CSharpType inner(CSharpType type, String key) {
        for (CSharpType one : line(type)) {
            CSharpType inner = one.nested.get(key);
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private @Nullable CSharpType inside(CSharpType type, List<Part> parts, int from) {
        CSharpType found = type;
        for (int i = from; i < parts.size() && found != null; i++) {
            found = inner(found, parts.get(i).key());
        }
        return found;
    }

    /** What is told by a namespace, of which the first name is passed. */
    private @Nullable CSharpType ofNamespace(String first, List<Part> parts, CodeFile file) {
        String namespace = first;
        for (int i = 1; i < parts.size(); i++) {
            CSharpType type = nearest(namespace, parts.get(i).key(), file);
            if (type != null) {
                return inside(type, parts, i + 1);
            }
            namespace = joined(namespace, parts.get(i).name());
            if (!namespaces.contains(namespace)) {
                return null;
            }
        }
        return null;
    }

    /** What a file takes by other names, or from the namespaces that it uses. */
    private @Nullable CSharpType used(List<Part> parts, CodeFile file) {
        Part first = parts.getFirst();
        Set<CSharpType> found = new LinkedHashSet<>();
        for (Import one : imports(file)) {
            String what = plain(one);
            if (!one.bound().isEmpty()) {
                if (one.bound().getFirst().equals(first.name())) {
                    CSharpType type = qualified(what, file);
                    return type == null ? null : inside(type, parts, 1);
                }
            } else if (isStatic(one)) {
                CSharpType type = qualified(what, file);
                CSharpType inner = type == null ? null : inner(type, first.key());
                if (inner != null) {
                    found.add(inner);
                }
            } else {
                for (String namespace : meant(what, file)) {
                    CSharpType type = nearest(namespace, first.key(), file);
                    if (type != null) {
                        found.add(type);
                    }
                }
            }
        }
        return found.size() == 1 ? inside(found.iterator().next(), parts, 1) : null;
    }

    /** What a file uses, also as all of its project do; of the latter there is no line. */
    List<Import> imports(CodeFile file) {
        List<Import> own = file.outline.imports();
        List<Import> all = shared.get(project(file));
        if (all == null) {
            return own;
        }
        List<Import> both = new ArrayList<>(own);
        for (Import one : all) {
            if (own.stream().noneMatch(other -> other.what().equals(one.what()))) {
                both.add(one);
            }
        }
        return both;
    }

    static boolean isStatic(Import one) {
        return one.what().startsWith(STATIC) || one.what().startsWith(GLOBAL + STATIC);
    }

    /** What is named, without how it is used. */
    static String plain(Import one) {
        String what = one.what();
        what = what.startsWith(GLOBAL) ? what.substring(GLOBAL.length()) : what;
        return what.startsWith(STATIC) ? what.substring(STATIC.length()) : what;
    }

    /** The namespaces that one may mean, which may be told from where the file's own begins. */
    List<String> meant(String what, CodeFile file) {
        List<String> meant = new ArrayList<>();
        for (String up = file.outline.module(); ; up = above(up)) {
            String one = joined(up, what);
            if (namespaces.contains(one)) {
                meant.add(one);
                return meant;
            }
            if (up.isEmpty()) {
                return meant;
            }
        }
    }

    /** The type that a qualified name leads to, or null. */
    @Nullable CSharpType qualified(String written, CodeFile file) {
        CSharpTypeName name = CSharpTypeName.of(written);
        if (name == null || name.isArray()) {
            return null;
        }
        CSharpType alone = nearest("", name.parts().getFirst().key(), file);
        if (alone != null) {
            return inside(alone, name.parts(), 1);
        }
        for (String up = file.outline.module(); ; up = above(up)) {
            String first = joined(up, name.parts().getFirst().name());
            if (namespaces.contains(first)) {
                CSharpType type = ofNamespace(first, name.parts(), file);
                if (type != null) {
                    return type;
                }
            }
            if (up.isEmpty()) {
                return null;
            }
        }
    }

    /** The types of a namespace that may be meant by a name: those of the same project. */
    private @Nullable CSharpType nearest(String namespace, String key, CodeFile file) {
        List<CSharpType> there = byName.getOrDefault(namespace + "\0" + key, List.of());
        if (there.size() <= 1) {
            return there.isEmpty() ? null : there.getFirst();
        }
        String project = project(file);
        Set<String> seen = projects.dotnetReferences(project);
        List<CSharpType> referenced = new ArrayList<>();
        for (CSharpType one : there) {
            if (one.project.equals(project)) {
                return one;
            }
            if (seen.contains(one.project)) {
                referenced.add(one);
            }
        }
        return referenced.size() == 1 ? referenced.getFirst() : null;
    }

    /** The namespaces whose types a place may name alone. */
    Set<String> seen(CodeFile file, @Nullable Declared in) {
        Set<String> seen = new HashSet<>();
        for (String up = namespace(file, in); !up.isEmpty(); up = above(up)) {
            seen.add(up);
        }
        seen.add("");
        for (Import one : imports(file)) {
            if (one.bound().isEmpty() && !isStatic(one)) {
                seen.addAll(meant(plain(one), file));
            }
        }
        return seen;
    }
}
