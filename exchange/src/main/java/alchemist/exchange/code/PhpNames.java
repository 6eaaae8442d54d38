package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Call;
import alchemist.exchange.code.Outline.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names of PHP mean among the files that are read together. */
final class PhpNames implements OwnNames {
    private final PhpTypes types;
    private final PhpValues values;

    /** The types that have a method of a name, but for tests. */
    private final Map<String, Set<PhpType>> having = new HashMap<>();

    /** The names of methods that types but say that they have. */
    private final Set<String> said = new HashSet<>();

    PhpNames(List<CodeFile> files, Projects projects) {
        this.types = new PhpTypes(files, projects);
        this.values = new PhpValues(types);
        for (PhpType type : types.all()) {
            type.declared.variables.keySet().stream()
                    .filter(name -> name.startsWith("()"))
                    .forEach(name -> said.add(name.substring(2)));
            if (!type.declared.file.isTest()) {
                for (String name : type.methods.keySet()) {
                    having.computeIfAbsent(name, _ -> new LinkedHashSet<>(1)).add(type);
                }
            }
        }
    }

    PhpTypes types() {
        return types;
    }

    @Override
    public @Nullable Meaning type(String written, Declared in) {
        String name = written.startsWith("&") ? written.substring(1) : written;
        PhpType type = types.find(name, in.file, in);
        return type == null ? null : new Meaning(type.declared, true);
    }

    @Override
    public @Nullable Meaning called(Call call, CodeFile file) {
        Declared in = call.symbol() == Outline.NONE ? null : file.declared.get(call.symbol());
        if (call.creates()) {
            return made(call.name(), file, in);
        }
        if (call.receiver().isEmpty()) {
            Declared function = types.function(call.name(), file, in);
            return function == null ? null : new Meaning(function, true);
        }
        PhpValue value = values.of(call.receiver(), file, in);
        PhpType type = value.type();
        if (type == null) {
            return value.known() ? null : onlyOne(call.name());
        }
        Declared method = types.method(type, call.name());
        if (method != null) {
            // What is but named may be called, and mostly is.
            return new Meaning(method, value.exact() && call.arguments().isEmpty());
        }
        return type.declared.symbol.kind() == Kind.TRAIT ? ofUsers(type, call.name()) : null;
    }

    private @Nullable Meaning made(String name, CodeFile file, @Nullable Declared in) {
        PhpType type = types.find(name, file, in);
        if (type == null) {
            return null;
        }
        Declared constructor = type.methods.get("__construct");
        boolean exact = !PhpTypes.lower(name).equals("static");
        return new Meaning(constructor == null ? type.declared : constructor, exact);
    }

    /** The one method of a name that those have that use a trait. */
    private @Nullable Meaning ofUsers(PhpType trait, String name) {
        Set<Declared> found = new HashSet<>();
        for (PhpType user : types.users(trait)) {
            Declared method = types.method(user, name);
            if (method != null) {
                found.add(method);
            }
        }
        return found.size() == 1 ? new Meaning(found.iterator().next(), false) : null;
    }

    /** The one method of a name, where it is not a name that many have. */
    private @Nullable Meaning onlyOne(String name) {
        Set<PhpType> having = this.having.getOrDefault(PhpTypes.lower(name), Set.of());
        if (having.isEmpty()
                || name.length() <= 3
                || CommonNames.has(name)
                || said.contains(PhpTypes.lower(name))) {
            return null;
        }
        // Who implements what a type promises is no other thing.
        for (PhpType type : having) {
            if (having.stream().allMatch(one -> types.line(one).contains(type))) {
                Declared method = type.methods.get(PhpTypes.lower(name));
                return method == null ? null : new Meaning(method, false);
            }
        }
        return null;
    }
}
