package alchemist.exchange.code;

import alchemist.exchange.DatedStatements;
import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.markdown.CodeSpans.Span;
import alchemist.kernel.Id;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which types and functions the code means that pages quote. Only what leaves no doubt is found: a
 * type by a name of several words that no other type has, {@code GraphView}; a member of a type by
 * both names, {@code Id.of}; a function that stands alone by a name of several words with brackets,
 * {@code readAll()}. A name of one word alone, such as {@code File}, is as often a word.
 */
final class QuotedSymbols {
    private static final Pattern QUALIFIED =
            Pattern.compile("([A-Z]\\w*)(?:\\.|::|#)([A-Za-z_]\\w*)(?:\\(.*\\))?", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*");
    private static final Pattern CALL =
            Pattern.compile("([a-z]++(?:[A-Z0-9]|_[A-Z0-9_]*+[a-z])\\w*+)\\(.*\\)", Pattern.DOTALL);
    private static final Pattern SEVERAL_WORDS =
            Pattern.compile("(?:[A-Z]++[a-z0-9]++){2,}+[A-Z]*+|[A-Z]{2,}[a-z]\\w*");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"'/-])[A-Z]\\w*(?![\\w\"'/-])");

    /** About what a name takes with what it means. */
    private static final long ENTRY_BYTES = 120;

    /**
     * Something that may be quoted.
     *
     * @param effectiveAt since when its file is what it is, µs since 1970
     * @param since since when it is stated
     */
    record Target(Id id, long effectiveAt, long since) {}

    private record Type(Target itself, Map<String, Target> members) {}

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, Target> functions = new HashMap<>();

    /**
     * Those of code that is stated.
     *
     * @param statements which hold all that it declares
     */
    QuotedSymbols(List<CodeFile> code, DatedStatements statements) {
        Map<String, Declared> knownTypes = new HashMap<>();
        Map<String, Declared> knownFunctions = new HashMap<>();
        Set<String> severalTypes = new HashSet<>();
        Set<String> severalFunctions = new HashSet<>();
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                String name = one.symbol.name();
                boolean test = file.isTest() || one.symbol.test();
                if (one.isInner() || one.whole != null) {
                    continue;
                }
                if (one.isType()) {
                    note(one, name, test, knownTypes, severalTypes);
                } else if (one.symbol.kind() == Kind.FUNCTION && one.within == null) {
                    note(one, name, test, knownFunctions, severalFunctions);
                }
            }
        }
        knownTypes.keySet().removeAll(severalTypes);
        knownFunctions.keySet().removeAll(severalFunctions);
        knownTypes.forEach(
                (name, one) -> {
                    Map<String, Target> members = HashMap.newHashMap(one.members.size());
                    one.members.forEach(
                            (of, member) -> members.put(of, target(member, statements)));
                    types.put(name, new Type(target(one, statements), members));
                });
        knownFunctions.forEach((name, one) -> functions.put(name, target(one, statements)));
    }

    private static Target target(Declared one, DatedStatements statements) {
        return new Target(one.id, one.file.effectiveAt, statements.since(one.id));
    }

    /** About how many bytes it takes. */
    long bytes() {
        long names = functions.size();
        for (Type type : types.values()) {
            names += 1 + type.members.size();
        }
        return names * ENTRY_BYTES;
    }

    /** What tests declare is meant by nobody, but may be what is meant by the same name. */
    private static void note(
            Declared one,
            String name,
            boolean test,
            Map<String, Declared> known,
            Set<String> several) {
        Declared other = test ? known.get(name) : known.put(name, one);
        if (other != null && !test) {
            several.add(name);
        }
    }

    /** What a span of code names, with the line of each. */
    Map<Target, Integer> in(Span span) {
        Map<Target, Integer> found = new LinkedHashMap<>();
        if (!span.fenced()) {
            Target one = named(span.text().strip());
            if (one != null) {
                found.put(one, span.line());
            }
            return found;
        }
        int line = span.line();
        for (String text : span.text().split("\n", -1)) {
            for (Matcher m = NAME.matcher(text); m.find(); ) {
                Target type = type(m.group());
                if (type != null) {
                    found.putIfAbsent(type, line);
                }
            }
            line++;
        }
        return found;
    }

    private @Nullable Target named(String text) {
        if (TYPE.matcher(text).matches()) {
            return type(text);
        }
        Matcher qualified = QUALIFIED.matcher(text);
        if (qualified.matches()) {
            Type type = types.get(qualified.group(1));
            return type == null ? null : type.members.get(qualified.group(2));
        }
        Matcher call = CALL.matcher(text);
        return call.matches() ? functions.get(call.group(1)) : null;
    }

    private @Nullable Target type(String name) {
        Type type = SEVERAL_WORDS.matcher(name).matches() ? types.get(name) : null;
        return type == null ? null : type.itself;
    }
}
