package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether values of one type of Java or Kotlin are taken where another is written. */
final class JvmFits {
    private static final Map<String, String> BOXES =
            Map.of(
                    "byte", "Byte",
                    "short", "Short",
                    "char", "Character",
                    "int", "Integer",
                    "long", "Long",
                    "float", "Float",
                    "double", "Double",
                    "boolean", "Boolean");

    /** What is wider, behind what is narrower. */
    private static final List<String> NUMBERS =
            List.of("byte", "short", "int", "long", "float", "double");

    private static final Set<String> OF_NUMBERS =
            Set.of("Number", "Comparable", "Serializable", "Constable");
    private static final Set<String> OF_TEXTS =
            Set.of("CharSequence", "Comparable", "Serializable", "Constable");

    /** Of others, that are no types of functions. */
    private static final Set<String> NO_FUNCTIONS =
            Set.of("String", "CharSequence", "Class", "KClass", "Number");

    private static final Map<String, Set<String>> WIDER =
            Map.of(
                    "List", Set.of("Collection", "Iterable"),
                    "Set", Set.of("Collection", "Iterable"),
                    "Collection", Set.of("Iterable"),
                    "ArrayList", Set.of("List", "Collection", "Iterable"),
                    "HashMap", Set.of("Map"),
                    "File", Set.of("Comparable", "Serializable"),
                    "Path", Set.of("Iterable", "Comparable"),
                    "RuntimeException", Set.of("Exception", "Throwable", "Serializable"),
                    "Exception", Set.of("Throwable", "Serializable"),
                    "Error", Set.of("Throwable", "Serializable"));

    private final SharedTypes types;

    JvmFits(SharedTypes types) {
        this.types = types;
    }

    /** How a value fits what is taken. */
    enum Fit {
        NOT,
        PERHAPS,
        /** It becomes another first, as a number becomes an object. */
        LOOSELY,
        YES,
        SAME;

        boolean isSure() {
            return compareTo(LOOSELY) >= 0;
        }
    }

    Fit fit(JvmType given, JvmType taken) {
        JvmType bound = taken.bound();
        if (taken.isUnknown()) {
            return Fit.PERHAPS;
        }
        if (bound != null) {
            Fit fit = taken.isArray() ? ofArray(given) : fit(given, bound);
            return fit == Fit.SAME ? Fit.YES : fit;
        }
        if (given.isUnknown()) {
            return isAny(taken) ? Fit.LOOSELY : Fit.PERHAPS;
        }
        if (given.isFunction()) {
            return ofFunction(taken);
        }
        if (given.name().equals("null")) {
            return isPrimitive(taken) ? Fit.NOT : Fit.YES;
        }
        if (given.isSame(taken)) {
            return Fit.SAME;
        }
        if (isAny(taken)) {
            return isPrimitive(given) ? Fit.LOOSELY : Fit.YES;
        }
        JvmType least = given.bound();
        if (least != null) {
            Fit fit = given.isArray() ? Fit.PERHAPS : fit(least, taken);
            boolean isSure = fit.isSure() && fit != Fit.LOOSELY;
            return isSure ? Fit.YES : isPrimitive(taken) ? Fit.NOT : Fit.PERHAPS;
        }
        return ofOthers(given, taken);
    }

    private Fit ofOthers(JvmType given, JvmType taken) {
        if (given.isArray() || taken.isArray()) {
            return given.isArray() && taken.isArray() ? ofArrays(given, taken) : Fit.NOT;
        }
        if (isPrimitive(given)) {
            return ofPrimitive(given.name(), taken);
        }
        if (isPrimitive(taken)) {
            return given.name().equals(BOXES.get(taken.name()))
                    ? Fit.LOOSELY
                    : given.own() != null || given.name().equals("String")
                            ? Fit.NOT
                            : BOXES.containsValue(given.name()) ? Fit.PERHAPS : Fit.NOT;
        }
        Declared own = given.own();
        if (own != null) {
            return ofOwn(own, taken);
        }
        if (given.name().equals("String")) {
            return taken.own() == null && OF_TEXTS.contains(taken.name()) ? Fit.YES : Fit.NOT;
        }
        if (taken.own() != null || taken.name().equals("String")) {
            return given.name().equals("CharSequence") || isAny(given) || taken.own() == null
                    ? Fit.NOT
                    : Fit.PERHAPS;
        }
        return WIDER.getOrDefault(given.name(), Set.of()).contains(taken.name())
                ? Fit.YES
                : BOXES.containsValue(given.name()) && BOXES.containsValue(taken.name())
                        ? Fit.NOT
                        : Fit.PERHAPS;
    }

    private Fit ofOwn(Declared own, JvmType taken) {
        Declared wanted = taken.own();
        if (wanted != null) {
            return types.line(own).contains(wanted)
                    ? Fit.YES
                    : types.isClosed(own) ? Fit.NOT : Fit.PERHAPS;
        }
        return taken.name().equals("String") || types.isWhole(own) ? Fit.NOT : Fit.PERHAPS;
    }

    private Fit ofArrays(JvmType given, JvmType taken) {
        JvmType one = given.element();
        JvmType other = taken.element();
        if (isPrimitive(one) || isPrimitive(other)) {
            return Fit.NOT; // they are not the same
        }
        return fit(one, other);
    }

    private static Fit ofArray(JvmType given) {
        return given.isUnknown()
                ? Fit.PERHAPS
                : !given.isArray() || isPrimitive(given.element()) ? Fit.NOT : Fit.YES;
    }

    private static Fit ofPrimitive(String given, JvmType taken) {
        if (isPrimitive(taken)) {
            int one = NUMBERS.indexOf(given.equals("char") ? "short" : given);
            int other = NUMBERS.indexOf(taken.name());
            boolean isWider = one >= 0 && other > one;
            return isWider ? Fit.YES : Fit.NOT;
        }
        if (taken.own() != null) {
            return Fit.NOT;
        }
        boolean isBox = taken.name().equals(BOXES.get(given));
        boolean isWide = OF_NUMBERS.contains(taken.name());
        return isBox || isWide ? Fit.LOOSELY : Fit.NOT;
    }

    private static Fit ofFunction(JvmType taken) {
        if (taken.isFunction()) {
            return Fit.YES;
        }
        Declared own = taken.own();
        if (own != null) {
            return own.symbol.kind() == Kind.INTERFACE ? Fit.PERHAPS : Fit.NOT;
        }
        boolean isNone =
                isPrimitive(taken)
                        || taken.isArray()
                        || BOXES.containsValue(taken.name())
                        || NO_FUNCTIONS.contains(taken.name());
        return isNone ? Fit.NOT : Fit.PERHAPS;
    }

    private static boolean isAny(JvmType type) {
        return type.name().equals("Object") && type.own() == null;
    }

    static boolean isPrimitive(JvmType type) {
        return type.own() == null && BOXES.containsKey(type.name());
    }
}
