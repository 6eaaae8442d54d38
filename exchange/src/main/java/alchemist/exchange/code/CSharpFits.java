package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether values of C# fit what is taken, as far as their types are known. */
final class CSharpFits {
    private static final Set<String> NUMBERS =
            Set.of(
                    "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float",
                    "double", "decimal", "nint", "nuint", "char");

    /** What others wrote that any type may be, without saying so. */
    private static final Set<String> OF_ALL =
            Set.of("dynamic", "Enum", "ValueType", "IConvertible", "IComparable", "IFormattable");

    private static final Set<String> PREDEFINED = Set.of("bool", "string", "object");

    private static final String OPERATOR = "operator ";

    private final CSharpTypes types;
    private final CSharpValues values;

    CSharpFits(CSharpTypes types, CSharpValues values) {
        this.types = types;
        this.values = values;
    }

    /** How a value fits what is taken. */
    enum Fit {
        NOT,
        PERHAPS,
        YES,
        SAME
    }

    /** How what a call gives fits what some code takes. */
    Fit fit(Declared code, int passed, List<String> given, CodeFile file, @Nullable Declared in) {
        List<String> takes = code.symbol.signature().takes();
        Fit all = Fit.SAME;
        for (int i = 0; i < given.size(); i++) {
            int at = i + passed;
            Fit one =
                    at >= takes.size() || (code.symbol.signature().open() && at >= takes.size() - 1)
                            ? Fit.PERHAPS
                            : fit(given.get(i), takes.get(at), code, file, in);
            all = one.compareTo(all) < 0 ? one : all;
        }
        return all.compareTo(Fit.YES) >= 0 && !agree(code, passed, given, file, in)
                ? Fit.PERHAPS
                : all;
    }

    /** Whether what is given for one type that stands for others is known to be of one type. */
    private boolean agree(
            Declared code, int passed, List<String> given, CodeFile file, @Nullable Declared in) {
        List<String> takes = code.symbol.signature().takes();
        Map<String, CSharpValue> first = new HashMap<>();
        for (int i = 0; i < given.size() && i + passed < takes.size(); i++) {
            String taken = CSharpValues.plain(takes.get(i + passed));
            if (CSharpTypes.isParameter(taken, code)) {
                CSharpValue value = values.of(given.get(i), file, in);
                CSharpValue other = first.putIfAbsent(taken, value);
                if (other != null && (value.isUnknown() || !isSame(value, other))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSame(CSharpValue one, CSharpValue other) {
        return (one.type() == null || other.type() == null)
                ? one.type() == other.type() && one.written().equals(other.written())
                : one.type() == other.type();
    }

    private Fit fit(
            String given, String written, Declared code, CodeFile file, @Nullable Declared in) {
        String taken = CSharpValues.plain(written);
        boolean value = taken.equals(written) && (NUMBERS.contains(taken) || taken.equals("bool"));
        return switch (given) {
            case "?" -> isAny(taken, code) ? Fit.YES : Fit.PERHAPS;
            case "null" -> value ? Fit.NOT : taken.equals("object") ? Fit.YES : Fit.PERHAPS;
            case "=>" -> takesCode(taken, code) ? Fit.PERHAPS : Fit.NOT;
            default -> {
                CSharpValue known = values.of(given, file, in);
                yield known.isType() ? Fit.PERHAPS : fit(known, written, code);
            }
        };
    }

    /** Whether a parameter takes whatever is given. */
    private boolean isAny(String taken, Declared code) {
        return taken.equals("object")
                || (CSharpTypes.isParameter(taken, code)
                        && CSharpValues.bound(taken, code).isEmpty());
    }

    /** Whether a parameter may be of a type for functions. */
    private boolean takesCode(String taken, Declared code) {
        if (NUMBERS.contains(taken) || PREDEFINED.contains(taken)) {
            return false;
        }
        CSharpType type = types.find(taken, code.file, code);
        return type == null || type.main().symbol.kind() == Kind.TYPE;
    }

    /** How a value fits a parameter's type that is written at some code. */
    Fit fit(CSharpValue value, String written, Declared code) {
        String taken = CSharpValues.plain(written);
        if (CSharpTypes.isParameter(taken, code)) {
            return fitBound(value, CSharpValues.bound(taken, code), code);
        }
        if (value.isUnknown()) {
            return taken.equals("object") ? Fit.YES : Fit.PERHAPS;
        }
        CSharpType wanted = types.find(taken, code.file, code);
        CSharpType type = value.type();
        if (wanted != null && type != null) {
            return type == wanted
                    ? missing(value.written(), written, isValue(type))
                    : types.line(type).contains(wanted)
                            ? Fit.YES
                            : converts(wanted) || converts(type) ? Fit.PERHAPS : Fit.NOT;
        }
        if (wanted != null) {
            return converts(wanted) ? Fit.PERHAPS : Fit.NOT;
        }
        if (taken.equals("object")) {
            return Fit.YES;
        }
        boolean plain = NUMBERS.contains(taken) || PREDEFINED.contains(taken);
        if (type != null) {
            boolean isClosed = plain || !(types.isOpen(type) || OF_ALL.contains(taken));
            return isClosed && !converts(type) ? Fit.NOT : Fit.PERHAPS;
        }
        if (CSharpTypes.isParameter(value.written(), value.in())) {
            return plain ? Fit.NOT : Fit.PERHAPS;
        }
        return foreign(value.written(), written, plain);
    }

    /** Whether variables of a type hold it, and may hold none only where they say so. */
    private static boolean isValue(CSharpType type) {
        Kind kind = type.main().symbol.kind();
        return kind == Kind.STRUCT || kind == Kind.ENUMERATION;
    }

    /** How a value fits that is of the type that is taken, where either may be missing. */
    private static Fit missing(String written, String taken, boolean isValue) {
        boolean may = written.endsWith("?");
        if (may == taken.endsWith("?") || !isValue) {
            return Fit.SAME;
        }
        return may ? Fit.NOT : Fit.YES;
    }

    /** How a value fits a type that is found out by what is given, and is at least another. */
    private Fit fitBound(CSharpValue value, String bound, Declared code) {
        CSharpType type = value.type();
        CSharpType least = bound.isEmpty() ? null : types.find(bound, code.file, code);
        if (bound.isEmpty()
                || (least != null && type != null && types.line(type).contains(least))) {
            return value.isUnknown() ? Fit.YES : Fit.SAME;
        }
        boolean isClosed = least != null && type != null && !types.isOpen(type);
        return isClosed ? Fit.NOT : Fit.PERHAPS;
    }

    private static Fit foreign(String written, String taken, boolean plain) {
        String one = CSharpValues.plain(written);
        String other = CSharpValues.plain(taken);
        boolean number = NUMBERS.contains(one);
        boolean isValue = number || one.equals("bool");
        if (one.equals(other)) {
            boolean isKnown = isValue || one.equals("string") || written.equals(taken);
            return isKnown ? missing(written, taken, isValue) : Fit.PERHAPS;
        }
        if (number && NUMBERS.contains(other)) {
            return Fit.PERHAPS;
        }
        return (number || PREDEFINED.contains(one)) && plain ? Fit.NOT : Fit.PERHAPS;
    }

    /** Whether a type says that others become one of it, or it one of others. */
    private boolean converts(CSharpType type) {
        return types.line(type).stream()
                .flatMap(one -> one.methods.keySet().stream())
                .anyMatch(
                        name ->
                                name.length() > OPERATOR.length()
                                        && name.startsWith(OPERATOR)
                                        && Character.isLetter(name.codePointAt(OPERATOR.length())));
    }
}
