package alchemist.exchange.code.parsing;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the parser's grammar of Java lacks in words that it has, byte for byte as long, so
 * that all places stay as they are: {@code case Shape.Circle(double r)} without what qualifies the
 * record, {@code case Circle _, Square _} with the first alternative alone, since they bind
 * nothing, and {@code try (this)} with a name.
 */
final class JavaPatterns {
    private static final byte[] INSTEAD_OF_THIS = "self".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private byte @Nullable [] changed;
    private int at;

    private JavaPatterns(byte[] text) {
        this.text = text;
    }

    /** The same text where it has nothing of the kind, else another of the same length. */
    static byte[] plain(byte[] text) {
        JavaPatterns patterns = new JavaPatterns(text);
        while (patterns.at < text.length) {
            patterns.step();
        }
        byte[] changed = patterns.changed;
        return changed == null ? text : changed;
    }

    private void step() {
        int start = at;
        if (!word()) {
            at++;
        } else if (is("case", start)) {
            labels();
        } else if (is("instanceof", start)) {
            pattern();
        } else if (is("try", start)) {
            tryThis();
        }
    }

    /** Passes the patterns of a case; those behind the first are blanked. */
    private void labels() {
        boolean isPattern = pattern();
        space();
        while (isPattern && isNext(',')) {
            int comma = at++;
            isPattern = pattern();
            if (isPattern) {
                blank(comma, at);
            }
            space();
        }
    }

    /** Passes a pattern, and blanks what qualifies the records in it; whether it was one. */
    private boolean pattern() {
        space();
        int start = at;
        int last = names();
        if (is("final", start)) {
            return pattern();
        }
        if (last < 0 || !arguments()) {
            return false;
        }
        space();
        if (!isNext('(')) {
            return word();
        }
        blank(start, last);
        at++;
        space();
        while (!isNext(')')) {
            if (!pattern()) {
                return false;
            }
            space();
            if (isNext(',')) {
                at++;
            } else if (!isNext(')')) {
                return false;
            }
        }
        at++;
        return true;
    }

    /** Passes names with dots between; where the last of them begins, -1 where there is none. */
    private int names() {
        while (true) {
            space();
            int start = at;
            if (!word()) {
                return -1;
            }
            int end = at;
            space();
            if (!isNext('.')) {
                at = end;
                return start;
            }
            at++;
        }
    }

    /** Passes a type's arguments and brackets, if there are any; whether they end. */
    private boolean arguments() {
        space();
        int open = 0;
        while (at < text.length && (open > 0 || isNext('<') || isNext('[') || isNext(']'))) {
            if (isNext('<')) {
                open++;
            } else if (isNext('>')) {
                open--;
            } else if (isNext(';') || isNext('(') || isNext('{')) {
                return false;
            }
            at++;
        }
        return open == 0;
    }

    private void tryThis() {
        space();
        if (isNext('(')) {
            at++;
            space();
            int start = at;
            if (word() && is("this", start)) {
                space();
                if (isNext(')') || isNext(';')) {
                    System.arraycopy(INSTEAD_OF_THIS, 0, changed(), start, INSTEAD_OF_THIS.length);
                }
            }
        }
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                changed()[i] = ' ';
            }
        }
    }

    private byte[] changed() {
        byte[] copy = changed == null ? text.clone() : changed;
        changed = copy;
        return copy;
    }

    private boolean word() {
        int start = at;
        while (at < text.length && isOfWord(text[at])) {
            at++;
        }
        return at > start;
    }

    /** Letters beyond ASCII have bytes below zero. */
    private static boolean isOfWord(byte b) {
        return b < 0 || b == '_' || b == '$' || Character.isLetterOrDigit(b);
    }

    private boolean is(String word, int start) {
        if (at - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void space() {
        while (at < text.length && text[at] >= 0 && text[at] <= ' ') {
            at++;
        }
    }

    private boolean isNext(char sign) {
        return at < text.length && text[at] == sign;
    }
}
