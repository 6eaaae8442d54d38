package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.RubyType.Above;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes and modules of Ruby that are read together, and which of them a name means where it
 * stands. All that open one of a name in a project are parts of it; tests open their own.
 */
final class RubyTypes {
    /** Of more others nobody has the members. */
    private static final int MAX_LINE = 500;

    private final Projects projects;
    private final Map<String, RubyType> byPlace = new LinkedHashMap<>();
    private final Map<String, List<RubyType>> byName = new HashMap<>();
    private final Map<Declared, RubyType> byPart = new HashMap<>();
    private final Map<String, List<Declared>> functions = new HashMap<>();
    private @Nullable Map<RubyType, List<RubyType>> users;

    RubyTypes(List<CodeFile> files, Projects projects) {
        this.projects = projects;
        for (boolean tests : new boolean[] {false, true}) {
            for (CodeFile file : files) {
                if (file.isTest() == tests) {
                    file.declared.forEach(one -> note(file, one));
                }
            }
        }
        byPlace.values().forEach(this::adopt);
    }

    private void note(CodeFile file, Declared one) {
        RubyType outer = around(one.within);
        if (one.isType()) {
            String before = one.symbol.owner();
            String after = one.symbol.name();
            String written =
                    before.isEmpty() || before.equals("::")
                            ? before + after
                            : joined(before, after);
            String name =
                    outer == null || written.startsWith("::")
                            ? written.replaceFirst("^::", "")
                            : joined(outer.name, written);
            RubyType type = place(name, file);
            if (!type.parts.isEmpty()) {
                one.joins(type.main());
            }
            type.parts.add(one);
            byPart.put(one, type);
            one.variables.forEach((key, told) -> noteAlias(type, key, told));
        } else if (outer != null && one.symbol.kind().isCode()) {
            boolean ofType = one.symbol.signature().extension();
            (ofType ? outer.own : outer.methods).putIfAbsent(one.symbol.name(), one);
            one.owner = outer.main();
        } else if (outer != null) {
            one.owner = outer.main();
        } else if (one.symbol.kind() == Kind.FUNCTION && one.within == null) {
            functions.computeIfAbsent(one.symbol.name(), _ -> new ArrayList<>(1)).add(one);
        }
    }

    private static void noteAlias(RubyType type, String key, String told) {
        if (key.startsWith("alias ")) {
            type.aliases.putIfAbsent(key.substring("alias ".length()), told.split("\n", -1)[0]);
        } else if (key.equals("extend self")) {
            type.extendsItself = true;
        }
    }

    /** Of a test its own, unless it opens one that is read. */
    private RubyType place(String name, CodeFile file) {
        String project = projects.rubyFolder(file.folder());
        RubyType real = byPlace.get(project + "\0" + name);
        String key = project + "\0" + name;
        if (file.isTest() && (real == null || real.main().file.isTest())) {
            key = file.path() + "\0" + name;
        }
        return byPlace.computeIfAbsent(
                key,
                _ -> {
                    RubyType type = new RubyType(name, project);
                    byName.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(type);
                    return type;
                });
    }

    /** What is called with what it stands in belongs to that. */
    private void adopt(RubyType type) {
        int last = type.name.lastIndexOf("::");
        RubyType outer = last < 0 ? null : known(type.name.substring(0, last), type.main().file);
        if (outer != null) {
            type.parts.forEach(part -> part.owner = outer.main());
        }
    }

    private static String joined(String outer, String name) {
        return outer.isEmpty() ? name : outer + "::" + name;
    }

    /** All of them. */
    Iterable<RubyType> all() {
        return byPlace.values();
    }

    /** The type that something is or stands in; null for none. */
    @Nullable RubyType around(@Nullable Declared in) {
        for (Declared up = in; up != null; up = up.within) {
            RubyType type = byPart.get(up);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** The type that a name means where it stands; null for none. */
    @Nullable RubyType find(String written, CodeFile file, @Nullable Declared in) {
        if (written.startsWith("::")) {
            return known(written.substring(2), file);
        }
        int points = written.indexOf("::");
        String first = points < 0 ? written : written.substring(0, points);
        RubyType head = first(first, file, in);
        return head == null || points < 0
                ? head
                : inside(head, written.substring(points + 2), file);
    }

    private @Nullable RubyType first(String name, CodeFile file, @Nullable Declared in) {
        RubyType around = around(in);
        for (Declared up = in; up != null; up = up.within) {
            RubyType type = byPart.get(up);
            RubyType inner = type == null ? null : known(joined(type.name, name), file);
            if (inner != null) {
                return inner;
            }
        }
        for (RubyType one : around == null ? List.<RubyType>of() : line(around)) {
            RubyType inner = known(joined(one.name, name), file);
            if (inner != null) {
                return inner;
            }
        }
        return known(name, file);
    }

    private @Nullable RubyType inside(RubyType outer, String rest, CodeFile file) {
        RubyType found = outer;
        for (String name : rest.split("::", -1)) {
            RubyType inner = null;
            for (RubyType one : found == null ? List.<RubyType>of() : line(found)) {
                inner = inner == null ? known(joined(one.name, name), file) : inner;
            }
            found = inner;
        }
        return found;
    }

    /**
     * The type of a whole name: that of the same file, of the same project, or the only one that is
     * for no test; null where in doubt.
     */
    @Nullable RubyType known(String name, CodeFile from) {
        List<RubyType> called = byName.getOrDefault(name, List.of());
        String project = projects.rubyFolder(from.folder());
        RubyType beside = null;
        RubyType other = null;
        int others = 0;
        for (RubyType one : called) {
            CodeFile file = one.main().file;
            if (file == from) {
                return one;
            }
            if (!file.isTest()) {
                beside = one.project.equals(project) ? one : beside;
                other = one;
                others++;
            }
        }
        return beside != null ? beside : others == 1 ? other : null;
    }

    /** What stands right above a type. */
    Above above(RubyType type) {
        Above above = type.above;
        if (above == null) {
            type.above = new Above(List.of(), List.of(), List.of(), true); // until it is known
            above = looked(type);
            type.above = above;
        }
        return above;
    }

    private Above looked(RubyType type) {
        List<RubyType> taken = new ArrayList<>();
        List<RubyType> own = new ArrayList<>();
        List<RubyType> parents = new ArrayList<>();
        boolean open = false;
        for (Declared part : type.parts) {
            for (String written : part.symbol.supertypes()) {
                RubyType found = find(bare(written), part.file, scope(written, part));
                if (found == null || found == type) {
                    open = true;
                } else if (written.startsWith("&.")) {
                    own.add(found);
                } else {
                    (written.startsWith("&") ? taken : parents).add(found);
                }
            }
        }
        return new Above(taken, own, parents, open);
    }

    /** Where the name of what stands above a type is looked for: modules are named in it. */
    static @Nullable Declared scope(String written, Declared type) {
        return written.startsWith("&") ? type : type.within;
    }

    /** The name of what stands above a type, without its marks. */
    static String bare(String written) {
        return written.startsWith("&.")
                ? written.substring(2)
                : written.startsWith("&") || written.startsWith(".")
                        ? written.substring(1)
                        : written;
    }

    /** Itself and what its members may come from, each once, in the order in which these count. */
    List<RubyType> line(RubyType type) {
        Set<RubyType> line = new LinkedHashSet<>();
        add(type, line);
        return new ArrayList<>(line);
    }

    private void add(RubyType type, Set<RubyType> line) {
        if (line.size() < MAX_LINE && line.add(type)) {
            above(type).taken().forEach(one -> add(one, line));
            above(type).parents().forEach(one -> add(one, line));
            // Other projects may open it as well.
            for (RubyType one : byName.getOrDefault(type.name, List.of())) {
                if (!one.main().file.isTest() && !type.main().file.isTest()) {
                    add(one, line);
                }
            }
        }
    }

    /** The method of what is one of a type; null for none. */
    @Nullable Declared method(RubyType type, String name) {
        for (RubyType one : line(type)) {
            Declared found = one.methods.get(name);
            String alias = found == null ? one.aliases.get(name) : null;
            found = alias == null ? found : one.methods.get(alias);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The method that is called on a type itself; null for none. */
    @Nullable Declared own(RubyType type, String name) {
        for (RubyType one : line(type)) {
            Declared found = one.own.get(name);
            String alias = found == null ? one.aliases.get(name) : null;
            found = alias == null ? found : one.own.get(alias);
            if (found == null && one.extendsItself) {
                found = one.methods.get(name);
            }
            for (RubyType module : found == null ? above(one).own() : List.<RubyType>of()) {
                found = found == null ? method(module, name) : found;
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The method that modules which a type takes over give the type itself by custom. */
    @Nullable Declared ofClassMethods(RubyType type, String name) {
        for (RubyType one : line(type)) {
            RubyType module = known(joined(one.name, "ClassMethods"), one.main().file);
            Declared found = module == null ? null : method(module, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The functions of a name that stand in no type. */
    List<Declared> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    /** Those that take over a module. */
    List<RubyType> users(RubyType module) {
        Map<RubyType, List<RubyType>> all = users;
        if (all == null) {
            all = new HashMap<>();
            for (RubyType type : byPlace.values()) {
                for (RubyType one : above(type).taken()) {
                    all.computeIfAbsent(one, _ -> new ArrayList<>(1)).add(type);
                }
            }
            users = all;
        }
        return all.getOrDefault(module, List.of());
    }
}
