package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of values of PHP, as they are told in few words: {@code $this->orders->first()}. Types
 * that are declared count as certain, those that a comment names as likely.
 */
final class PhpValues {
    /** Through so many other values nobody tells what one is. */
    private static final int MAX_DEPTH = 24;

    /** So many values are looked at for one. */
    private static final int MAX_STEPS = 500;

    /** Of these nothing is called, or not what is read here. */
    private static final Set<String> PLAIN =
            Set.of(
                    """
                    int integer float double string bool boolean array iterable callable void
                    never null false true resource scalar numeric closure list non-empty-string
                    class-string non-empty-array positive-int array-key int-mask literal-string
                    key-of value-of non-empty-list callable-string numeric-string
                    """
                            .strip()
                            .split("\\s+", -1));

    private static final Set<String> ANY = Set.of("", "?", "mixed", "object");

    private final PhpTypes types;
    private final Map<PhpType, Map<String, PhpValue>> assigned = new HashMap<>();

    /** Variables that are being looked for, and what they are as far as that is known. */
    private final Map<Variable, PhpValue> open = new HashMap<>();

    private int steps;

    private record Variable(CodeFile file, @Nullable Declared in, String name) {}

    PhpValues(PhpTypes types) {
        this.types = types;
    }

    /** The value that is told somewhere. */
    PhpValue of(String told, CodeFile file, @Nullable Declared in) {
        steps = 0;
        return of(told, file, in, 0);
    }

    private PhpValue of(String told, CodeFile file, @Nullable Declared in, int depth) {
        return depth > MAX_DEPTH || told.isEmpty() || steps++ > MAX_STEPS
                ? PhpValue.UNKNOWN
                : new Walk(told, file, in, depth).value();
    }

    /**
     * A value of a type that is written somewhere.
     *
     * @param own what {@code static} stands for, or null
     */
    private PhpValue typed(
            String written, CodeFile file, @Nullable Declared in, @Nullable PhpType own) {
        boolean exact = !written.startsWith("~");
        String type = exact ? written : written.substring(1);
        type = type.startsWith("?") && type.length() > 1 ? type.substring(1) : type;
        List<String> named = new ArrayList<>();
        for (String one : parts(type)) {
            String bare = one.startsWith("(") && one.endsWith(")") ? "?" : one;
            if (ANY.contains(PhpTypes.lower(bare))) {
                return PhpValue.UNKNOWN;
            }
            if (!isPlain(bare)) {
                named.add(bare);
            }
        }
        if (named.size() != 1) {
            return PhpValue.FOREIGN;
        }
        String one = named.getFirst();
        String each = each(one);
        PhpType found = one.endsWith("]") ? null : type(bare(one), file, in, own);
        return new PhpValue(found, true, exact, each, file, in);
    }

    private @Nullable PhpType type(
            String name, CodeFile file, @Nullable Declared in, @Nullable PhpType own) {
        boolean isOwn = PhpTypes.lower(name).equals("static") || name.equals("$this");
        return isOwn && own != null ? own : types.find(name, file, in);
    }

    private static boolean isPlain(String type) {
        return PLAIN.contains(PhpTypes.lower(bare(type))) && each(type).isEmpty();
    }

    private static String bare(String type) {
        int open = type.indexOf('<');
        int brace = type.indexOf('{');
        int end = open < 0 ? brace : brace < 0 ? open : Math.min(open, brace);
        return end < 0 ? type : type.substring(0, end);
    }

    /** Of {@code Order[]} and {@code iterable<int,Order>} what each is; empty for others. */
    private static String each(String type) {
        if (type.endsWith("[]")) {
            return type.substring(0, type.length() - 2);
        }
        int open = type.indexOf('<');
        if (open <= 0 || !type.endsWith(">") || bare(type).equals("class-string")) {
            return "";
        }
        String inside = type.substring(open + 1, type.length() - 1);
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            char sign = inside.charAt(i);
            depth += sign == '<' ? 1 : sign == '>' ? -1 : 0;
            from = sign == ',' && depth == 0 ? i + 1 : from;
        }
        return inside.substring(from);
    }

    /** The types of which a value is one, or all. */
    private static List<String> parts(String type) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < type.length(); i++) {
            char sign = type.charAt(i);
            depth += "<({".indexOf(sign) >= 0 ? 1 : ">)}".indexOf(sign) >= 0 ? -1 : 0;
            if ((sign == '|' || sign == '&') && depth == 0) {
                parts.add(type.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(type.substring(from));
        return parts;
    }

    /** The variable that a name means. */
    private PhpValue held(String name, CodeFile file, @Nullable Declared in, int depth) {
        String written = in == null ? file.variables.get(name) : in.variables.get(name);
        if (written == null) {
            return PhpValue.UNKNOWN;
        }
        Variable variable = new Variable(file, in, name);
        PhpValue soFar = open.get(variable);
        if (soFar != null) {
            return soFar; // it is made of what it was
        }
        List<String> all = List.of(written.split("\n", -1));
        boolean isSaid = all.stream().anyMatch(one -> one.startsWith("~"));
        PhpValue value = PhpValue.UNKNOWN;
        boolean first = true;
        for (String one : all) {
            if (!isSaid || !one.startsWith("=")) {
                open.put(variable, value);
                PhpValue other = written(one, file, in, null, depth);
                value = first ? other : value.or(other);
                first = false;
            }
        }
        open.remove(variable);
        return value;
    }

    private PhpValue written(
            String written,
            CodeFile file,
            @Nullable Declared in,
            @Nullable PhpType own,
            int depth) {
        return written.startsWith("=")
                ? of(written.substring(1), file, in, depth + 1)
                : typed(written, file, in, own);
    }

    /** The field of a type. */
    private PhpValue field(PhpType type, String name, int depth) {
        String key = "->" + name;
        List<PhpType> line = types.line(type);
        for (PhpType one : line) {
            Declared declared = one.declared;
            String written = declared.variables.get(key);
            written = written == null ? promoted(one, key) : written;
            if (written != null) {
                return typed(written.split("\n", -1)[0], declared.file, declared, type);
            }
        }
        for (PhpType one : line) {
            PhpValue value = assigned(one, key, depth);
            if (value.known()) {
                return value.perhaps();
            }
        }
        return types.above(type).open() ? PhpValue.FOREIGN : PhpValue.UNKNOWN;
    }

    /** The type of a field that a parameter of the constructor declares as well, or null. */
    private static @Nullable String promoted(PhpType type, String key) {
        for (Declared code : type.methods.values()) {
            String told = code.variables.get(key);
            boolean makes = code.symbol.kind() == Kind.CONSTRUCTOR;
            if (makes && told != null && !told.startsWith("=") && !told.startsWith("?\n")) {
                return told.equals("?") ? null : told;
            }
        }
        return null;
    }

    /** What all methods of a type assign to a field of it. */
    private PhpValue assigned(PhpType type, String key, int depth) {
        Map<String, PhpValue> known = assigned.computeIfAbsent(type, _ -> new HashMap<>());
        PhpValue before = known.get(key);
        if (before == null) {
            known.put(key, PhpValue.UNKNOWN); // a field may be told by itself
            before = looked(type, key, depth);
            known.put(key, before);
        }
        return before;
    }

    private PhpValue looked(PhpType type, String key, int depth) {
        PhpValue all = PhpValue.UNKNOWN;
        for (Declared code : type.declared.file.declared) {
            String told = code.within == type.declared ? code.variables.get(key) : null;
            for (String one : told == null ? new String[0] : told.split("\n", -1)) {
                PhpValue value = written(one, code.file, code, type, depth + 1);
                boolean isOther = all.known() && all.type() != value.type();
                if (value.type() == null || isOther) {
                    return PhpValue.UNKNOWN;
                }
                all = value;
            }
        }
        return all;
    }

    /** What a call of some code gives. */
    private PhpValue given(@Nullable Declared code, @Nullable PhpType own) {
        String gives = code == null ? "" : code.symbol.signature().gives();
        return code == null || gives.isEmpty()
                ? PhpValue.UNKNOWN
                : typed(gives, code.file, code, own);
    }

    /** What a method gives that a type but says that it has. */
    private PhpValue said(PhpType type, String name) {
        for (PhpType one : types.line(type)) {
            String gives = one.declared.variables.get("()" + PhpTypes.lower(name));
            if (gives != null) {
                return typed(gives, one.declared.file, one.declared, type);
            }
        }
        return PhpValue.FOREIGN;
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

        PhpValue value() {
            PhpValue value = first();
            while (at < told.length() && value.known()) {
                PhpValue next = next(value);
                value = value.exact() ? next : next.perhaps();
            }
            return value;
        }

        private PhpValue first() {
            return switch (told.charAt(0)) {
                case '{' -> made(until('}'));
                case '[' -> {
                    PhpType type = types.find(until(']'), file, in);
                    yield type == null ? PhpValue.FOREIGN : PhpValue.of(type, true);
                }
                case '$' -> {
                    String name = name();
                    PhpType own = name.equals("$this") ? types.around(in) : null;
                    yield own == null ? held(name, file, in, depth) : PhpValue.of(own, true);
                }
                default -> {
                    String name = name();
                    boolean isCall = told.startsWith("()", at);
                    at += 2;
                    yield given(isCall ? types.function(name, file, in) : null, null);
                }
            };
        }

        private PhpValue made(String written) {
            PhpValue value = typed(written, file, in, types.around(in));
            return written.equalsIgnoreCase("static") ? value.perhaps() : value;
        }

        private String until(char close) {
            int end = told.indexOf(close);
            String inside = end < 0 ? "" : told.substring(1, end);
            at = end < 0 ? told.length() : end + 1;
            return inside;
        }

        private PhpValue next(PhpValue value) {
            if (told.charAt(at) == '*') {
                at++;
                CodeFile of = value.file();
                return of == null || value.each().isEmpty()
                        ? PhpValue.UNKNOWN
                        : typed("~" + value.each(), of, value.in(), null);
            }
            boolean ofType = told.startsWith("::", at);
            at = Math.min(told.length(), at + 2);
            String name = name();
            boolean isCall = told.startsWith("()", at);
            at += isCall ? 2 : 0;
            PhpType type = value.type();
            if (type == null) {
                return PhpValue.FOREIGN;
            }
            if (isCall) {
                Declared method = types.method(type, name);
                return method == null ? said(type, name) : given(method, type);
            }
            if (ofType && !name.startsWith("$")) {
                String held = type.declared.variables.get("::" + name);
                return held == null ? PhpValue.UNKNOWN : PhpValue.of(type, true);
            }
            return field(type, name.startsWith("$") ? name.substring(1) : name, depth);
        }

        private String name() {
            int from = at;
            while (at < told.length() && isOfName(told.charAt(at))) {
                at++;
            }
            return told.substring(from, at);
        }

        private static boolean isOfName(char sign) {
            return Character.isLetterOrDigit(sign) || "_$\\".indexOf(sign) >= 0;
        }
    }
}
