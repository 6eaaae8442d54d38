package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Call;
import alchemist.exchange.code.Outline.Import;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names mean among the files that are read together. A name is <b>exact</b> where the file
 * itself, its imports, its package or a type that is known say what it means; else it is only taken
 * <b>by name</b>, and only where just one thing is called so. What may be several things is none.
 */
final class Names {
    private static final Set<String> SELF =
            Set.of("this", "self", "cls", "super", "Self", "super()");
    private static final String RUN_ON = " {";
    private static final int MAX_UP = 8;

    /**
     * Something that a name means.
     *
     * @param on the type that it was looked for in, or null
     */
    record Meaning(Declared what, boolean exact, @Nullable Declared on) {
        Meaning(Declared what, boolean exact) {
            this(what, exact, null);
        }
    }

    /** Of languages that leave no choice. */
    private final Map<CodeLanguage, OwnNames> own = new EnumMap<>(CodeLanguage.class);

    private final JvmOverloads overloads = new JvmOverloads(this);
    private final Imports imports;
    private final Map<String, List<Declared>> types = new HashMap<>();
    private final Map<String, List<Declared>> functions = new HashMap<>();

    /** Types and functions of one package, by name. */
    private final Map<String, Declared> ofModule = new HashMap<>();

    /** Functions of Kotlin for values of some type, of one package, by name. */
    private final Map<String, Declared> extensions = new HashMap<>();

    private final Map<CodeFile, Map<String, Declared>> imported = new HashMap<>();

    /** Code of other types that a file of Java or Kotlin imports by the same name. */
    private final Map<CodeFile, Map<String, List<Declared>>> alsoImported = new HashMap<>();

    /** What each file calls what others wrote. */
    private final Map<CodeFile, Set<String>> foreign = new HashMap<>();

    private final Map<Declared, List<Declared>> supertypes = new HashMap<>();

    Names(List<CodeFile> code, Projects projects) {
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                note(file, one);
            }
        }
        CSharpNames csharp = new CSharpNames(of(CodeLanguage.CSHARP, code), projects);
        PhpNames php = new PhpNames(of(CodeLanguage.PHP, code), projects);
        own.put(CodeLanguage.CSHARP, csharp);
        own.put(CodeLanguage.PHP, php);
        own.put(CodeLanguage.RUBY, new RubyNames(of(CodeLanguage.RUBY, code), projects));
        this.imports = new Imports(code, projects, csharp, php);
        for (CodeFile file : code) {
            if (hasOwn(file)) {
                continue;
            }
            imported.put(file, importedBy(file));
            foreign.put(file, imports.foreign(file));
        }
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                adopt(file, one);
            }
        }
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                if (one.isType() && !hasOwn(file)) {
                    supertypes.put(one, supertypesOf(file, one));
                }
            }
        }
    }

    private static List<CodeFile> of(CodeLanguage language, List<CodeFile> code) {
        return code.stream().filter(one -> one.language == language).toList();
    }

    private static boolean hasOwn(CodeFile file) {
        return switch (file.language) {
            case CSHARP, PHP, RUBY -> true;
            case JAVA, KOTLIN, JAVASCRIPT, TYPESCRIPT, TSX, PYTHON, GO, RUST, C, CPP -> false;
        };
    }

    /** Where the files lead that are imported. */
    Imports imports() {
        return imports;
    }

    private void note(CodeFile file, Declared one) {
        if (one.within != null) {
            join(one.within, one);
        }
        if (one.isInner() || hasOwn(file)) {
            return;
        }
        String key = file.language.family() + "\0" + one.symbol.name();
        if (one.isType()) {
            types.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(one);
        } else if (one.symbol.kind().isCode() && !file.isTest()) {
            functions.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(one);
        }
        if (one.isTop() && !Imports.module(file).isEmpty()) {
            ofModule.putIfAbsent(Imports.module(file) + "\0" + one.symbol.name(), one);
        }
        if (isJvm(file) && one.within == null && one.symbol.kind() == Outline.Kind.FUNCTION) {
            overloads.note(JvmOverloads.key(one), one);
        }
        if (isExtension(one)) {
            extensions.putIfAbsent(Imports.module(file) + "\0" + one.symbol.name(), one);
        }
    }

    /** Finds the type that a method stands outside of. */
    private void adopt(CodeFile file, Declared one) {
        if (!one.symbol.owner().isEmpty()) {
            Meaning type = known(file, one.symbol.owner());
            if (type != null) {
                one.owner = type.what;
                type.what.members.putIfAbsent(one.symbol.name(), one);
            }
        }
    }

    private void join(Declared type, Declared one) {
        type.members.putIfAbsent(one.symbol.name(), one);
        if (isJvm(one.file) && one.symbol.kind().isCode()) {
            overloads.note(type, one);
        }
    }

    private static boolean isJvm(CodeFile file) {
        return file.language.family() == CodeLanguage.Family.JAVA;
    }

    private @Nullable Meaning local(CodeFile file, String name) {
        Declared here = file.type(name);
        if (here != null) {
            return new Meaning(here, true);
        }
        Declared beside = ofModule.get(Imports.module(file) + "\0" + name);
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
        Declared there = imported.getOrDefault(file, Map.of()).get(name);
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

    private List<Declared> supertypesOf(CodeFile file, Declared type) {
        List<Declared> found = new ArrayList<>();
        for (String name : type.symbol.supertypes()) {
            Meaning meaning = type(name.startsWith("+") ? name.substring(1) : name, file);
            if (meaning != null && meaning.what != type) {
                found.add(meaning.what);
            }
        }
        return found;
    }

    /** What the name of a type means where something is declared, or null. */
    @Nullable Meaning type(String written, Declared in) {
        OwnNames names = own.get(in.file.language);
        return names == null ? type(written, in.file) : names.type(written, in);
    }

    /** The same of a place in a file. */
    @Nullable Meaning type(String written, @Nullable Declared in, CodeFile file) {
        return in == null ? type(written, file) : type(written, in);
    }

    /** What the name of a type means in a file, or null. */
    private @Nullable Meaning type(String written, CodeFile file) {
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
        Declared inner = outer == null ? null : member(outer.what, name);
        return outer != null && inner != null && inner.isType()
                ? new Meaning(inner, outer.exact)
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
    private boolean isElsewhere(String written, CodeFile file) {
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
    private static String qualifier(String before) {
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

    private boolean isForeign(String name, CodeFile file) {
        return foreign.getOrDefault(file, Set.of()).contains(name);
    }

    /** What a call calls, or null. */
    @Nullable Meaning called(Call call, CodeFile file) {
        OwnNames names = own.get(file.language);
        if (names != null) {
            return names.called(call, file);
        }
        Declared in = call.symbol() == Outline.NONE ? null : file.declared.get(call.symbol());
        return called(call, in, file);
    }

    /** What a call calls that stands in something, or null. */
    @Nullable Meaning called(Call call, @Nullable Declared in, CodeFile file) {
        Meaning found = found(call, in, file);
        if (found == null || !isJvm(found.what.file)) {
            return found;
        }
        Meaning chosen = overloads.chosen(found, call, file, in);
        for (Declared other :
                chosen == null ? otherwise(found.what, call, file) : List.<Declared>of()) {
            chosen =
                    chosen == null
                            ? overloads.chosen(new Meaning(other, true), call, file, in)
                            : chosen;
        }
        return chosen;
    }

    /** What a file imports by the name of a call that cannot mean what was found first. */
    private List<Declared> otherwise(Declared found, Call call, CodeFile file) {
        Declared first = imported.getOrDefault(file, Map.of()).get(call.name());
        // In Kotlin what stands nearer counts only where it takes what is given.
        boolean isOther = file.language == CodeLanguage.KOTLIN && first != found;
        if (first == null || !call.receiver().isEmpty() || !(isOther || first == found)) {
            return List.of();
        }
        List<Declared> others = new ArrayList<>();
        if (isOther) {
            others.add(first);
        }
        others.addAll(
                alsoImported.getOrDefault(file, Map.of()).getOrDefault(call.name(), List.of()));
        return others;
    }

    private @Nullable Meaning found(Call call, @Nullable Declared in, CodeFile file) {
        if (call.creates()) {
            Meaning type = type(call.name(), file);
            if (type == null) {
                return call.receiver().isEmpty() ? plain(call.name(), in, file) : null;
            }
            Declared constructor =
                    type.what.members.values().stream()
                            .filter(one -> one.symbol.kind() == Outline.Kind.CONSTRUCTOR)
                            .findFirst()
                            .orElse(type.what);
            return new Meaning(constructor, type.exact);
        }
        if (call.receiver().isEmpty()) {
            return plain(call.name(), in, file);
        }
        return call.receiver().endsWith(RUN_ON) ? run(call, in, file) : received(call, in, file);
    }

    /** What a call means in a lambda that is run on something: of that, what is called so. */
    private @Nullable Meaning run(Call call, @Nullable Declared in, CodeFile file) {
        String on = call.receiver().substring(0, call.receiver().length() - RUN_ON.length());
        if (!SELF.contains(on)) {
            int bracket = on.indexOf('(');
            boolean isMade = bracket > 0 && Character.isUpperCase(on.charAt(0));
            Written held = isMade ? new Written(on.substring(0, bracket), file, in) : held(on, in);
            Meaning type = held == null ? null : type(held.type, held.file);
            Declared member = type == null ? null : member(type.what, call.name());
            if (type != null && member != null) {
                return new Meaning(member, type.exact, type.what);
            }
        }
        Meaning plain = plain(call.name(), in, file);
        if (plain == null || SELF.contains(on)) {
            return plain;
        }
        return CommonNames.has(call.name()) ? null : new Meaning(plain.what, false);
    }

    private @Nullable Meaning plain(String name, @Nullable Declared in, CodeFile file) {
        for (Declared up = in; up != null && up.symbol.kind().isCode(); up = up.within) {
            Declared inner = up.members.get(name);
            if (inner != null && inner.symbol.kind().isCode()) {
                return new Meaning(inner, true);
            }
        }
        for (Declared up = typeOf(in); up != null; up = up.within) {
            Declared member = member(up, name);
            if (member != null && member.symbol.kind().isCode()) {
                return new Meaning(member, true, up);
            }
        }
        Declared here = file.top(name);
        if (here != null && here.symbol.kind().isCode()) {
            return new Meaning(here, true);
        }
        Declared there = imported.getOrDefault(file, Map.of()).get(name);
        if (there != null && !there.isType()) {
            return new Meaning(there, true);
        }
        Declared beside = ofModule.get(Imports.module(file) + "\0" + name);
        if (beside != null && beside.symbol.kind() == Outline.Kind.FUNCTION) {
            return new Meaning(beside, true);
        }
        return isForeign(name, file) ? null : onlyOne(name, file, false);
    }

    private @Nullable Meaning received(Call call, @Nullable Declared in, CodeFile file) {
        String receiver = call.receiver();
        if (SELF.contains(receiver)) {
            Declared type = typeOf(in);
            return type == null
                    ? null
                    : isSuper(receiver, file)
                            ? inherited(type, call.name())
                            : own(type, call.name());
        }
        Written held = held(receiver, in);
        Meaning holding = held == null ? null : type(held.type, held.file);
        if (holding != null) {
            Declared member = member(holding.what, call.name());
            return member == null ? null : new Meaning(member, holding.exact, holding.what);
        }
        Meaning extension = extension(call.name(), file);
        if (extension != null) {
            return extension;
        }
        if (held != null && isElsewhere(held.type, held.file)) {
            return null;
        }
        if (isName(receiver)) {
            Meaning type = type(receiver, file);
            Declared member = type == null ? null : member(type.what, call.name());
            if (type != null && member != null) {
                return new Meaning(member, type.exact, type.what);
            }
            for (CodeFile module : imports.called(file, receiver)) {
                Optional<Declared> top = imports.offered(module, call.name());
                if (top.isPresent()) {
                    return new Meaning(top.get(), true);
                }
            }
            String first = qualifier(receiver + ".");
            boolean path = receiver.contains("::");
            if (isForeign(first, file) || (path && !imports.mayBeOwn(file, first))) {
                return null;
            }
        }
        return onlyOne(call.name(), file, true);
    }

    /** Of Rust it is the module around. */
    private static boolean isSuper(String receiver, CodeFile file) {
        return receiver.startsWith("super") && file.language != CodeLanguage.RUST;
    }

    private @Nullable Meaning inherited(Declared type, String name) {
        for (Declared above : supertypes.getOrDefault(type, List.of())) {
            Meaning member = own(above, name);
            if (member != null) {
                return member;
            }
        }
        return null;
    }

    private @Nullable Meaning own(Declared type, String name) {
        Declared member = member(type, name);
        return member == null ? null : new Meaning(member, true, type);
    }

    /** The function of Kotlin that a file imports, or its package has, for values of some type. */
    private @Nullable Meaning extension(String name, CodeFile file) {
        if (file.language != CodeLanguage.KOTLIN) {
            return null;
        }
        Declared there = imported.getOrDefault(file, Map.of()).get(name);
        if (there != null && isExtension(there)) {
            return new Meaning(there, true);
        }
        Declared beside = extensions.get(Imports.module(file) + "\0" + name);
        return beside == null ? null : new Meaning(beside, false);
    }

    private static boolean isExtension(Declared one) {
        return one.file.language == CodeLanguage.KOTLIN
                && one.within == null
                && !one.symbol.owner().isEmpty();
    }

    /** The type of a variable, as it is written where something is declared in a file. */
    record Written(String type, CodeFile file, @Nullable Declared in) {}

    /** The type of a variable that is known where it is used, or null. */
    static @Nullable Written held(String receiver, @Nullable Declared in) {
        int point = receiver.indexOf('.');
        boolean own = point > 0 && SELF.contains(receiver.substring(0, point));
        String name = own ? receiver.substring(point + 1) : receiver;
        for (Declared up = in; up != null; up = up.owner) {
            String type = up.variables.get(name);
            // Python says of what a field is where it is first assigned.
            for (Declared member :
                    type == null && own ? up.members.values() : List.<Declared>of()) {
                type = type == null ? member.variables.get(receiver) : type;
            }
            if (type != null) {
                return new Written(type, up.file, up);
            }
        }
        return null;
    }

    /** The one thing of a name, where it is not a name that many things have. */
    private @Nullable Meaning onlyOne(String name, CodeFile file, boolean member) {
        List<Declared> called = reachable(functions, name, file);
        return called.size() == 1
                        && name.length() > 3
                        && !CommonNames.has(name)
                        && (called.getFirst().owner != null) == member
                        && (member || imports.mayMean(file, called.getFirst()))
                ? new Meaning(called.getFirst(), false)
                : null;
    }

    /** What is called so, but for what stands in another notebook that the file does not run. */
    private List<Declared> reachable(
            Map<String, List<Declared>> named, String name, CodeFile file) {
        List<Declared> called = named.getOrDefault(file.language.family() + "\0" + name, List.of());
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
    private @Nullable Declared member(Declared type, String name) {
        Set<Declared> seen = new HashSet<>();
        List<Declared> level = List.of(type);
        for (int up = 0; up < MAX_UP && !level.isEmpty(); up++) {
            List<Declared> above = new ArrayList<>();
            for (Declared one : level) {
                Declared member = one.members.get(name);
                if (member != null) {
                    return member;
                }
                if (seen.add(one)) {
                    above.addAll(supertypes.getOrDefault(one, List.of()));
                }
            }
            level = above;
        }
        return null;
    }

    /** A type and what it extends and implements, the nearest first. */
    List<Declared> line(Declared type) {
        Set<Declared> line = new LinkedHashSet<>();
        List<Declared> level = List.of(type);
        for (int up = 0; up < MAX_UP && !level.isEmpty(); up++) {
            List<Declared> above = new ArrayList<>();
            for (Declared one : level) {
                if (line.add(one)) {
                    above.addAll(supertypes.getOrDefault(one, List.of()));
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
                .noneMatch(
                        name -> types.containsKey(type.file.language.family() + "\0" + last(name)));
    }

    /** What a type extends and implements of which it is not known what that is. */
    private List<String> unknown(Declared type) {
        List<String> written = type.symbol.supertypes();
        if (supertypes.getOrDefault(type, List.of()).size() == written.size()) {
            return List.of();
        }
        return written.stream()
                .map(name -> name.startsWith("+") ? name.substring(1) : name)
                .filter(name -> type(name, type.file) == null)
                .toList();
    }

    /** Whether a text is a name, or several with points between them. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.chars().allMatch(Names::isOfName);
    }

    private static boolean isOfName(int c) {
        return Character.isLetterOrDigit(c) || "_$.:".indexOf(c) >= 0;
    }
}
