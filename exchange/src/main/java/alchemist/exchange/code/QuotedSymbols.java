package alchemist.exchange.code;

import alchemist.exchange.code.CodeFile.Declared;
import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.markdown.CodeSpans.Span;
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
            Pattern.compile("([a-z]+[A-Z0-9]\\w*|[a-z]+_\\w*[a-z]\\w*)\\(.*\\)", Pattern.DOTALL);
    private static final Pattern SEVERAL_WORDS =
            Pattern.compile("(?:[A-Z]+[a-z0-9]+){2,}[A-Z]*|[A-Z]{2,}[a-z]\\w*");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"'/-])[A-Z]\\w*(?![\\w\"'/-])");

    private final Map<String, Declared> types = new HashMap<>();
    private final Map<String, Declared> functions = new HashMap<>();
    private final Set<String> severalTypes = new HashSet<>();
    private final Set<String> severalFunctions = new HashSet<>();

    QuotedSymbols(List<CodeFile> code) {
        for (CodeFile file : code) {
            for (Declared one : file.declared) {
                String name = one.symbol.name();
                boolean test = file.isTest() || one.symbol.test();
                if (one.isType()) {
                    note(one, name, test, types, severalTypes);
                } else if (one.symbol.kind() == Kind.FUNCTION && one.within == null) {
                    note(one, name, test, functions, severalFunctions);
                }
            }
        }
        types.keySet().removeAll(severalTypes);
        functions.keySet().removeAll(severalFunctions);
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
    Map<Declared, Integer> in(Span span) {
        Map<Declared, Integer> found = new LinkedHashMap<>();
        if (!span.fenced()) {
            Declared one = named(span.text().strip());
            if (one != null) {
                found.put(one, span.line());
            }
            return found;
        }
        int line = span.line();
        for (String text : span.text().split("\n", -1)) {
            for (Matcher m = NAME.matcher(text); m.find(); ) {
                Declared type = type(m.group());
                if (type != null) {
                    found.putIfAbsent(type, line);
                }
            }
            line++;
        }
        return found;
    }

    private @Nullable Declared named(String text) {
        if (TYPE.matcher(text).matches()) {
            return type(text);
        }
        Matcher qualified = QUALIFIED.matcher(text);
        if (qualified.matches()) {
            Declared type = types.get(qualified.group(1));
            return type == null ? null : type.members.get(qualified.group(2));
        }
        Matcher call = CALL.matcher(text);
        return call.matches() ? functions.get(call.group(1)) : null;
    }

    private @Nullable Declared type(String name) {
        return SEVERAL_WORDS.matcher(name).matches() ? types.get(name) : null;
    }
}
