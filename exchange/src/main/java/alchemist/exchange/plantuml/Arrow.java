package alchemist.exchange.plantuml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two things, such as {@code <|-up-}.
 *
 * @param left the sign at the first
 * @param right the sign at the second
 * @param dotted whether its line is dotted or dashed with points
 * @param hidden whether it only says where things lie
 */
record Arrow(String left, String right, boolean dotted, boolean hidden) {
    private static final String WAYS = "(?:left|right|up|down|le|ri|do|l|r|u|d)";

    /** With its line in three parts: a style or a direction may stand within it. */
    static final Pattern PATTERN =
            Pattern.compile(
                    "(<\\||<<|[}|][o|]|[o|][|{]|\\}o|\\}\\||[<^*+#}(]|\\)|[ox0@](?=[-.=~]))?"
                            + "([-.=~]+)(?:\\[([^\\]]*)\\])?(?:"
                            + WAYS
                            + "(?=[-.=~\\[]))?(?:\\[([^\\]]*)\\])?([-.=~]*)(?:[()0]+[-.=~]+)?"
                            + "(\\|>|>>|[|o}][|{]|o\\{|\\|\\{|[>^*+#{(]|\\)|[ox0@](?=\\s|\\[|$|\"|\\())?");

    private static final Map<String, String> CARDINALITIES =
            Map.of(
                    "||", "exactly one",
                    "|o", "zero or one",
                    "o|", "zero or one",
                    "}o", "zero or more",
                    "o{", "zero or more",
                    "}|", "one or more",
                    "|{", "one or more");

    /** Takes the arrow that stands here; null and unmoved where none does. */
    static @Nullable Arrow take(Scan scan) {
        int start = scan.position();
        Matcher found = scan.take(PATTERN);
        if (found == null) {
            return null;
        }
        String left = or(found.group(1));
        String right = or(found.group(6));
        String line = found.group(2) + or(found.group(5));
        if (line.length() == 1 && left.isEmpty() && right.isEmpty() && line.charAt(0) == '.') {
            scan.moveTo(start);
            return null;
        }
        String style = or(found.group(3)) + or(found.group(4));
        boolean dotted = line.contains(".") || style.contains("dashed") || style.contains("dotted");
        return new Arrow(left, right, dotted, style.contains("hidden"));
    }

    private static String or(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Its signs as those of classes. */
    static String ofClass(String sign) {
        return switch (sign) {
            case "^" -> "<|";
            case "<<", ">>", "(", ")" -> "<";
            default -> CARDINALITIES.containsKey(sign) ? "" : sign;
        };
    }

    /**
     * How many of the things at an end there are, as tables say it; empty where that is not told.
     */
    static String cardinality(String sign) {
        return CARDINALITIES.getOrDefault(sign, "");
    }

    /** Whether an end is the point of an arrow. */
    static boolean isPoint(String sign) {
        return switch (sign) {
            case "<", ">", "<<", ">>", "(", ")" -> true;
            default -> false;
        };
    }
}
