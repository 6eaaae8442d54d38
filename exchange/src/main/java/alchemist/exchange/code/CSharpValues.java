package alchemist.exchange.code;

import alchemist.exchange.code.CSharpTypeName.Part;
import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of which types values of C# are: the language writes the types of all members, so that most
 * values tell. They are told in the words of the parser's grammar.
 */
final class CSharpValues {
    /** Through so many variables a value is followed. */
    private static final int MAX_DEPTH = 12;

    /** What is written where nothing is said. */
    private static final Set<String> UNTOLD = Set.of("?", "dynamic");

    /** What gives a value of its argument when it is awaited. */
    private static final Set<String> TASKS = Set.of("Task", "ValueTask");

    private final CSharpTypes types;
    private final CSharpOverloads overloads;

    CSharpValues(CSharpTypes types) {
        this.types = types;
        this.overloads = new CSharpOverloads(types, this);
    }

    CSharpOverloads overloads() {
        return overloads;
    }

    /** A value where it stands. */
    CSharpValue of(String told, CodeFile file, @Nullable Declared in) {
        return of(told, file, in, 0);
    }

    private CSharpValue of(String told, CodeFile file, @Nullable Declared in, int depth) {
        return depth > MAX_DEPTH || told.isEmpty()
                ? CSharpValue.UNKNOWN
                : new Walk(told, file, in, depth).value();
    }

    /** A value of a type that is written somewhere. */
    CSharpValue typed(
            String written, CodeFile file, @Nullable Declared in, Map<String, CSharpValue> given) {
        String plain = plain(written);
        CSharpValue known = given.get(plain);
        if (known != null) {
            return known;
        }
        if (written.isEmpty() || UNTOLD.contains(written)) {
            return CSharpValue.UNKNOWN;
        }
        if (CSharpTypes.isParameter(plain, in)) {
            String bound = bound(plain, in);
            return bound.isEmpty()
                    ? CSharpValue.UNKNOWN
                    : typed(bound, file, in, without(plain, given));
        }
        CSharpType type = types.find(written, file, in);
        return new CSharpValue(
                type, written, file, in, false, arguments(type, written, file, in, given));
    }

    /** A type without that one of it may be missing. */
    static String plain(String written) {
        return written.endsWith("?") && written.length() > 1
                ? written.substring(0, written.length() - 1)
                : written;
    }

    /** What is given, but nothing for a name: a type may be told by itself. */
    private static Map<String, CSharpValue> without(String name, Map<String, CSharpValue> given) {
        Map<String, CSharpValue> less = new HashMap<>(given);
        less.put(name, CSharpValue.UNKNOWN);
        return less;
    }

    /** What a type that stands for others is at least, or empty. */
    static String bound(String name, @Nullable Declared in) {
        for (Declared up = in; up != null; up = up.within) {
            String bound = up.variables.get("<" + name + ">");
            if (bound != null) {
                return bound.equals("?") ? "" : bound;
            }
        }
        return "";
    }

    /** What the names of types stand for in a type that is given arguments. */
    private Map<String, CSharpValue> arguments(
            @Nullable CSharpType type,
            String written,
            CodeFile file,
            @Nullable Declared in,
            Map<String, CSharpValue> given) {
        CSharpTypeName name = type == null ? null : CSharpTypeName.of(written);
        if (type == null || name == null) {
            return given;
        }
        return named(
                type.main().symbol.signature().typed(), name.last().arguments(), file, in, given);
    }

    private Map<String, CSharpValue> named(
            List<String> names,
            List<String> arguments,
            CodeFile file,
            @Nullable Declared in,
            Map<String, CSharpValue> given) {
        if (names.isEmpty() || names.size() != arguments.size()) {
            return Map.of();
        }
        Map<String, CSharpValue> named = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), typed(arguments.get(i), file, in, given));
        }
        return named;
    }

    /** The variable, field or property that a name means, or null where it means none. */
    @Nullable CSharpValue held(String name, CodeFile file, @Nullable Declared in) {
        return held(name, file, in, 0);
    }

    private @Nullable CSharpValue held(
            String name, CodeFile file, @Nullable Declared in, int depth) {
        for (Declared up = in; up != null; up = up.within) {
            if (up.symbol.kind().isCode()) {
                String written = up.variables.get(name);
                if (written != null && CSharpTypes.isParameter(plain(written), up)) {
                    return ofParameter(plain(written), file, up);
                }
                if (written != null) {
                    return written(written, file, up, Map.of(), depth);
                }
            } else if (up.isType()) {
                CSharpType type = types.around(up);
                CSharpValue member = type == null ? null : member(type, name, Map.of(), depth);
                if (member != null) {
                    return member;
                }
            }
        }
        String alone = in == null ? file.variables.get(name) : null;
        return alone == null ? null : written(alone, file, null, Map.of(), depth);
    }

    /** A value of a type that stands for others, where it does: of which it is at least. */
    private CSharpValue ofParameter(String written, CodeFile file, Declared in) {
        String bound = bound(written, in);
        return bound.isEmpty()
                ? new CSharpValue(null, written, file, in, false, Map.of())
                : typed(bound, file, in, without(written, Map.of()));
    }

    /** The field or property of a type, or null where it has none of the name. */
    @Nullable CSharpValue member(CSharpType type, String name) {
        return member(type, name, Map.of(), 0);
    }

    private @Nullable CSharpValue member(
            CSharpType type, String name, Map<String, CSharpValue> given, int depth) {
        for (CSharpType one : types.line(type)) {
            for (Declared part : one.parts) {
                String written = part.variables.get(name);
                if (written != null) {
                    return written(written, part.file, part, one == type ? given : Map.of(), depth);
                }
            }
        }
        return null;
    }

    private CSharpValue written(
            String written,
            CodeFile file,
            @Nullable Declared in,
            Map<String, CSharpValue> given,
            int depth) {
        return written.startsWith("=")
                ? of(written.substring(1), file, in, depth + 1)
                : typed(written, file, in, given);
    }

    /** Each of what a value holds several of. */
    private CSharpValue each(CSharpValue many, boolean byIndex) {
        CodeFile file = many.file();
        CSharpTypeName name =
                many.type() == null && file != null ? CSharpTypeName.of(many.written()) : null;
        if (name == null || file == null) {
            return CSharpValue.UNKNOWN;
        }
        if (name.isArray()) {
            String written = many.written().substring(0, many.written().lastIndexOf('['));
            return typed(written, file, many.in(), many.given());
        }
        List<String> arguments = name.last().arguments();
        boolean one = arguments.size() == 1 || (byIndex && arguments.size() == 2);
        return one
                ? typed(arguments.getLast(), file, many.in(), many.given())
                : CSharpValue.UNKNOWN;
    }

    private static CSharpValue present(CSharpValue value) {
        return new CSharpValue(
                value.type(),
                plain(value.written()),
                value.file(),
                value.in(),
                value.isType(),
                value.given());
    }

    private CSharpValue awaited(CSharpValue task) {
        CodeFile file = task.file();
        CSharpTypeName name =
                task.type() == null && file != null ? CSharpTypeName.of(task.written()) : null;
        return name != null
                        && file != null
                        && TASKS.contains(name.last().name())
                        && name.last().arguments().size() == 1
                ? typed(name.last().arguments().getFirst(), file, task.in(), task.given())
                : CSharpValue.UNKNOWN;
    }

    /** What a call of some code gives. */
    private CSharpValue given(
            Declared code, Part called, CSharpValue on, CodeFile file, @Nullable Declared in) {
        Signature signature = code.symbol.signature();
        Map<String, CSharpValue> given = new HashMap<>(on.given());
        given.putAll(named(signature.typed(), called.arguments(), file, in, Map.of()));
        return typed(signature.gives(), code.file, code, given);
    }

    /** Goes along what is told of a value. */
    private final class Walk {
        private final String told;
        private final CodeFile file;
        private final @Nullable Declared in;
        private final int depth;
        private int at;

        Walk(String told, CodeFile file, @Nullable Declared in, int depth) {
            this.told = told;
            this.file = file;
            this.in = in;
            this.depth = depth;
        }

        CSharpValue value() {
            CSharpValue value = first();
            while (at < told.length()) {
                if (value.isUnknown()) {
                    return CSharpValue.UNKNOWN;
                }
                value = next(value);
            }
            return value;
        }

        private CSharpValue first() {
            if (told.startsWith("{")) {
                int close = CSharpTypeName.close(told, 0);
                if (close < 0) {
                    return end();
                }
                at = close + 1;
                return typed(told.substring(1, close), file, in, Map.of());
            }
            Part name = name();
            if (name == null) {
                return end();
            }
            int given = arguments();
            CSharpType own = types.around(in);
            if (given >= 0) {
                Declared called = overloads.plain(name, given, file, in);
                return called == null ? end() : given(called, name, CSharpValue.UNKNOWN, file, in);
            }
            if (name.name().equals("this") || name.name().equals("base")) {
                return own == null ? end() : own(own, name.name().equals("base"));
            }
            CSharpValue held = held(name.name(), file, in, depth);
            return held != null ? held : type(name);
        }

        private CSharpValue own(CSharpType own, boolean above) {
            if (!above) {
                return new CSharpValue(own, own.main().symbol.name(), file, in, false, Map.of());
            }
            List<CSharpType> supertypes = types.supertypes(own);
            return supertypes.isEmpty()
                    ? CSharpValue.UNKNOWN
                    : new CSharpValue(supertypes.getFirst(), "base", file, in, false, Map.of());
        }

        /** A type, by as many names as it takes. */
        private CSharpValue type(Part first) {
            String written = told.substring(0, at);
            int until = at;
            while (true) {
                CSharpType type = types.find(written, file, in);
                if (type != null) {
                    return new CSharpValue(
                            type,
                            written,
                            file,
                            in,
                            true,
                            CSharpValues.this.arguments(type, written, file, in, Map.of()));
                }
                Part next = at < told.length() && told.charAt(at) == '.' ? nameBehind() : null;
                if (next == null || (at < told.length() && told.charAt(at) == '(')) {
                    at = until;
                    break;
                }
                written = told.substring(0, at);
            }
            // What neither is held nor read is a type of others, or what their types hold.
            boolean isType = Character.isUpperCase(first.name().codePointAt(0));
            at = told.length();
            return isType && !isInherited()
                    ? new CSharpValue(null, first.name(), file, in, true, Map.of())
                    : CSharpValue.UNKNOWN;
        }

        private boolean isInherited() {
            CSharpType own = types.around(in);
            return own != null && types.isOpen(own);
        }

        private @Nullable Part nameBehind() {
            at++;
            return name();
        }

        private CSharpValue next(CSharpValue value) {
            return switch (told.charAt(at)) {
                case '!' -> {
                    at++;
                    yield awaited(value);
                }
                case '*' -> {
                    at++;
                    yield each(value, false);
                }
                case '~' -> {
                    at++;
                    yield present(value);
                }
                case '[' -> {
                    at = Math.min(told.length(), at + 2);
                    yield each(value, true);
                }
                case '.' -> member(value);
                default -> end();
            };
        }

        private CSharpValue member(CSharpValue value) {
            Part name = nameBehind();
            if (name == null) {
                return end();
            }
            int given = arguments();
            if (given < 0) {
                CSharpType type = value.type();
                CSharpValue member =
                        type == null
                                ? null
                                : CSharpValues.this.member(
                                        type, name.name(), value.given(), depth + 1);
                boolean isPresent =
                        member == null
                                && name.name().equals("Value")
                                && value.written().endsWith("?");
                return isPresent ? present(value) : orUnknown(member);
            }
            Declared called = overloads.on(value, name, given, file, in);
            return called == null ? CSharpValue.UNKNOWN : given(called, name, value, file, in);
        }

        private static CSharpValue orUnknown(@Nullable CSharpValue value) {
            return value == null ? CSharpValue.UNKNOWN : value;
        }

        private CSharpValue end() {
            at = told.length();
            return CSharpValue.UNKNOWN;
        }

        /** The name that stands here with the types that it takes, or null. */
        private @Nullable Part name() {
            int from = at;
            while (at < told.length() && CSharpTypeName.isOfName(told.charAt(at))) {
                at++;
            }
            if (at < told.length() && told.charAt(at) == '<') {
                int close = CSharpTypeName.close(told, at);
                if (close < 0) {
                    return null;
                }
                at = close + 1;
            }
            CSharpTypeName name = at == from ? null : CSharpTypeName.of(told.substring(from, at));
            return name == null ? null : name.last();
        }

        /** How many arguments stand here, or -1 where it is no call. */
        private int arguments() {
            if (at >= told.length() || told.charAt(at) != '(') {
                return -1;
            }
            int close = told.indexOf(')', at);
            String count = told.substring(at + 1, Math.max(at + 1, close));
            at = close < 0 ? told.length() : close + 1;
            return count.matches("\\d{1,4}") ? Integer.parseInt(count) : 0;
        }
    }
}
