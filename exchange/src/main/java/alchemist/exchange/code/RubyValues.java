package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of values of Ruby, as they are told in few words: {@code @store.first}. The language
 * declares none: certain are only what is made right there, the thing itself, and constants.
 */
final class RubyValues {
    /** Through so many other values nobody tells what one is. */
    private static final int MAX_DEPTH = 16;

    /** So many values are looked at for one. */
    private static final int MAX_STEPS = 300;

    private final RubyTypes types;

    /** Variables that are being looked for, and what they are as far as that is known. */
    private final Map<Variable, RubyValue> open = new HashMap<>();

    private int steps;

    private record Variable(Object of, String name) {}

    RubyValues(RubyTypes types) {
        this.types = types;
    }

    /** The value that is told somewhere. */
    RubyValue of(String told, CodeFile file, @Nullable Declared in) {
        steps = 0;
        return of(told, file, in, 0);
    }

    private RubyValue of(String told, CodeFile file, @Nullable Declared in, int depth) {
        if (depth > MAX_DEPTH || steps++ > MAX_STEPS || told.isEmpty()) {
            return RubyValue.UNKNOWN;
        }
        String[] names = split(told);
        RubyValue value = first(names[0], file, in, depth);
        for (int i = 1; i < names.length && value.known(); i++) {
            RubyValue next = next(value, names[i], depth);
            value = value.exact() ? next : next.perhaps();
        }
        return value;
    }

    /** What stands between the points of a value. */
    private static String[] split(String told) {
        int close = told.startsWith("[") ? told.indexOf(']') + 1 : 0;
        String[] names = told.substring(close).split("\\.", -1);
        names[0] = told.substring(0, close) + names[0];
        return names;
    }

    private RubyValue first(String name, CodeFile file, @Nullable Declared in, int depth) {
        if (name.startsWith("[")) {
            String constant = name.substring(1, name.length() - 1);
            return RubyValue.of(types.find(constant, file, in), true);
        }
        return switch (name) {
            case "#", "nil" -> RubyValue.FOREIGN;
            case "self" -> itself(in);
            default -> {
                RubyType own = types.around(in);
                if (own != null && name.startsWith("@")) {
                    yield assigned(own, name, depth);
                }
                RubyValue held = held(name, file, in, depth);
                yield held == null ? next(itself(in), name, depth).perhaps() : held;
            }
        };
    }

    /** What {@code self} is. */
    private RubyValue itself(@Nullable Declared in) {
        RubyType own = types.around(in);
        boolean ofType =
                in == null || !in.symbol.kind().isCode() || in.symbol.signature().extension();
        return own == null ? RubyValue.UNKNOWN : RubyValue.of(own, ofType);
    }

    /** The variable of a name, or null where there is none. */
    @Nullable RubyValue held(String name, CodeFile file, @Nullable Declared in, int depth) {
        String written = in == null ? file.variables.get(name) : in.variables.get(name);
        return written == null
                ? null
                : any(new Variable(in == null ? file : in, name), written, file, in, depth);
    }

    private RubyValue any(
            Variable variable, String written, CodeFile file, @Nullable Declared in, int depth) {
        RubyValue soFar = open.get(variable);
        if (soFar != null) {
            return soFar; // it is made of what it was
        }
        RubyValue value = RubyValue.UNKNOWN;
        boolean first = true;
        for (String one : written.split("\n", -1)) {
            open.put(variable, value);
            RubyValue other =
                    one.startsWith("=")
                            ? of(one.substring(1), file, in, depth + 1)
                            : RubyValue.UNKNOWN;
            value = first ? other : value.or(other);
            first = false;
        }
        open.remove(variable);
        return value;
    }

    /** What methods of a type assign to a field of it: others may do so as well. */
    private RubyValue assigned(RubyType type, String name, int depth) {
        RubyValue all = null;
        for (RubyType one : types.line(type)) {
            for (Declared part : one.parts) {
                for (Declared code : part.members.values()) {
                    String told = code.variables.get(name);
                    if (told != null) {
                        RubyValue value =
                                any(new Variable(code, name), told, code.file, code, depth);
                        all = all == null ? value : all.or(value);
                    }
                }
            }
        }
        return all == null ? RubyValue.UNKNOWN : all.perhaps();
    }

    private RubyValue next(RubyValue value, String name, int depth) {
        RubyType type = value.type();
        if (type == null) {
            return value.known() ? RubyValue.FOREIGN : RubyValue.UNKNOWN;
        }
        if (name.equals("class") && !value.isType()) {
            return new RubyValue(type, true, true, value.exact());
        }
        Declared method = value.isType() ? types.own(type, name) : types.method(type, name);
        if (method == null) {
            return name.equals("new") && value.isType()
                    ? new RubyValue(type, false, true, value.exact())
                    : RubyValue.FOREIGN;
        }
        String gives = method.symbol.signature().gives();
        return gives.isEmpty() || gives.equals("?")
                ? RubyValue.UNKNOWN
                : any(new Variable(method, ""), "=" + gives, method.file, method, depth).perhaps();
    }
}
