package alchemist.exchange.code.parsing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comments of PHP say of types. */
final class PhpDocs {
    private static final String LEAD = "(?m)^[\\s/*]*+";
    private static final Pattern VARIABLES = Pattern.compile(LEAD + "@(?:psalm-|phpstan-)?var\\s");
    private static final Pattern PARAMETERS = Pattern.compile(LEAD + "@param\\s");
    private static final Pattern FIELDS = Pattern.compile(LEAD + "@property(?:-read|-write)?\\s");
    private static final Pattern METHODS = Pattern.compile(LEAD + "@method\\s+(?:static\\s+)?");
    private static final Pattern CALLED = Pattern.compile("\\G[ \\t]+(\\w+)[ \\t]*\\(");
    private static final Pattern TEST = Pattern.compile(LEAD + "@test\\b");
    private static final Pattern NAME = Pattern.compile("\\G[ \\t]*(?:\\.\\.\\.)?(\\$\\w+)");

    /** So far a type is read. */
    private static final int MAX_TYPE = 150;

    private PhpDocs() {}

    /** The type that stands behind a tag, or empty. */
    static String of(String doc, String tag) {
        Matcher found = Pattern.compile(LEAD + tag + "\\s").matcher(doc);
        return found.find() ? type(doc, found.end()) : "";
    }

    static String returns(String doc) {
        return of(doc, "@return");
    }

    /** Whether a method is said to be a test. */
    static boolean isTest(String doc) {
        return TEST.matcher(doc).find();
    }

    /** The type of a parameter, or empty. */
    static String parameter(String doc, String name) {
        Matcher found = PARAMETERS.matcher(doc);
        while (found.find()) {
            String type = type(doc, found.end());
            if (named(doc, found.end(), type).equals(name)) {
                return type;
            }
        }
        return "";
    }

    /** The types of variables, by their names. */
    static Map<String, String> variables(String doc) {
        return all(VARIABLES, doc);
    }

    /** The types of fields that a type has without declaring them, by their names. */
    static Map<String, String> fields(String doc) {
        return doc.isEmpty() ? Map.of() : all(FIELDS, doc);
    }

    /** What methods give that a type has without declaring them, by their names. */
    static Map<String, String> methods(String doc) {
        Map<String, String> told = new LinkedHashMap<>();
        Matcher found = METHODS.matcher(doc);
        while (found.find()) {
            String type = type(doc, found.end());
            Matcher name = CALLED.matcher(doc);
            boolean isTyped = name.find(end(doc, begin(doc, found.end())));
            int open = type.indexOf('(');
            if (isTyped) {
                told.putIfAbsent(name.group(1), type);
            } else if (open > 0) {
                told.putIfAbsent(type.substring(0, open), "");
            }
        }
        return told;
    }

    private static Map<String, String> all(Pattern tag, String doc) {
        Map<String, String> told = new LinkedHashMap<>();
        Matcher found = tag.matcher(doc);
        while (found.find()) {
            String type = type(doc, found.end());
            String name = named(doc, found.end(), type);
            if (!type.isEmpty() && !name.isEmpty()) {
                told.putIfAbsent(name, type);
            }
        }
        return told;
    }

    private static int begin(String doc, int from) {
        int at = from;
        while (at < doc.length() && (doc.charAt(at) == ' ' || doc.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** A type that stands somewhere, without blanks; they may stand between brackets. */
    private static String type(String doc, int from) {
        int at = begin(doc, from);
        return doc.substring(at, end(doc, at)).replaceAll("[ \\t]+", "");
    }

    private static int end(String doc, int begin) {
        int depth = 0;
        int at = begin;
        while (at < Math.min(doc.length(), begin + MAX_TYPE)) {
            char sign = doc.charAt(at);
            depth += "<({".indexOf(sign) >= 0 ? 1 : ">)}".indexOf(sign) >= 0 ? -1 : 0;
            if (sign == '\n' || sign == '\r' || (depth <= 0 && (sign == ' ' || sign == '\t'))) {
                break;
            }
            at++;
        }
        return at;
    }

    private static String named(String doc, int from, String type) {
        if (type.startsWith("$")) {
            return ""; // the name stands first, and no type does
        }
        Matcher name = NAME.matcher(doc);
        return name.find(end(doc, begin(doc, from))) ? name.group(1) : "";
    }
}
