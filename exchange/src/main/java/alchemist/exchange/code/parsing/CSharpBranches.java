package alchemist.exchange.code.parsing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what the parser's grammar of C# lacks in words that it has. Leaves of each choice of C#'s
 * preprocessor the first branch, byte for byte as long: a choice may stand where the parser's
 * grammar has none, such as between two arguments.
 */
final class CSharpBranches {
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?m)^[ \\t]*#[ \\t]*(if|elif|else|endif)\\b[^\\n]*");

    /** A type without a body that begins a line, and a blank behind it. */
    private static final Pattern BARE =
            Pattern.compile(
                    "(?m)^[ \\t]*+(?:(?:public|internal|private|protected|file|sealed|static|abstract"
                            + "|partial|readonly|ref|unsafe|new)[ \\t]++)*+(?:class|struct|interface)"
                            + "[ \\t]++\\w++[^;{}=\"]{0,400}+(;)\\s{0,200}?([ \\t\\r])");

    private CSharpBranches() {}

    /** Gives types that have none a body, where there is room for it. */
    static byte[] withBodies(byte[] text) {
        byte[] changed = text.clone();
        Matcher found = BARE.matcher(new String(text, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            changed[found.start(1)] = '{';
            changed[found.start(2)] = '}';
        }
        return changed;
    }

    /** The same text where it has no choice, else another of the same length. */
    static byte[] first(byte[] text) {
        String chars = new String(text, StandardCharsets.ISO_8859_1);
        Matcher found = DIRECTIVE.matcher(chars);
        byte[] changed = text.clone();
        Deque<Boolean> taken = new ArrayDeque<>();
        int from = -1; // where what is left out begins
        while (found.find()) {
            boolean isOut = taken.contains(false);
            switch (found.group(1)) {
                case "if" -> taken.push(!isOut);
                case "endif" -> {
                    if (!taken.isEmpty()) {
                        taken.pop();
                    }
                }
                default -> {
                    if (!taken.isEmpty()) {
                        taken.pop();
                        taken.push(false);
                    }
                }
            }
            boolean isOutNow = taken.contains(false);
            blank(changed, found.start(), found.end());
            if (!isOut && isOutNow) {
                from = found.end();
            } else if (isOut && !isOutNow) {
                blank(changed, from, found.start());
            }
        }
        return changed;
    }

    private static void blank(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            text[i] = text[i] == '\n' || text[i] == '\r' ? text[i] : (byte) ' ';
        }
    }
}
