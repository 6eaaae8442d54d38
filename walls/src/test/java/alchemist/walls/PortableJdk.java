package alchemist.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Map;
import java.util.Set;

/**
 * The part of the JDK that TeaVM compiles to WebAssembly, and that means the same there.
 *
 * <p>Types are held to a list of what is allowed, so that what nobody thought of is refused. Of the
 * types allowed, single methods are refused by name. To allow more: see first that TeaVM has it and
 * that a test in the browser gives the JVM's answer.
 */
final class PortableJdk {
    private static final Set<String> PACKAGES =
            Set.of(
                    "java.lang.annotation",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.annotations");

    private static final Set<String> TYPES =
            Set.of(
                    "java.io.Serializable",
                    "java.io.UncheckedIOException",
                    "java.math.BigInteger",
                    "java.nio.charset.Charset",
                    "java.nio.charset.StandardCharsets",
                    "java.time.DateTimeException",
                    "java.time.Duration",
                    "java.time.Instant",
                    "java.util.zip.CRC32",
                    "java.util.zip.Checksum");

    /** What of java.lang has threads, processes, classes or a runtime behind it. */
    private static final Set<String> NOT_OF_JAVA_LANG =
            Set.of(
                    "ClassLoader",
                    "ClassValue",
                    "InheritableThreadLocal",
                    "Module",
                    "ModuleLayer",
                    "Package",
                    "Process",
                    "ProcessBuilder",
                    "ProcessHandle",
                    "Runtime",
                    "ScopedValue",
                    "SecurityManager",
                    "StackWalker",
                    "Thread",
                    "ThreadGroup",
                    "ThreadLocal");

    private static final Set<String> OF_JAVA_UTIL =
            Set.of(
                    "AbstractCollection",
                    "AbstractList",
                    "AbstractMap",
                    "AbstractSet",
                    "ArrayDeque",
                    "ArrayList",
                    "Arrays",
                    "BitSet",
                    "Collection",
                    "Collections",
                    "Comparator",
                    "Deque",
                    "EnumMap",
                    "EnumSet",
                    "Iterator",
                    "LinkedHashMap",
                    "LinkedHashSet",
                    "List",
                    "ListIterator",
                    "Map",
                    "NavigableMap",
                    "NavigableSet",
                    "NoSuchElementException",
                    "Objects",
                    "Optional",
                    "OptionalDouble",
                    "OptionalInt",
                    "OptionalLong",
                    "PrimitiveIterator",
                    "PriorityQueue",
                    "Queue",
                    "RandomAccess",
                    "SequencedCollection",
                    "SequencedMap",
                    "SequencedSet",
                    "Set",
                    "SortedMap",
                    "SortedSet",
                    "Spliterator",
                    "Spliterators",
                    "StringJoiner",
                    "TreeMap",
                    "TreeSet");

    /** Methods that are missing there, or answer differently, by the type that declares them. */
    private static final Map<String, Set<String>> METHODS =
            Map.ofEntries(
                    Map.entry(
                            "java.lang.String",
                            Set.of(
                                    "compareToIgnoreCase",
                                    "equalsIgnoreCase",
                                    "format",
                                    "formatted",
                                    "isBlank",
                                    "lines",
                                    "matches",
                                    "regionMatches",
                                    "replaceAll",
                                    "replaceFirst",
                                    "split",
                                    "strip",
                                    "stripIndent",
                                    "stripLeading",
                                    "stripTrailing",
                                    "toLowerCase",
                                    "toUpperCase")),
                    Map.entry("java.lang.Object", Set.of("wait", "notify", "notifyAll")),
                    Map.entry("java.lang.Enum", Set.of("hashCode")),
                    Map.entry("java.math.BigInteger", Set.of("doubleValue", "floatValue")),
                    Map.entry("java.time.Instant", Set.of("now")),
                    Map.entry("java.util.Collections", Set.of("shuffle")),
                    Map.entry("java.util.Collection", Set.of("parallelStream")),
                    Map.entry("java.util.stream.BaseStream", Set.of("parallel")),
                    Map.entry(
                            "java.util.stream.DoubleStream",
                            Set.of("average", "boxed", "sum", "summaryStatistics")),
                    Map.entry(
                            "java.util.stream.Collectors",
                            Set.of(
                                    "averagingDouble",
                                    "groupingByConcurrent",
                                    "summarizingDouble",
                                    "summingDouble",
                                    "toConcurrentMap",
                                    "toMap",
                                    "toSet")));

    /**
     * All that it may ask of a Double or a Float: their bits. The browser writes and reads the text
     * of a number with a fraction otherwise; kernel's json has its own. A box is not allowed
     * either: whoever makes a text of an Object does not see what is in it.
     */
    private static final Set<String> OF_FRACTIONS =
            Set.of(
                    "compare",
                    "doubleToLongBits",
                    "floatToIntBits",
                    "intBitsToFloat",
                    "isFinite",
                    "isInfinite",
                    "isNaN",
                    "longBitsToDouble");

    /** All that it may ask of a Character: the tables of characters are of different Unicodes. */
    private static final Set<String> OF_CHARACTER =
            Set.of(
                    "charCount",
                    "compare",
                    "highSurrogate",
                    "isHighSurrogate",
                    "isLowSurrogate",
                    "isSurrogate",
                    "isSurrogatePair",
                    "lowSurrogate",
                    "toChars",
                    "toCodePoint",
                    "toString",
                    "valueOf");

    /** All that it may ask of Math: what is exact, and so the same everywhere. */
    private static final Set<String> OF_MATH =
            Set.of(
                    "abs",
                    "absExact",
                    "addExact",
                    "ceil",
                    "ceilDiv",
                    "clamp",
                    "decrementExact",
                    "floor",
                    "floorDiv",
                    "floorMod",
                    "incrementExact",
                    "max",
                    "min",
                    "multiplyExact",
                    "negateExact",
                    "signum",
                    "sqrt",
                    "subtractExact",
                    "toIntExact");

    /** Whose methods make a text of what they are given. */
    private static final Set<String> TEXTS =
            Set.of(
                    "java.lang.AbstractStringBuilder",
                    "java.lang.String",
                    "java.lang.StringBuffer",
                    "java.lang.StringBuilder");

    /** All that a portable class may ask of java.lang.System: it has no clock and no streams. */
    private static final Set<String> OF_SYSTEM = Set.of("arraycopy");

    /** All that it may ask of a Class: the rest is reflection. */
    private static final Set<String> OF_CLASS =
            Set.of("getName", "getSimpleName", "isInstance", "cast", "desiredAssertionStatus");

    static final DescribedPredicate<JavaClass> UNPORTABLE_TYPES =
            describe("the browser does not have", type -> !portable(type));

    static final DescribedPredicate<JavaAccess<?>> UNPORTABLE_CODE =
            describe("the browser does not have", PortableJdk::unportable);

    private PortableJdk() {}

    private static boolean portable(JavaClass named) {
        var type = named.getBaseComponentType();
        if (type.isPrimitive() || type.getPackageName().startsWith("alchemist.")) {
            return true;
        }
        var top = type.getName().split("\\$", 2)[0];
        var name = top.substring(top.lastIndexOf('.') + 1);
        return switch (type.getPackageName()) {
            case "java.lang" -> !NOT_OF_JAVA_LANG.contains(name);
            case "java.util" -> OF_JAVA_UTIL.contains(name);
            case String p -> PACKAGES.contains(p) || TYPES.contains(top);
        };
    }

    private static boolean unportable(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var method = access.getTarget().getName();
        if (owner.isEquivalentTo(System.class)) {
            return !OF_SYSTEM.contains(method);
        }
        if (owner.isEquivalentTo(Class.class)) {
            return !OF_CLASS.contains(method);
        }
        if (owner.isEquivalentTo(Math.class) || owner.isEquivalentTo(StrictMath.class)) {
            return access instanceof JavaCodeUnitAccess && !OF_MATH.contains(method);
        }
        if (owner.isEquivalentTo(Double.class) || owner.isEquivalentTo(Float.class)) {
            return access instanceof JavaCodeUnitAccess && !OF_FRACTIONS.contains(method);
        }
        if (owner.isEquivalentTo(Character.class)) {
            return access instanceof JavaCodeUnitAccess && !OF_CHARACTER.contains(method);
        }
        if (TEXTS.contains(owner.getName()) && takesFraction(access)) {
            return true;
        }
        // Two-argument groupingBy and one-argument groupingBy collect into a HashMap.
        if (owner.isEquivalentTo(java.util.stream.Collectors.class)
                && method.startsWith("groupingBy")) {
            return access.getDescription().contains("Function)>")
                    || access.getDescription().contains("Function, java.util.stream.Collector)>");
        }
        if (method.equals("hashCode") && owner.isAssignableTo(Record.class)) {
            return !written(access);
        }
        return METHODS.entrySet().stream()
                .anyMatch(e -> e.getValue().contains(method) && owner.isAssignableTo(e.getKey()));
    }

    private static boolean takesFraction(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(
                                t ->
                                        t.isEquivalentTo(double.class)
                                                || t.isEquivalentTo(float.class));
    }

    /** Whether a record's own source has the method. The one that javac makes calls nothing. */
    private static boolean written(JavaAccess<?> access) {
        return access.getTarget()
                .resolveMember()
                .filter(JavaMethod.class::isInstance)
                .map(member -> !((JavaMethod) member).getAccessesFromSelf().isEmpty())
                .orElse(false);
    }
}
