package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean in languages that share their rules for it. */
final class SharedNames implements OwnNames {
    private static final Set<String> SELF =
            Set.of("this", "self", "cls", "super", "Self", "super()");

    private static final String RUN_ON = " {";

    private final SharedTypes types;
    private final Imports imports;
    private final JvmOverloads overloads;

    private final Map<String, List<Declared>> functions = new HashMap<>();

    /** Functions of Kotlin for values of some type, of one package, by name. */
    private final Map<String, Declared> extensions = new HashMap<>();

    SharedNames(List<CodeFile> code, SharedTypes types, Imports imports) {
        this.types = types;
        this.imports = imports;
        this.overloads = new JvmOverloads(types, this);
        for (CodeFile file : code) {
            if (!Names.hasOwn(file)) {
                for (Declared one : file.declared) {
                    note(file, one);
                }
            }
        }
    }

    private void note(CodeFile file, Declared one) {
        boolean isJvm = SharedTypes.isJvm(file);
        if (isJvm && one.within != null && one.symbol.kind().isCode()) {
            overloads.note(one.within, one);
        }
        if (one.isInner()) {
            return;
        }
        if (!one.isType() && one.symbol.kind().isCode() && !file.isTest()) {
            String key = SharedTypes.key(file, one.symbol.name());
            functions.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(one);
        }
        if (isJvm && one.within == null && one.symbol.kind() == Outline.Kind.FUNCTION) {
            overloads.note(JvmOverloads.key(one), one);
        }
        if (isExtension(one)) {
            extensions.putIfAbsent(Imports.module(file) + "\0" + one.symbol.name(), one);
        }
    }

    @Override
    public @Nullable Meaning type(String written, Declared in) {
        return types.type(written, in.file);
    }

    @Override
    public @Nullable Meaning called(Call call, CodeFile file) {
        Declared in = call.symbol() == Outline.NONE ? null : file.declared.get(call.symbol());
        return called(call, in, file);
    }

    /** What a call calls that stands in something, or null. */
    @Nullable Meaning called(Call call, @Nullable Declared in, CodeFile file) {
        Meaning found = found(call, in, file);
        if (found == null || !SharedTypes.isJvm(found.what().file)) {
            return found;
        }
        Meaning chosen = overloads.chosen(found, call, file, in);
        for (Declared other :
                chosen == null ? otherwise(found.what(), call, file) : List.<Declared>of()) {
            chosen =
                    chosen == null
                            ? overloads.chosen(new Meaning(other, true), call, file, in)
                            : chosen;
        }
        return chosen;
    }

    /** What a file imports by the name of a call that cannot mean what was found first. */
    private List<Declared> otherwise(Declared found, Call call, CodeFile file) {
        Declared first = types.imported(file, call.name());
        // In Kotlin what stands nearer counts only where it takes what is given.
        boolean isOther = file.language == CodeLanguage.KOTLIN && first != found;
        if (first == null || !call.receiver().isEmpty() || !(isOther || first == found)) {
            return List.of();
        }
        List<Declared> others = new ArrayList<>();
        if (isOther) {
            others.add(first);
        }
        others.addAll(types.alsoImported(file, call.name()));
        return others;
    }

    private @Nullable Meaning found(Call call, @Nullable Declared in, CodeFile file) {
        if (call.creates()) {
            Meaning type = types.type(call.name(), file);
            if (type == null) {
                return call.receiver().isEmpty() ? plain(call.name(), in, file) : null;
            }
            Declared constructor =
                    type.what().members.values().stream()
                            .filter(one -> one.symbol.kind() == Outline.Kind.CONSTRUCTOR)
                            .findFirst()
                            .orElse(type.what());
            return new Meaning(constructor, type.exact());
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
            Meaning type = held == null ? null : types.type(held.type, held.file);
            Declared member = type == null ? null : types.member(type.what(), call.name());
            if (type != null && member != null) {
                return new Meaning(member, type.exact(), type.what());
            }
        }
        Meaning plain = plain(call.name(), in, file);
        if (plain == null || SELF.contains(on)) {
            return plain;
        }
        return CommonNames.has(call.name()) ? null : new Meaning(plain.what(), false);
    }

    private @Nullable Meaning plain(String name, @Nullable Declared in, CodeFile file) {
        for (Declared up = in; up != null && up.symbol.kind().isCode(); up = up.within) {
            Declared inner = up.members.get(name);
            if (inner != null && inner.symbol.kind().isCode()) {
                return new Meaning(inner, true);
            }
        }
        for (Declared up = SharedTypes.typeOf(in); up != null; up = up.within) {
            Declared member = types.member(up, name);
            if (member != null && member.symbol.kind().isCode()) {
                return new Meaning(member, true, up);
            }
        }
        Declared here = file.top(name);
        if (here != null && here.symbol.kind().isCode()) {
            return new Meaning(here, true);
        }
        Declared there = types.imported(file, name);
        if (there != null && !there.isType()) {
            return new Meaning(there, true);
        }
        Declared beside = types.beside(file, name);
        if (beside != null && beside.symbol.kind() == Outline.Kind.FUNCTION) {
            return new Meaning(beside, true);
        }
        return types.isForeign(name, file) ? null : onlyOne(name, file, false);
    }

    private @Nullable Meaning received(Call call, @Nullable Declared in, CodeFile file) {
        String receiver = call.receiver();
        if (SELF.contains(receiver)) {
            Declared type = SharedTypes.typeOf(in);
            return type == null
                    ? null
                    : isSuper(receiver, file)
                            ? inherited(type, call.name())
                            : own(type, call.name());
        }
        Written held = held(receiver, in);
        Meaning holding = held == null ? null : types.type(held.type, held.file);
        if (holding != null) {
            Declared member = types.member(holding.what(), call.name());
            return member == null ? null : new Meaning(member, holding.exact(), holding.what());
        }
        Meaning extension = extension(call.name(), file);
        if (extension != null) {
            return extension;
        }
        if (held != null && types.isElsewhere(held.type, held.file)) {
            return null;
        }
        if (SharedTypes.isName(receiver)) {
            Meaning type = types.type(receiver, file);
            Declared member = type == null ? null : types.member(type.what(), call.name());
            if (type != null && member != null) {
                return new Meaning(member, type.exact(), type.what());
            }
            for (CodeFile module : imports.called(file, receiver)) {
                Optional<Declared> top = imports.offered(module, call.name());
                if (top.isPresent()) {
                    return new Meaning(top.get(), true);
                }
            }
            String first = SharedTypes.qualifier(receiver + ".");
            boolean path = receiver.contains("::");
            if (types.isForeign(first, file) || (path && !imports.mayBeOwn(file, first))) {
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
        for (Declared above : types.supertypes(type)) {
            Meaning member = own(above, name);
            if (member != null) {
                return member;
            }
        }
        return null;
    }

    private @Nullable Meaning own(Declared type, String name) {
        Declared member = types.member(type, name);
        return member == null ? null : new Meaning(member, true, type);
    }

    /** The function of Kotlin that a file imports, or its package has, for values of some type. */
    private @Nullable Meaning extension(String name, CodeFile file) {
        if (file.language != CodeLanguage.KOTLIN) {
            return null;
        }
        Declared there = types.imported(file, name);
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
        List<Declared> called = types.reachable(functions, name, file);
        return called.size() == 1
                        && name.length() > 3
                        && !CommonNames.has(name)
                        && (called.getFirst().owner != null) == member
                        && (member || imports.mayMean(file, called.getFirst()))
                ? new Meaning(called.getFirst(), false)
                : null;
    }
}
