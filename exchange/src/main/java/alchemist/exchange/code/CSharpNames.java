package alchemist.exchange.code;

import alchemist.exchange.code.CSharpOverloads.Choice;
import alchemist.exchange.code.CSharpTypeName.Part;
import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Call;
import alchemist.exchange.code.Outline.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names of C# mean among the files that are read together. */
final class CSharpNames implements OwnNames {
    private final CSharpTypes types;
    private final CSharpValues values;
    private final CSharpOverloads overloads;

    /** The types that have a method of a name, but for tests. */
    private final Map<String, Set<CSharpType>> having = new HashMap<>();

    private final Map<CodeFile, Map<Call, Meaning>> calls = new HashMap<>();
    private final Map<CodeFile, Set<Declared>> used = new HashMap<>();

    CSharpNames(List<CodeFile> files, Projects projects) {
        this.types = new CSharpTypes(files, projects);
        this.values = new CSharpValues(types);
        this.overloads = values.overloads();
        for (CSharpType type : types.all()) {
            if (!type.main().file.isTest()) {
                type.methods
                        .keySet()
                        .forEach(
                                name ->
                                        having.computeIfAbsent(name, _ -> new LinkedHashSet<>(1))
                                                .add(type));
            }
        }
    }

    CSharpTypes types() {
        return types;
    }

    @Override
    public @Nullable Meaning type(String written, Declared in) {
        CSharpType type = types.find(written, in.file, in);
        return type == null ? null : new Meaning(type.main(), true);
    }

    @Override
    public @Nullable Meaning called(Call call, CodeFile file) {
        return calls.computeIfAbsent(file, this::meanings).get(call);
    }

    private Map<Call, Meaning> meanings(CodeFile file) {
        Map<Call, Meaning> meanings = new LinkedHashMap<>();
        for (Call call : file.outline.calls()) {
            Meaning meaning = meaning(call, file);
            if (meaning != null) {
                meanings.put(call, meaning);
            }
        }
        return meanings;
    }

    private @Nullable Meaning meaning(Call call, CodeFile file) {
        Declared in = call.symbol() == Outline.NONE ? null : file.declared.get(call.symbol());
        if (call.creates()) {
            CSharpType type = made(call.name(), file, in);
            return type == null
                    ? null
                    : meaning(overloads.constructor(type, call.arguments(), file, in));
        }
        CSharpTypeName name = CSharpTypeName.of(call.name());
        if (name == null) {
            return null;
        }
        Part called = name.last();
        if (call.receiver().isEmpty()) {
            return meaning(overloads.plain(called, call.arguments(), file, in));
        }
        CSharpValue value = values.of(call.receiver(), file, in);
        Choice choice = overloads.on(value, called, call.arguments(), file, in);
        return choice == null && value.isUnknown() && !call.receiver().equals("base")
                ? onlyOne(called, call)
                : meaning(choice);
    }

    private @Nullable CSharpType made(String name, CodeFile file, @Nullable Declared in) {
        return name.startsWith("=")
                ? values.of(name.substring(1), file, in).type()
                : types.find(name, file, in);
    }

    private static @Nullable Meaning meaning(@Nullable Choice choice) {
        return choice == null ? null : new Meaning(choice.what(), choice.exact());
    }

    /** The one method of a name, where it is not a name that many have. */
    private @Nullable Meaning onlyOne(Part name, Call call) {
        Set<CSharpType> having = this.having.getOrDefault(name.name(), Set.of());
        if (having.isEmpty() || name.name().length() <= 3 || CommonNames.has(name.name())) {
            return null;
        }
        // Who implements what a type promises is no other thing.
        for (CSharpType type : having) {
            if (having.stream().allMatch(one -> types.line(one).contains(type))) {
                List<Declared> methods = new ArrayList<>(type.methods(name.name()));
                methods.removeIf(
                        one ->
                                one.symbol.signature().least() > call.arguments().size() + 1
                                        || one.symbol.kind() != Outline.Kind.METHOD);
                return methods.size() == 1 ? new Meaning(methods.getFirst(), false) : null;
            }
        }
        return null;
    }

    /** What of a namespace a file names or calls, as far as that is read. */
    Set<Declared> used(CodeFile file, String namespace) {
        Set<Declared> of = new LinkedHashSet<>();
        for (Declared one : used.computeIfAbsent(file, this::used)) {
            if (CSharpTypes.namespace(one.file, one).equals(namespace)) {
                of.add(one);
            }
        }
        return of;
    }

    private Set<Declared> used(CodeFile file) {
        Set<Declared> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        for (Declared one : file.declared) {
            one.symbol.supertypes().forEach(type -> use(type, file, one, found));
            one.symbol.signature().takes().forEach(type -> use(type, file, one, found));
            use(one.symbol.signature().gives(), file, one, found);
        }
        for (Variable one : file.outline.variables()) {
            Declared in = one.symbol() == Outline.NONE ? null : file.declared.get(one.symbol());
            if (!one.type().startsWith("=") && seen.add(one.symbol() + " " + one.type())) {
                use(one.type(), file, in, found);
            }
        }
        for (Meaning one : calls.computeIfAbsent(file, this::meanings).values()) {
            if (one.exact()) {
                CSharpType type = types.around(one.what());
                found.add(type == null ? one.what() : type.main());
            }
        }
        return found;
    }

    private void use(String written, CodeFile file, @Nullable Declared in, Set<Declared> found) {
        CSharpTypeName name = written.isEmpty() ? null : CSharpTypeName.of(written);
        if (name == null) {
            return;
        }
        String plain = name.isArray() ? written.substring(0, written.indexOf('[')) : written;
        CSharpType type = types.find(plain, file, in);
        if (type != null) {
            found.add(type.main());
        }
        for (Part part : name.parts()) {
            part.arguments().forEach(one -> use(one, file, in, found));
        }
    }
}
