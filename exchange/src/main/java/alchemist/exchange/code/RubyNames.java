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

/** What names of Ruby mean among the files that are read together. */
final class RubyNames implements OwnNames {
    /** Names of so many letters are rarely those of other things. */
    private static final int MUCH = 8;

    /** Methods that many things of the language have. */
    private static final Set<String> CORE =
            Set.of(
                    """
                    all? allocate any? arity attributes backtrace basename between? binding
                    blank? block_given? bytes bytesize caller camelize capitalize captures catch
                    cause chars chomp class class_eval class_exec collect compact config
                    const_defined? const_get const_missing const_set constantize create! cycle
                    deep_dup define_method delete_if destroy destroy! detect dig directory?
                    dirname display downcase each_char each_entry each_key each_line each_pair
                    each_slice each_value each_with_index each_with_object empty? encoding
                    end_with? eql? errors exist? expand_path extname fetch file? find_all
                    find_index first! flat_map flatten force_encoding freeze frozen?
                    full_messages group_by gsub gsub! has_key? headers humanize include include?
                    inherited inject inspect instance_eval instance_exec instance_methods
                    instance_variable_get instance_variable_set instance_variables intern is_a?
                    itself joins key? keys? kind_of? lambda? limit ljust lstrip map! match?
                    merge! message method method_missing methods module_eval name= nil? none?
                    object_id one? options ord order original params partition pluck pluralize
                    prepend present? private_methods proc public_send raise raise! rand request
                    rescue respond_to? respond_to_missing? response result reverse_each rindex
                    rjust round rstrip save! scan select session shuffle singleton_class
                    singularize sleep slice! sort_by squeeze start_with? step strftime strip!
                    sub! succ sum super_method symbolize_keys take_while tally titleize to_a
                    to_ary to_f to_h to_hash to_i to_int to_json to_path to_proc to_r to_s
                    to_str to_sym to_yaml tr transform_keys transform_values underscore uniq
                    unpack upcase update! upto valid? values_at where write_nonblock yield_self
                    zero? zip
                    """
                            .strip()
                            .split("\\s+", -1));

    private final RubyTypes types;
    private final RubyValues values;

    /** The methods of a name, but for tests. */
    private final Map<String, Set<Declared>> having = new HashMap<>();

    RubyNames(List<CodeFile> files, Projects projects) {
        this.types = new RubyTypes(files, projects);
        this.values = new RubyValues(types);
        for (RubyType type : types.all()) {
            type.methods.forEach(this::note);
            type.own.forEach(this::note);
        }
    }

    private void note(String name, Declared method) {
        if (!method.file.isTest()) {
            having.computeIfAbsent(name, _ -> new LinkedHashSet<>(1)).add(method);
        }
    }

    @Override
    public @Nullable Meaning type(String written, Declared in) {
        Declared scope = RubyTypes.scope(written, in);
        RubyType type = types.find(RubyTypes.bare(written), in.file, scope);
        return type == null ? null : new Meaning(type.main(), true);
    }

    @Override
    public @Nullable Meaning called(Call call, CodeFile file) {
        Declared in = call.symbol() == Outline.NONE ? null : file.declared.get(call.symbol());
        if (call.creates()) {
            return made(call.name().equals("new") ? call.receiver() : "", call.name(), file, in);
        }
        return switch (call.receiver()) {
            case "" -> plain(call, file, in);
            case "super" -> above(call.name(), in);
            default -> on(values.of(call.receiver(), file, in), call.name());
        };
    }

    /** What is made: of a constant for certain, else what the value may be of. */
    private @Nullable Meaning made(String on, String name, CodeFile file, @Nullable Declared in) {
        RubyType type = on.isEmpty() ? types.find(name, file, in) : null;
        boolean exact = type != null;
        if (!on.isEmpty()) {
            RubyValue value = values.of(on, file, in);
            type = value.isType() ? value.type() : null;
        }
        if (type == null) {
            return null;
        }
        Declared own = type.own.get("new");
        Declared constructor = own == null ? type.methods.get("initialize") : own;
        return new Meaning(constructor == null ? type.main() : constructor, exact);
    }

    /** A name without anything before it: of the thing itself, or of none. */
    private @Nullable Meaning plain(Call call, CodeFile file, @Nullable Declared in) {
        String name = call.name();
        boolean isBare = !call.arguments().isEmpty();
        if (isBare && values.held(name, file, in, 0) != null) {
            return null;
        }
        RubyType own = types.around(in);
        if (own != null) {
            RubyValue itself = values.of("self", file, in);
            Meaning found = on(itself, name);
            if (found != null) {
                return found;
            }
            boolean inBody = in != null && !in.symbol.kind().isCode();
            Declared later = inBody ? types.method(own, name) : null; // in a block that is kept
            if (later != null) {
                return new Meaning(later, false);
            }
        }
        return function(name, file, own == null);
    }

    /** A function that stands in no type: all know it, once its file was run. */
    private @Nullable Meaning function(String name, CodeFile file, boolean alone) {
        List<Declared> called = types.functions(name);
        for (Declared one : called) {
            if (one.file == file) {
                return new Meaning(one, alone);
            }
        }
        return called.size() == 1 && saysMuch(name) && !called.getFirst().file.isTest()
                ? new Meaning(called.getFirst(), false)
                : null;
    }

    private @Nullable Meaning on(RubyValue value, String name) {
        RubyType type = value.type();
        if (type == null) {
            return value.known() ? null : onlyOne(name);
        }
        Declared method = value.isType() ? types.own(type, name) : types.method(type, name);
        if (method != null) {
            return new Meaning(method, value.exact());
        }
        if (value.isType()) {
            Declared given = types.ofClassMethods(type, name);
            return given == null ? null : new Meaning(given, false);
        }
        return type.main().symbol.kind() == Kind.MODULE ? ofUsers(type, name) : null;
    }

    /** What a method calls that it stands in for. */
    private @Nullable Meaning above(String name, @Nullable Declared in) {
        RubyType own = types.around(in);
        if (own == null || in == null) {
            return null;
        }
        boolean ofType = in.symbol.signature().extension();
        for (RubyType one : types.line(own)) {
            Declared found = one == own ? null : (ofType ? one.own : one.methods).get(name);
            if (found != null && found != in) {
                return new Meaning(found, own.main().symbol.kind() == Kind.CLASS);
            }
        }
        return null;
    }

    /** The one method of a name that those have that take over a module. */
    private @Nullable Meaning ofUsers(RubyType module, String name) {
        Set<Declared> found = new HashSet<>();
        for (RubyType user : types.users(module)) {
            Declared method = types.method(user, name);
            if (method != null) {
                found.add(method);
            }
        }
        return found.size() == 1 ? new Meaning(found.iterator().next(), false) : null;
    }

    /** The one method of a name of several words, or of a long one, that not many have. */
    private @Nullable Meaning onlyOne(String name) {
        Set<Declared> having = this.having.getOrDefault(name, Set.of());
        return having.size() == 1 && saysMuch(name)
                ? new Meaning(having.iterator().next(), false)
                : null;
    }

    private static boolean saysMuch(String name) {
        return (name.length() >= MUCH || name.indexOf('_') > 0)
                && !CORE.contains(name)
                && !CommonNames.has(name);
    }
}
