package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Names.Meaning;
import alchemist.exchange.code.Outline.Call;
import alchemist.exchange.code.Outline.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of what calls of Java and Kotlin give, as far as something written tells them. */
final class JvmTypes {
    /** So deep bounds lead to others at most. */
    private static final int MAX_BOUNDS = 4;

    /** What Kotlin calls otherwise. */
    private static final Map<String, String> AS_IN_JAVA =
            Map.ofEntries(
                    Map.entry("Any", "Object"),
                    Map.entry("Int", "int"),
                    Map.entry("Long", "long"),
                    Map.entry("Short", "short"),
                    Map.entry("Byte", "byte"),
                    Map.entry("Char", "char"),
                    Map.entry("Float", "float"),
                    Map.entry("Double", "double"),
                    Map.entry("Boolean", "boolean"),
                    Map.entry("IntArray", "int[]"),
                    Map.entry("LongArray", "long[]"),
                    Map.entry("ShortArray", "short[]"),
                    Map.entry("ByteArray", "byte[]"),
                    Map.entry("CharArray", "char[]"),
                    Map.entry("FloatArray", "float[]"),
                    Map.entry("DoubleArray", "double[]"),
                    Map.entry("BooleanArray", "boolean[]"),
                    Map.entry("MutableList", "List"),
                    Map.entry("MutableSet", "Set"),
                    Map.entry("MutableMap", "Map"),
                    Map.entry("MutableCollection", "Collection"));

    private final SharedTypes types;
    private final SharedNames names;

    JvmTypes(SharedTypes types, SharedNames names) {
        this.types = types;
        this.names = names;
    }

    /** What a type means that is written at a place. */
    JvmType written(String written, CodeFile file, @Nullable Declared in) {
        return written(written, file, in, 0);
    }

    private JvmType written(String written, CodeFile file, @Nullable Declared in, int bounds) {
        String text = plain(written);
        if (text.isEmpty() || text.equals("?")) {
            return JvmType.UNKNOWN;
        }
        if (text.contains("->")) {
            return JvmType.FUNCTION;
        }
        int end = text.length();
        while (text.startsWith("[]", end - 2)) {
            end -= 2;
        }
        String dimensions = text.substring(end);
        String bare = text.substring(0, end);
        String parameter = parameter(bare, in);
        if (parameter != null) {
            JvmType bound =
                    parameter.isEmpty() || bounds == MAX_BOUNDS
                            ? JvmType.ANY
                            : written(parameter, file, in, bounds + 1);
            return new JvmType(bare + dimensions, null, bound);
        }
        Meaning meaning = types.type(bare, in, file);
        if (meaning != null && (!meaning.exact() || meaning.what().symbol.kind() == Kind.TYPE)) {
            return JvmType.UNKNOWN;
        }
        String last = bare.substring(bare.lastIndexOf('.') + 1);
        boolean kotlin = meaning == null && file.language == CodeLanguage.KOTLIN;
        return new JvmType(
                (kotlin ? AS_IN_JAVA.getOrDefault(last, last) : last) + dimensions,
                meaning == null ? null : meaning.what(),
                null);
    }

    /** Without marks, arguments, and what says that there may be none of it. */
    private static String plain(String written) {
        String text = written.strip();
        while (text.startsWith("@") && text.indexOf(' ') > 0) {
            text = text.substring(text.indexOf(' ') + 1).strip();
        }
        if (text.contains("->")) {
            return text;
        }
        int arguments = text.indexOf('<');
        int close = text.lastIndexOf('>');
        if (arguments > 0 && close > arguments) {
            text = text.substring(0, arguments) + text.substring(close + 1);
        }
        return text.length() < 2 ? text : text.replace("?", "").replace(" ", "").strip();
    }

    /** The bound of a name that stands for types, empty where it has none; else null. */
    private static @Nullable String parameter(String name, @Nullable Declared in) {
        for (Declared up = in; up != null; up = up.owner) {
            for (String one : up.symbol.signature().typed()) {
                String text = one.startsWith("reified ") ? one.substring(8) : one;
                if (text.equals(name)) {
                    return "";
                }
                String rest = text.startsWith(name) ? text.substring(name.length()).strip() : "";
                for (String sign : List.of("extends ", ":")) {
                    if (rest.startsWith(sign)) {
                        String bound = rest.substring(sign.length());
                        int and = bound.indexOf('&');
                        return (and < 0 ? bound : bound.substring(0, and)).strip();
                    }
                }
            }
        }
        return null;
    }

    /** The type of what a call gives. */
    JvmType given(String given, CodeFile file, @Nullable Declared in) {
        switch (given) {
            case "?" -> {
                return JvmType.UNKNOWN;
            }
            case "null" -> {
                return JvmType.NULL;
            }
            case "=>", "->" -> {
                return JvmType.FUNCTION;
            }
            default -> {}
        }
        if (given.startsWith("{")) {
            return written(given.substring(1, given.length() - 1), file, in);
        }
        if (given.endsWith(")")) {
            return result(given, file, in);
        }
        if (given.equals("this")) {
            Declared type = SharedTypes.typeOf(in);
            // In a function of Kotlin for values of another type it is one of these.
            return type == null || isExtension(in)
                    ? JvmType.UNKNOWN
                    : new JvmType(type.symbol.name(), type, null);
        }
        return variable(given, file, in);
    }

    private static boolean isExtension(@Nullable Declared in) {
        return in != null && !in.symbol.owner().isEmpty();
    }

    private JvmType variable(String path, CodeFile file, @Nullable Declared in) {
        SharedNames.Written held = SharedNames.held(path, in);
        if (held != null) {
            return written(held.type(), held.file(), held.in());
        }
        int point = path.lastIndexOf('.');
        if (point < 0) {
            return JvmType.UNKNOWN;
        }
        // What a type holds, or a value of one; of an enumeration also its values.
        Meaning holding = holding(path.substring(0, point), file, in);
        String name = path.substring(point + 1);
        if (holding == null || !holding.exact()) {
            return JvmType.UNKNOWN;
        }
        Declared type = holding.what();
        String written = type.variables.get(name);
        if (written != null) {
            return written(written, type.file, type);
        }
        boolean isValue =
                type.symbol.kind() == Kind.ENUMERATION
                        && name.equals(name.toUpperCase(Locale.ROOT));
        return isValue ? new JvmType(type.symbol.name(), type, null) : JvmType.UNKNOWN;
    }

    private @Nullable Meaning holding(String before, CodeFile file, @Nullable Declared in) {
        SharedNames.Written held = SharedNames.held(before, in);
        return held == null
                ? types.type(before, in, file)
                : types.type(held.type(), held.in(), held.file());
    }

    /** That of what a call gives which is itself given. */
    private JvmType result(String call, CodeFile file, @Nullable Declared in) {
        int open = call.lastIndexOf('(');
        int point = call.lastIndexOf('.', open);
        int given = Integer.parseInt(call.substring(open + 1, call.length() - 1));
        Meaning called =
                names.called(
                        new Call(
                                Outline.NONE,
                                point < 0 ? "" : call.substring(0, point),
                                call.substring(point + 1, open),
                                false,
                                0,
                                Collections.nCopies(given, "?")),
                        in,
                        file);
        if (called == null || !called.exact() || !called.what().symbol.kind().isCode()) {
            return JvmType.UNKNOWN;
        }
        Declared what = called.what();
        String gives = what.symbol.signature().gives();
        JvmType type = written(gives, what.file, what);
        return type.isVariable() ? JvmType.UNKNOWN : type;
    }
}
